import type { Context } from "../../../kernel/use-case.js";
import type { ShareRow } from "../../domain/share-exchange.js";
import type { PoolShareStore } from "../../ports/pool-share-store.port.js";

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
