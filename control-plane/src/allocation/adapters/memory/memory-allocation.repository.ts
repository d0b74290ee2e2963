import type { Context } from "../../../kernel/use-case.js";
import type { Allocation } from "../../domain/allocation.js";
import type { AllocationRepository } from "../../ports/allocation-repository.port.js";

const order = (left: Allocation, right: Allocation): number =>
  left.poolId.localeCompare(right.poolId) || left.nodeId.localeCompare(right.nodeId);

export class MemoryAllocationRepository implements AllocationRepository {
  private readonly rows = new Map<string, Allocation>();

  lockPool(): Promise<void> {
    return Promise.resolve();
  }

  list(_ctx: Context, poolId?: string): Promise<readonly Allocation[]> {
    const all = [...this.rows.values()].filter((row) => poolId === undefined || row.poolId === poolId);
    return Promise.resolve(all.sort(order));
  }

  save(_ctx: Context, allocation: Allocation): Promise<Allocation> {
    const key = `${allocation.poolId}/${allocation.nodeId}`;
    const stored = { ...allocation, id: this.rows.get(key)?.id ?? allocation.id };
    this.rows.set(key, stored);
    return Promise.resolve(stored);
  }
}
