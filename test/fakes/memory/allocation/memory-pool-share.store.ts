import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { ShareRow } from "../../../../control-plane/src/allocation/domain/share-exchange.js";
import type { PoolShareStore } from "../../../../control-plane/src/allocation/ports/pool-share-store.port.js";

export class MemoryPoolShareStore implements PoolShareStore {
  private readonly pools = new Map<string, readonly ShareRow[]>();

  open(_ctx: Context, poolId: string): Promise<readonly ShareRow[]> {
    return Promise.resolve(this.pools.get(poolId) ?? []);
  }

  save(_ctx: Context, poolId: string, row: ShareRow, gone: readonly string[]): Promise<void> {
    const rows = this.pools.get(poolId) ?? [];
    const kept = rows.filter(({ replica }) => replica !== row.replica && !gone.includes(replica));
    this.pools.set(poolId, [...kept, row]);
    return Promise.resolve();
  }
}
