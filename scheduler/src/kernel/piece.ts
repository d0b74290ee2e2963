const EMPTY = Buffer.alloc(0);

/** Bytes in front of a piece that may be written over: an HTTP head and the size of a chunk fit there. */
export const ROOM_BEFORE = 3072;
/** Bytes behind a piece that may be written over: the end of a chunk, and the last one. */
export const ROOM_AFTER = 16;

/**
 * Bytes of an answer where they were read, `[start, end)` of a buffer that has room around them. Whoever passes them on
 * writes its framing into that room instead of copying. One object a connection: it says what holds now, and is not to
 * be kept.
 */
export class Piece {
  buffer: Buffer = EMPTY;
  start = 0;
  end = 0;

  set(buffer: Buffer, start: number, end: number): this {
    this.buffer = buffer;
    this.start = start;
    this.end = end;
    return this;
  }

  get length(): number {
    return this.end - this.start;
  }

  /** A copy that may be kept. */
  copy(): Buffer {
    return Buffer.from(this.buffer.subarray(this.start, this.end));
  }

  /** Puts bytes in front; moves to a larger buffer when the room is too small for them. */
  prepend(bytes: Buffer): void {
    const start = this.start - bytes.length;
    if (start >= ROOM_BEFORE) {
      bytes.copy(this.buffer, start);
      this.start = start;
      return;
    }
    const length = bytes.length + this.length;
    const larger = Buffer.allocUnsafeSlow(ROOM_BEFORE + length + ROOM_AFTER);
    bytes.copy(larger, ROOM_BEFORE);
    this.buffer.copy(larger, ROOM_BEFORE + bytes.length, this.start, this.end);
    this.set(larger, ROOM_BEFORE, ROOM_BEFORE + length);
  }

  /** A piece of its own around a copy of `bytes`. */
  static of(bytes: Buffer): Piece {
    const buffer = Buffer.allocUnsafeSlow(ROOM_BEFORE + bytes.length + ROOM_AFTER);
    bytes.copy(buffer, ROOM_BEFORE);
    return new Piece().set(buffer, ROOM_BEFORE, ROOM_BEFORE + bytes.length);
  }
}
