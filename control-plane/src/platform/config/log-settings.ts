import type { KeyObject } from "node:crypto";

/** Where the transparency logs live and who signs them; null where this control plane keeps none. */
export interface LogSettings {
  /** Null: in the database. */
  readonly folder: string | null;
  /** Ed25519; both logs have it, under names of their own. */
  readonly signingKey: KeyObject;
  /** Begins the logs' names in checkpoints, as `socle.example`. */
  readonly origin: string;
  /** Verifier keys that signed before. */
  readonly earlierKeys: readonly string[];
  /** Submission prefix of the compliance cell's witness. */
  readonly witnessUrl: URL | null;
  /** Nothing is published without the witness's signature. */
  readonly witnessRequired: boolean;
  /** Entries older than this may go, at least six; null keeps all. */
  readonly retentionMonths: number | null;
}
