import type { Piece } from "../../kernel/piece.js";
import type { Framing } from "./response-head.js";

/** `end`: the body is complete, and `consumed` says where. `broken`: these bytes cannot stand there. */
export type BodyState = "more" | "end" | "broken";

/** Follows a body through the reads of a connection. */
export interface ResponseBody {
  /** Bytes `[from, to)` of `buffer`; `piece` is then their payload, in place and without the framing. */
  read(buffer: Buffer, from: number, to: number, piece: Piece): BodyState;
  /** Offset behind the last byte that belongs to the body, after `end`. */
  readonly consumed: number;
  /** The connection closed: is the body whole? */
  closed(): boolean;
}

const CR = 0x0d;
const LF = 0x0a;
const SEMICOLON = 0x3b;
const MAX_SIZE_DIGITS = 8;
const MAX_EXTENSION_BYTES = 256;
const MAX_TRAILER_BYTES = 8192;

const HEX = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  const text = digit.toString(16);
  HEX[text.charCodeAt(0)] = digit;
  HEX[text.toUpperCase().charCodeAt(0)] = digit;
}

/** Where in the grammar the next byte stands (RFC 9112 §7.1). */
const SIZE = 0;
const EXTENSION = 1;
const SIZE_LF = 2;
const DATA = 3;
const DATA_CR = 4;
const DATA_LF = 5;
const TRAILER_START = 6;
const TRAILER = 7;
const TRAILER_LF = 8;
const LAST_LF = 9;

/**
 * Walks over chunk sizes and jumps over data; payloads are moved together inside the buffer they were read into. Nothing
 * ever looks for the last chunk by its bytes, which an answer may contain. Trailers end with the connection they came on.
 */
class ChunkedBody implements ResponseBody {
  consumed = 0;
  private state = SIZE;
  private size = 0;
  private digits = 0;
  private left = 0;
  /** Bytes of extensions or trailers so far. */
  private extra = 0;

  read(buffer: Buffer, from: number, to: number, piece: Piece): BodyState {
    let start = from;
    let end = from;
    for (let at = from; at < to;) {
      if (this.state === DATA) {
        const bytes = Math.min(this.left, to - at);
        if (end === start) start = end = at;
        else if (end !== at) buffer.copyWithin(end, at, at + bytes);
        end += bytes;
        at += bytes;
        this.left -= bytes;
        if (this.left === 0) this.state = DATA_CR;
        continue;
      }
      const step = this.step(buffer[at] ?? 0);
      at += 1;
      if (step === "more") continue;
      this.consumed = at;
      piece.set(buffer, start, end);
      return step;
    }
    piece.set(buffer, start, end);
    return "more";
  }

  closed(): boolean {
    return false;
  }

  private step(byte: number): BodyState {
    switch (this.state) {
      case SIZE:
        return this.sizeByte(byte);
      case EXTENSION:
        return this.extraByte(byte, MAX_EXTENSION_BYTES, SIZE_LF);
      case SIZE_LF:
        return this.expect(byte, LF, this.afterSize());
      case DATA_CR:
        return this.expect(byte, CR, DATA_LF);
      case DATA_LF:
        return this.expect(byte, LF, SIZE);
      case TRAILER_START:
        if (byte === CR) return this.go(LAST_LF);
        return this.extraByte(byte, MAX_TRAILER_BYTES, TRAILER_LF, TRAILER);
      case TRAILER:
        return this.extraByte(byte, MAX_TRAILER_BYTES, TRAILER_LF);
      case TRAILER_LF:
        return this.expect(byte, LF, TRAILER_START);
      default:
        return byte === LF ? "end" : "broken";
    }
  }

  private sizeByte(byte: number): BodyState {
    const digit = HEX[byte] ?? -1;
    if (digit >= 0) {
      this.digits += 1;
      this.size = this.size * 16 + digit;
      return this.digits > MAX_SIZE_DIGITS ? "broken" : "more";
    }
    if (this.digits === 0) return "broken";
    if (byte === CR) return this.go(SIZE_LF);
    return byte === SEMICOLON ? this.go(EXTENSION) : "broken";
  }

  /** What follows the size's line; takes the size. */
  private afterSize(): number {
    this.left = this.size;
    this.size = 0;
    this.digits = 0;
    this.extra = 0;
    return this.left === 0 ? TRAILER_START : DATA;
  }

  private extraByte(byte: number, most: number, atCr: number, otherwise = this.state): BodyState {
    if (byte === CR) return this.go(atCr);
    this.extra += 1;
    if (byte === LF || this.extra > most) return "broken";
    return this.go(otherwise);
  }

  private expect(byte: number, wanted: number, next: number): BodyState {
    return byte === wanted ? this.go(next) : "broken";
  }

  private go(state: number): BodyState {
    this.state = state;
    return "more";
  }
}

class CountedBody implements ResponseBody {
  consumed = 0;

  constructor(private left: number) {}

  read(buffer: Buffer, from: number, to: number, piece: Piece): BodyState {
    const bytes = Math.min(this.left, to - from);
    this.left -= bytes;
    this.consumed = from + bytes;
    piece.set(buffer, from, from + bytes);
    return this.left === 0 ? "end" : "more";
  }

  closed(): boolean {
    return false;
  }
}

class OpenBody implements ResponseBody {
  consumed = 0;

  read(buffer: Buffer, from: number, to: number, piece: Piece): BodyState {
    piece.set(buffer, from, to);
    return "more";
  }

  closed(): boolean {
    return true;
  }
}

export const bodyOf = (framing: Framing): ResponseBody => {
  switch (framing.kind) {
    case "chunked":
      return new ChunkedBody();
    case "length":
      return new CountedBody(framing.bytes);
    case "open":
      return new OpenBody();
  }
};
