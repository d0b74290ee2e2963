import type { PolicyBundleV1 } from "@socle/contracts";
import type { Result } from "../../kernel/result.js";

/** The rules to publish. */
export interface PolicySource {
  /** The present bundle, compiled and tested; refused with files and places named when it does not compile. */
  bundle(): Result<PolicyBundleV1, string>;
}
