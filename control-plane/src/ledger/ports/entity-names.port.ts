import type { Context } from "../../kernel/use-case.js";

/** Names of whatever records point to. */
export interface EntityNames {
  /** Names by id of organisations, use cases, applications, models and pools, and URLs of endpoints. */
  find(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
