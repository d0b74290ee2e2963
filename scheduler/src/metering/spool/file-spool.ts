import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { RequestRecordV1 } from "@socle/contracts";
import type { Clock } from "../../kernel/clock.js";
import type { Logger } from "../../kernel/logger.port.js";
import { SpoolUnavailable } from "../../kernel/spool.port.js";
import type { RecordDraft, RecordName, Spool, SpoolBatch, StoredRecord } from "../../kernel/spool.port.js";
import type { Telemetry } from "../../kernel/telemetry.port.js";
import { EpochStore, highWaterPath, isOver, lastSequence } from "./epoch-store.js";
import type { Epoch } from "./epoch-store.js";
import type { Quarantine } from "./quarantine.js";
import { encodeLines, parseLine } from "./record-line.js";
import type { EncodedLines, SpoolLine } from "./record-line.js";
import { writeCheaply } from "./segment-folder.js";
import { SegmentWriter } from "./segment-writer.js";
import type { OpenFile } from "./segment-writer.js";
import { SpoolReader } from "./spool-reader.js";

/** Least time between two flushes: what arrives meanwhile shares one fdatasync. */
const GATHER_MS = 2;
const RETRY_MS = 500;

interface Pending {
  readonly draft: RecordDraft;
  readonly resolve: (stored: StoredRecord) => void;
  readonly reject: (error: Error) => void;
}

export interface SpoolSettings {
  readonly stateDir: string;
  readonly replica: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly openFile?: OpenFile;
  readonly retryMs?: number;
}

/** Records as they lie on disk; parsed only for who asks. */
class StoredBatch implements SpoolBatch {
  constructor(
    readonly epoch: number,
    readonly lines: readonly Pick<SpoolLine, "sequence" | "json">[],
    readonly setAside: readonly number[] = [],
  ) {}

  get records(): readonly RequestRecordV1[] {
    return this.lines.map(parseLine);
  }
}

const without = (lines: readonly SpoolLine[], quarantine: Quarantine): readonly SpoolLine[] =>
  lines.filter(({ sequence }) => !quarantine.has(sequence));

/** `Spool` on files: group commit, epochs, recovery. One writer and one reader, both in this process. */
class FileSpool implements Spool {
  readonly epoch: number;
  private readonly writer: SegmentWriter;
  private readonly readers: SpoolReader[];
  private readonly own: SpoolReader;
  private readonly listeners: (() => void)[] = [];
  private pending: Pending[] = [];
  private sequence = 0;
  private lastFlush = -Infinity;
  private timer: NodeJS.Timeout | null = null;
  private flushing: Promise<void> | null = null;
  private refusing = false;
  private closing = false;

  constructor(
    private readonly settings: SpoolSettings,
    private readonly store: EpochStore,
    own: Epoch,
    earlier: readonly Epoch[],
    private closed: readonly number[],
  ) {
    this.epoch = own.number;
    this.writer = new SegmentWriter(own, settings.openFile);
    this.own = new SpoolReader(own);
    this.readers = [...earlier.map((epoch) => new SpoolReader(epoch)), this.own];
  }

  append(draft: RecordDraft): Promise<StoredRecord> {
    if (this.closing) return Promise.reject(new SpoolUnavailable("the spool is closed"));
    return new Promise((resolve, reject) => {
      this.pending.push({ draft, resolve, reject });
      this.schedule();
    });
  }

  writable(): boolean {
    return !this.refusing;
  }

  async next(maxRecords: number): Promise<SpoolBatch | null> {
    for (const reader of this.readers) {
      if (reader.done()) continue;
      const lines = await reader.read(maxRecords);
      if (lines.length === 0) continue;
      const { number, quarantine } = reader.epoch;
      const apart = lines.filter(({ sequence }) => quarantine.has(sequence)).map(({ sequence }) => sequence);
      return new StoredBatch(number, apart.length === 0 ? lines : without(lines, quarantine), apart);
    }
    return null;
  }

  async acknowledge(epoch: number, highWater: number): Promise<void> {
    const reader = this.readerOf(epoch);
    if (reader === undefined) return;
    await writeCheaply(highWaterPath(reader.epoch.folder), String(highWater));
    await reader.acknowledge(highWater);
    await this.closeIfOver(reader);
  }

  async setAside({ epoch, sequence }: RecordName): Promise<void> {
    const reader = this.readerOf(epoch);
    if (reader === undefined) return;
    const lines = await reader.read(sequence - reader.epoch.acknowledged);
    const line = lines.find((candidate) => candidate.sequence === sequence);
    if (line === undefined) throw new Error("a record to set aside is not in the spool");
    await reader.epoch.quarantine.add(sequence, line.json.toString());
  }

  setAsideRecords(): readonly RecordName[] {
    return this.readers.flatMap(({ epoch }) =>
      epoch.quarantine.sequences().map((sequence) => ({ epoch: epoch.number, sequence })),
    );
  }

