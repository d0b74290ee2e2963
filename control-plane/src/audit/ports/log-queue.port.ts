import type { EntrySource } from "../domain/log-entry.js";
import type { LogName } from "../domain/log-name.js";

export interface NumberedEntry extends EntrySource {
  readonly index: number;
}

/** The order in which committed records enter a log. Held by one sequencer at a time. */
export interface LogQueue {
  /** Entries that have an index and are not known to be published, by index; an earlier stop may have left some. */
  unpublished(log: LogName): Promise<readonly NumberedEntry[]>;
  /** Gives the next indexes, from `first` on, to the records that wait longest, at most `limit`. */
  number(log: LogName, first: number, limit: number): Promise<readonly NumberedEntry[]>;
  /** Entries below `size` are in a signed checkpoint. */
  published(log: LogName, size: number): Promise<void>;
  standing(log: LogName): Promise<QueueStanding>;
  /** The entry that was given this index; null when none was. */
  entryAt(log: LogName, index: number): Promise<string | null>;
}

/** How far the database believes that a log is. */
export interface QueueStanding {
  /** One more than the highest index ever given. */
  readonly numbered: number;
  /** One more than the highest index that is known to be published. */
  readonly published: number;
}

/** Gives the queue to one sequencer; null while another holds it. */
export interface LogQueueDoor {
  enter(log: LogName): Promise<{ readonly queue: LogQueue; leave(): Promise<void> } | null>;
}

/** What a record is asked for by: the name of its entry, or of the decision that the caller of a request was told. */
export type EntryName = { readonly entryId: string } | { readonly decisionId: string };

/** Where a record stands, for receipts. */
export interface LogIndex {
  /** Null when the record is in no log, or not yet. */
  find(log: LogName, name: EntryName): Promise<number | null>;
}
