import type { PolicyBundleV1 } from "@socle/contracts";
import { compileBundle, type Bundle, type PolicyFile, type SourceError } from "@socle/policies";
import { ok, refuse, type Result } from "../../../kernel/result.js";

/** A bundle that loaded: its files as they travel, and what they compile to. */
export interface LoadedBundle {
  readonly source: PolicyBundleV1;
  readonly bundle: Bundle;
}

/** Parses, type-checks, runs the embedded tests and digests; refused whole, with every fault by file and place. */
export function loadBundle(files: readonly PolicyFile[]): Result<LoadedBundle, readonly SourceError[]> {
  const result = compileBundle(files);
  if (!result.ok) return refuse(result.errors);
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return ok({ source: { digest: result.bundle.digest, files: sorted }, bundle: result.bundle });
}
