import { open, rm } from "node:fs/promises";
import { isShipped } from "./epoch-store.js";
import type { Epoch } from "./epoch-store.js";
import { FreshLines } from "./fresh-lines.js";
import { readLines } from "./record-line.js";
import type { SpoolLine } from "./record-line.js";

const READ_BYTES = 1024 * 1024;

interface Cursor {
  readonly path: string;
  offset: number;
  /** Sequence of the record at `offset`. */
  sequence: number;
}

/** Reads the unshipped records of one epoch in order, and deletes segments whose records have all been acknowledged. */
export class SpoolReader {
  private cursor: Cursor | null = null;
  /** Where the records of the last read end, to move on without reading again. */
  private ends: { readonly sequence: number; readonly end: number }[] = [];
  /** Lines that this process wrote a moment ago. */
  readonly fresh = new FreshLines();

  constructor(readonly epoch: Epoch) {}

  async read(most: number): Promise<readonly SpoolLine[]> {
    const wanted = this.epoch.acknowledged + 1;
    const fresh = this.fresh.from(wanted, most);
    return fresh.length > 0 ? fresh : await this.fromDisk(wanted, most);
  }

  private async fromDisk(wanted: number, most: number): Promise<SpoolLine[]> {
    const segment = this.epoch.segments.find(({ first, last }) => first <= wanted && wanted <= last);
    if (segment === undefined) return [];
    if (this.cursor?.path !== segment.path) this.cursor = { path: segment.path, offset: 0, sequence: segment.first };
    const cursor = this.cursor;
    const file = await open(segment.path, "r");
    try {
      for (let size = READ_BYTES; ; size *= 2) {
        const available = Math.min(size, segment.bytes - cursor.offset);
        const bytes = Buffer.allocUnsafeSlow(available);
        const { bytesRead } = await file.read(bytes, 0, available, cursor.offset);
        const lines = readLines(bytes.subarray(0, bytesRead), wanted - cursor.sequence + most);
        const found = lines.filter(({ sequence }) => sequence >= wanted);
        if (found.length === 0 && available < segment.bytes - cursor.offset) continue;
        this.ends = lines.map(({ sequence, end }) => ({ sequence, end: cursor.offset + end }));
        return found;
      }
    } finally {
      await file.close();
    }
  }

  async acknowledge(highWater: number): Promise<void> {
    this.epoch.acknowledged = Math.max(this.epoch.acknowledged, highWater);
    const passed = this.ends.filter(({ sequence }) => sequence <= highWater).at(-1);
    if (passed !== undefined && this.cursor !== null && passed.sequence >= this.cursor.sequence) {
      this.cursor.offset = passed.end;
      this.cursor.sequence = passed.sequence + 1;
    }
    this.ends = [];
    const last = this.fresh.drop(highWater);
    if (last !== null) this.cursor = { path: last.path, offset: last.end, sequence: last.sequence + 1 };
    // The last segment may still be written to.
    for (let oldest = this.epoch.segments[0]; this.epoch.segments.length > 1; oldest = this.epoch.segments[0]) {
      if (oldest === undefined || oldest.last > this.epoch.acknowledged) break;
      this.epoch.segments.shift();
      await rm(oldest.path, { force: true });
    }
  }

  done(): boolean {
    return isShipped(this.epoch);
  }
}
