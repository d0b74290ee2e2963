import type { Result } from "../../../kernel/result.js";
import type { Context } from "../../../kernel/use-case.js";
import type { LoadedBundle } from "../../domain/bundles/loaded-bundle.js";

/** The rules in force. Provided to the whole room under `ACTIVE_RULES`. */
export interface ActiveRules {
  /** As the context's transaction sees them; refused with files and places named when they do not load. */
  current(ctx: Context): Promise<Result<LoadedBundle, string>>;
  /** Any bundle on record, or the built-in one. */
  byDigest(ctx: Context, digest: string): Promise<Result<LoadedBundle, string>>;
}
