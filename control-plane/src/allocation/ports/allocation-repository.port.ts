import type { Context } from "../../kernel/use-case.js";
import type { Allocation } from "../domain/allocation.js";

export interface AllocationRepository {
  /** Holds back every other grant in this pool until the transaction ends, so that sums checked stay true. */
  lockPool(ctx: Context, poolId: string): Promise<void>;
  /** Allocations of a pool, or of all pools, that are in force now, in the order of pool then node. */
  list(ctx: Context, poolId?: string): Promise<readonly Allocation[]>;
  /** Those of a pool that are in force at an instant, in the order of nodes. */
  listAt(ctx: Context, poolId: string, at: Date): Promise<readonly Allocation[]>;
  /** The first instant after now at which some right begins or ends; `null` when none is dated. */
  nextTurn(ctx: Context): Promise<Date | null>;
  /**
   * Inserts, or replaces the allocation of the same pool and node that is in force now (its id then stays), from what
   * ended before to what is planned after. Answers what is stored.
   */
  save(ctx: Context, allocation: Allocation): Promise<Allocation>;
  /**
   * Holds from one instant to another (`null`: until something replaces it), whatever stood in between; what stood
   * before and after stays.
   */
  plan(ctx: Context, allocation: Allocation, dates: AllocationDates): Promise<void>;
  /** What a round planned, by pool, node, then date. */
  plannedBy(ctx: Context, roundId: string): Promise<readonly DatedAllocation[]>;
}

export interface AllocationDates {
  readonly from: Date;
  readonly to: Date | null;
  readonly roundId: string;
}

export interface DatedAllocation extends Allocation {
  readonly validFrom: Date;
  readonly validTo: Date | null;
}
