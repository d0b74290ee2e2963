import type { Result } from "../../../kernel/result.js";
import type { LoadedBundle } from "../../domain/bundles/loaded-bundle.js";

/** The rules that come with the software: in force until two people activate others. */
export interface BuiltInBundle {
  /** Refused with files and places named when they do not compile. */
  load(): Result<LoadedBundle, string>;
}
