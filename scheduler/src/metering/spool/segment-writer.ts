import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { segmentPath, syncFolder } from "./segment-folder.js";
import type { Epoch } from "./epoch-store.js";
import type { Segment } from "./segment-folder.js";

const ROTATE_AT_BYTES = 8 * 1024 * 1024;

/** Opens the files a spool writes to; replaced by tests that refuse. */
export type OpenFile = (path: string) => Promise<FileHandle>;
/** A write that returns is on disk, as after an `fdatasync`, in one call to the kernel instead of two. */
const APPEND_DURABLY = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_DSYNC;
const openForWriting: OpenFile = (path) => open(path, APPEND_DURABLY, 0o600);

/** Appends batches to the epoch's current segment; a batch is wholly on disk or not there at all. */
export class SegmentWriter {
  private file: FileHandle | null = null;
  private segment: Segment | null = null;

  constructor(
    private readonly epoch: Epoch,
    private readonly openFile: OpenFile = openForWriting,
  ) {}

  /**
   * Where the batch lies. Throws when the disk refuses; what was written of the batch is taken back first, or the file
   * given up.
   */
  async write(batch: Buffer, firstSequence: number, count: number): Promise<{ path: string; offset: number }> {
    const { file, segment } = await this.current(firstSequence);
    try {
      await file.writeFile(batch);
    } catch (error) {
      await this.takeBack(file, segment);
      throw error;
    }
    const place = { path: segment.path, offset: segment.bytes };
    segment.bytes += batch.length;
    segment.last += count;
    if (segment.bytes >= ROTATE_AT_BYTES) await this.close();
    return place;
  }

  async close(): Promise<void> {
    const file = this.file;
    this.file = null;
    this.segment = null;
    await file?.close();
  }

  private async current(firstSequence: number): Promise<{ file: FileHandle; segment: Segment }> {
    if (this.file !== null && this.segment !== null) return { file: this.file, segment: this.segment };
    const path = segmentPath(this.epoch.folder, firstSequence);
    const file = await this.openFile(path);
    await file.truncate(0);
    await syncFolder(this.epoch.folder);
    const segment = { path, first: firstSequence, last: firstSequence - 1, bytes: 0 };
    this.file = file;
    this.segment = segment;
    if (this.epoch.segments.at(-1)?.path === path) this.epoch.segments.pop();
    this.epoch.segments.push(segment);
    return { file, segment };
  }

  private async takeBack(file: FileHandle, segment: Segment): Promise<void> {
    try {
      await file.truncate(segment.bytes);
    } catch {
      // Readers stop at the first torn line, and the next segment is named by the sequence that failed here.
      await this.close().catch(() => undefined);
    }
  }
}
