import type { Context } from "../../kernel/use-case.js";
import type { PeriodBalance } from "../domain/budget.js";
import type { UsageLimit } from "../domain/usage-limit.js";

export interface LimitBalance extends UsageLimit, PeriodBalance {
  readonly windowStart: Date;
  readonly windowEnd: Date;
}

export interface UsageLimitRepository {
  /** Limits of the nodes given, or all that the actor may see, in the order of node, kind, model. */
  list(ctx: Context, nodeIds?: readonly string[]): Promise<readonly UsageLimit[]>;
  /** Limits with these ids; ids that are no limit's are left out. */
  named(ctx: Context, ids: readonly string[]): Promise<readonly UsageLimit[]>;
  /** As `list`, with what their present window holds. */
  balances(ctx: Context, at: Date, nodeIds?: readonly string[]): Promise<readonly LimitBalance[]>;
  /**
   * Inserts, or replaces the value of the limit of the same node, kind and model (its id then stays); windows that hold
   * `at` take the new value.
   */
  save(ctx: Context, limit: UsageLimit, at: Date): Promise<UsageLimit>;
}
