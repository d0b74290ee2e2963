import type { KeyObject } from "node:crypto";

/** Where the transparency logs live and who signs them; null where this control plane keeps none. */
export interface LogSettings {
  readonly folder: string;
  /** Ed25519; both logs have it, under names of their own. */
  readonly signingKey: KeyObject;
  /** Begins the logs' names in checkpoints, as `socle.example`. */
  readonly origin: string;
  /** Verifier keys that signed before. */
  readonly earlierKeys: readonly string[];
  /** Submission prefix of the compliance cell's witness. */
  readonly witnessUrl: URL | null;
}
