import type { Context } from "../../kernel/use-case.js";
import type { Allocation } from "../domain/allocation.js";

export interface AllocationRepository {
  /** Holds back every other grant in this pool until the transaction ends, so that sums checked stay true. */
  lockPool(ctx: Context, poolId: string): Promise<void>;
  /** Allocations of a pool, or of all pools, in the order of pool then node. */
  list(ctx: Context, poolId?: string): Promise<readonly Allocation[]>;
  /** Inserts, or replaces the allocation of the same pool and node (its id then stays). Answers what is stored. */
  save(ctx: Context, allocation: Allocation): Promise<Allocation>;
}
