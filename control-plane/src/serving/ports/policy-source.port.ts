import type { PolicyBundleV1 } from "@socle/contracts";
import type { Result } from "../../kernel/result.js";
import type { Context } from "../../kernel/use-case.js";

/** The rules to publish; `compliance` says which they are. */
export interface PolicySource {
  /**
   * The bundle in force in the context's view, compiled and tested; refused with files and places named when it does not
   * compile.
   */
  bundle(ctx: Context): Promise<Result<PolicyBundleV1, string>>;
}
