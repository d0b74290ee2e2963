import type { RequestRecordV1 } from "@socle/contracts";

/** A record before the spool names it. */
export type RecordDraft = Pick<RequestRecordV1, "decision" | "usage">;

/** A record on disk. */
export interface StoredRecord {
  /** `RequestRecordV1` as UTF-8 JSON. Shares its memory with records written beside it. */
  readonly json: Buffer;
}

/** Names a record of this replica. */
export interface RecordName {
  readonly epoch: number;
  readonly sequence: number;
}

export interface SpoolBatch {
  readonly epoch: number;
  readonly records: readonly RequestRecordV1[];
  /** The records as JSON, where the spool holds them so: whoever passes them on need not parse them. */
  readonly lines?: readonly { readonly sequence: number; readonly json: Buffer }[];
  /** Sequences among and after the records that were set aside: the ledger passes over them. */
  readonly setAside?: readonly number[];
}

/**
 * The local journal of requests. `append` never reorders; records of an epoch are numbered 1, 2, 3… without gap in the
 * order of the calls.
 */
export interface Spool {
  readonly epoch: number;
  /** Resolves when the record is on disk; rejects with `SpoolUnavailable` when it could not be written. */
  append(record: RecordDraft): Promise<StoredRecord>;
  /** False while the disk refuses writes; probes by itself and recovers. */
  writable(): boolean;
  /** Oldest unshipped records on disk, of one epoch, in order, contiguous; `null` when all is shipped. */
  next(maxRecords: number): Promise<SpoolBatch | null>;
  /** Everything of `epoch` up to `highWater` is in the ledger and may be deleted. Survives a restart. */
  acknowledge(epoch: number, highWater: number): Promise<void>;
  /**
   * Keeps a record apart that the ledger cannot read, so that what follows is shipped without it. Its epoch stays open,
   * hence what it used is not leased again. On disk when this resolves.
   */
  setAside(name: RecordName): Promise<void>;
  /** Records set aside, oldest first. */
  setAsideRecords(): readonly RecordName[];
  readSetAside(name: RecordName): Promise<SpoolBatch>;
  /** The record is in the ledger after all. */
  dropSetAside(name: RecordName): Promise<void>;
  /** Earlier epochs of which every record was acknowledged, for `LeaseRequestV1.closedEpochs`. */
  closedEpochs(): readonly number[];
  /** Forgets closed epochs that the control plane has been told about. */
  forget(epochs: readonly number[]): Promise<void>;
  /** What waits to be shipped: its records, and the bytes of the files that hold them; records set aside. */
  backlog(): { readonly records: number; readonly bytes: number; readonly setAside: number };
  /** Calls `listener` after each flush, so that a shipper need not poll. */
  onFlush(listener: () => void): void;
  /** Flushes and closes. */
  close(): Promise<void>;
}

/** The disk refuses writes: no request may be served unmetered. */
export class SpoolUnavailable extends Error {
  override readonly name = "SpoolUnavailable";
}
