import type { Context } from "../../kernel/use-case.js";
import type { LogName } from "../domain/log-name.js";

/** What an entry commits to. */
export interface StoredEntry {
  /** Its place in the log. */
  readonly index: number;
  /** False while it waits for its checkpoint: until then its salt is needed to write it. */
  readonly published: boolean;
  /** Null once erased. */
  readonly salt: Uint8Array | null;
  /** The recorded row, as far as it is still there. */
  readonly source: Readonly<Record<string, unknown>> | null;
}

/** Salts of the logs' entries, for whoever sees the whole tree. */
export interface LogSalts {
  /** Null when the record is in no log. */
  find(ctx: Context, log: LogName, entryId: string): Promise<StoredEntry | null>;
  /** Keeps that the person who acts asked for the erasure of this entry's salt. */
  ask(ctx: Context, log: LogName, entryId: string): Promise<void>;
  /** Who asked for it since then, each once. */
  askedBy(ctx: Context, log: LogName, entryId: string, since: Date): Promise<readonly string[]>;
  /**
   * Erases a published entry's salt, for good; false when there was none left, and in the governance log when nobody
   * but the person who acts asked for it within thirty days.
   */
  erase(ctx: Context, log: LogName, entryId: string): Promise<boolean>;
  /** The organisation that acts on the logs are recorded under. */
  stateId(ctx: Context): Promise<string>;
}
