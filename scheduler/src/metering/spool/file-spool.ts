import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { RequestRecordV1 } from "@socle/contracts";
import type { Clock } from "../../kernel/clock.js";
import type { Logger } from "../../kernel/logger.port.js";
import { SpoolUnavailable } from "../../kernel/spool.port.js";
import type { RecordDraft, Spool, SpoolBatch } from "../../kernel/spool.port.js";
import type { Telemetry } from "../../kernel/telemetry.port.js";
import { EpochStore, highWaterPath, isShipped, lastSequence } from "./epoch-store.js";
import type { Epoch } from "./epoch-store.js";
import { encodeLines, parseLine, recordText } from "./record-line.js";
import type { SpoolLine } from "./record-line.js";
import { writeCheaply } from "./segment-folder.js";
import { SegmentWriter } from "./segment-writer.js";
import type { OpenFile } from "./segment-writer.js";
import { SpoolReader } from "./spool-reader.js";

/** Least time between two flushes: what arrives meanwhile shares one fdatasync. */
const GATHER_MS = 2;
const RETRY_MS = 500;

interface Pending {
  readonly draft: RecordDraft;
  readonly resolve: () => void;
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
    readonly lines: readonly SpoolLine[],
  ) {}

  get records(): readonly RequestRecordV1[] {
    return this.lines.map(parseLine);
  }
}

/** `Spool` on files: group commit, epochs, recovery. One writer and one reader, both in this process. */
class FileSpool implements Spool {
  readonly epoch: number;
  private readonly writer: SegmentWriter;
  private readonly readers: SpoolReader[];
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
    this.readers = [...earlier, own].map((epoch) => new SpoolReader(epoch));
  }

  append(draft: RecordDraft): Promise<void> {
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
      if (lines.length > 0) return new StoredBatch(reader.epoch.number, lines);
    }
    return null;
  }

  async acknowledge(epoch: number, highWater: number): Promise<void> {
    const reader = this.readers.find((candidate) => candidate.epoch.number === epoch);
    if (reader === undefined) return;
    await writeCheaply(highWaterPath(reader.epoch.folder), String(highWater));
    await reader.acknowledge(highWater);
    if (epoch !== this.epoch && reader.done()) await this.closeEpoch(reader);
  }

  closedEpochs(): readonly number[] {
    return this.closed;
  }

  async forget(epochs: readonly number[]): Promise<void> {
    this.closed = this.closed.filter((epoch) => !epochs.includes(epoch));
    await this.store.writeClosed(this.closed);
  }

  backlog(): { records: number; bytes: number } {
    let records = 0;
    let bytes = 0;
    for (const reader of this.readers) {
      if (reader.done()) continue;
      const { epoch } = reader;
      records += lastSequence(epoch) - epoch.acknowledged;
      for (const segment of epoch.segments) bytes += segment.bytes;
    }
    return { records, bytes };
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
    for (const reader of [...this.readers]) {
      if (reader.epoch.number !== this.epoch && isShipped(reader.epoch)) await this.closeEpoch(reader);
    }
  }

  private async closeEpoch(reader: SpoolReader): Promise<void> {
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
    const texts = batch.map(({ draft }) => draft.text ?? recordText(draft));
    const bytes = encodeLines(this.settings.replica, this.epoch, this.sequence + 1, texts);
    try {
      await this.writer.write(bytes, this.sequence + 1, batch.length);
    } catch (error) {
      this.pending = [...batch, ...this.pending];
      this.refuse(error);
      return;
    }
    this.sequence += batch.length;
    this.accept();
    this.settings.telemetry.spoolFlushed(batch.length, bytes.length, this.settings.clock.monotonic() - started);
    for (const { resolve } of batch) resolve();
    for (const listener of this.listeners) listener();
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
