import type { SpoolLine } from "./record-line.js";

/** What is kept of records that nobody has acknowledged; older ones are read from disk. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A line, and where it ends in the file that holds it. */
export interface PlacedLine extends SpoolLine {
  readonly path: string;
}

/** The lines written last, so that shipping them reads no file while the ledger keeps up. */
export class FreshLines {
  private lines: PlacedLine[] = [];
  private bytes = 0;

  /** Lines of one write, which went to `path` from `offset` on. */
  add(lines: readonly SpoolLine[], path: string, offset: number): void {
    for (const { sequence, json, end } of lines) {
      this.lines.push({ sequence, json, path, end: offset + end });
      this.bytes += json.length;
    }
    // A ledger that stays away: what it comes back for is on disk.
    if (this.bytes > MOST_BYTES) this.clear();
  }

  /** Up to `most` lines from `sequence` on; none when that one is not here. */
  from(sequence: number, most: number): readonly PlacedLine[] {
    const at = sequence - (this.lines[0]?.sequence ?? Infinity);
    return at >= 0 ? this.lines.slice(at, at + most) : [];
  }

  /** Lets go of lines up to `sequence`; answers the last of them. */
  drop(sequence: number): PlacedLine | null {
    const count = Math.min(this.lines.length, Math.max(0, sequence + 1 - (this.lines[0]?.sequence ?? Infinity)));
    if (count === 0) return null;
    const gone = this.lines.slice(0, count);
    this.lines = this.lines.slice(count);
    for (const { json } of gone) this.bytes -= json.length;
    return gone.at(-1) ?? null;
  }

  private clear(): void {
    this.lines = [];
    this.bytes = 0;
  }
}