  async readSetAside({ epoch, sequence }: RecordName): Promise<SpoolBatch> {
    const reader = this.readerOf(epoch);
    if (reader === undefined) throw new Error("no such epoch");
    return new StoredBatch(epoch, [{ sequence, json: Buffer.from(await reader.epoch.quarantine.read(sequence)) }]);
  }

  async dropSetAside({ epoch, sequence }: RecordName): Promise<void> {
    const reader = this.readerOf(epoch);
    if (reader === undefined) return;
    await reader.epoch.quarantine.drop(sequence);
    await this.closeIfOver(reader);
  }

  closedEpochs(): readonly number[] {
    return this.closed;
  }

  async forget(epochs: readonly number[]): Promise<void> {
    this.closed = this.closed.filter((epoch) => !epochs.includes(epoch));
    await this.store.writeClosed(this.closed);
  }

  backlog(): { records: number; bytes: number; setAside: number } {
    let records = 0;
    let bytes = 0;
    let setAside = 0;
    for (const reader of this.readers) {
      setAside += reader.epoch.quarantine.size;
      if (reader.done()) continue;
      const { epoch } = reader;
      records += lastSequence(epoch) - epoch.acknowledged;
      for (const segment of epoch.segments) bytes += segment.bytes;
    }
    return { records, bytes, setAside };
  }

  onFlush(listener: () => void): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {
    this.closing = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.flushing;
    if (this.pending.length > 0) await this.flush();
    for (const { reject } of this.pending) reject(new SpoolUnavailable("the disk refused the record"));
    await this.writer.close();
  }

  /** Earlier epochs whose records were all shipped before this process started. */
  async closeShipped(): Promise<void> {
    for (const reader of [...this.readers]) await this.closeIfOver(reader);
  }

  private readerOf(epoch: number): SpoolReader | undefined {
    return this.readers.find((candidate) => candidate.epoch.number === epoch);
  }

  private async closeIfOver(reader: SpoolReader): Promise<void> {
    if (reader.epoch.number === this.epoch || !isOver(reader.epoch)) return;
    this.closed = [...new Set([...this.closed, reader.epoch.number])];
    await this.store.writeClosed(this.closed);
    await this.store.remove(reader.epoch);
    this.readers.splice(this.readers.indexOf(reader), 1);
  }

  private schedule(): void {
    if (this.timer !== null || this.flushing !== null || this.closing) return;
    const since = this.settings.clock.monotonic() - this.lastFlush;
    const delay = this.refusing ? (this.settings.retryMs ?? RETRY_MS) : Math.max(0, GATHER_MS - since);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.flushing = this.flush().finally(() => {
        this.flushing = null;
        if (this.pending.length > 0) this.schedule();
      });
    }, delay);
  }

  private async flush(): Promise<void> {
    const batch = this.pending;
    this.pending = [];
    const started = this.settings.clock.monotonic();
    this.lastFlush = started;
    const { bytes, lines } = this.encode(batch);
    let place: { path: string; offset: number };
    try {
      place = await this.writer.write(bytes, this.sequence + 1, batch.length);
    } catch (error) {
      this.pending = [...batch, ...this.pending];
      this.refuse(error);
      return;
    }
    this.own.fresh.add(lines, place.path, place.offset);
    this.sequence += batch.length;
    this.accept();
    this.settings.telemetry.spoolFlushed(batch.length, bytes.length, this.settings.clock.monotonic() - started);
    for (const [index, { json }] of lines.entries()) batch[index]?.resolve({ json });
    for (const listener of this.listeners) listener();
  }

  private encode(batch: readonly Pending[]): EncodedLines {
    const drafts = batch.map(({ draft }) => draft);
    return encodeLines(this.settings.replica, this.epoch, this.sequence + 1, drafts);
  }

  private refuse(error: unknown): void {
    if (this.refusing) return;
    this.refusing = true;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    this.settings.logger.error("spool.unwritable", { code });
    this.settings.telemetry.spoolWritable(false);
  }

  private accept(): void {
    if (!this.refusing) return;
    this.refusing = false;
    this.settings.logger.info("spool.writable");
    this.settings.telemetry.spoolWritable(true);
  }
}

/** Opens the spool under `<stateDir>/spool`: recovers what earlier processes left, then begins a new epoch. */
export const openFileSpool = async (settings: SpoolSettings): Promise<Spool> => {
  const root = join(settings.stateDir, "spool");
  await mkdir(root, { recursive: true, mode: 0o700 });
  const store = new EpochStore(root);
  const earlier = await store.earlier();
  const own = await store.open(settings.clock.wall(), earlier);
  const spool = new FileSpool(settings, store, own, earlier, await store.closed());
  await spool.closeShipped();
  return spool;
};
