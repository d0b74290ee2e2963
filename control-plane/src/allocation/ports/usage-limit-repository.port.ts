import type { Context } from "../../kernel/use-case.js";
import type { UsageLimit } from "../domain/usage-limit.js";

export interface UsageLimitRepository {
  list(ctx: Context): Promise<readonly UsageLimit[]>;
  /** Inserts, or replaces the value of the limit of the same node and kind (its id then stays). */
  save(ctx: Context, limit: UsageLimit): Promise<UsageLimit>;
}
