import type { Context } from "../../kernel/use-case.js";
import type { FactSource } from "../domain/fact-sources.js";

/** A published snapshot, as much of it as its archive names. */
export interface ArchivedSnapshot {
  readonly number: number;
  readonly issuedAt: Date;
  readonly bundleDigest: string;
}

/** What rules could read in every snapshot ever published, for replays. Only ever added to. */
export interface FactArchive {
  /** Keeps the sources that changed since the snapshot before; in the transaction that publishes the snapshot. */
  keep(ctx: Context, snapshot: ArchivedSnapshot, sources: readonly FactSource[]): Promise<void>;
}
