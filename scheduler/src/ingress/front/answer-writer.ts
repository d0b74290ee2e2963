import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { ROOM_BEFORE } from "../../kernel/piece.js";
import type { Piece } from "../../kernel/piece.js";

const CR = 0x0d;
const LF = 0x0a;
const LAST_CHUNK = "0\r\n\r\n";

/** The text of a response's head; `more` are whole lines. Names and values are ours: no line break gets in. */
const headText = (status: number, headers: Readonly<Record<string, string | number>>, more: string): string => {
  let text = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Status"}\r\n`;
  for (const name in headers) text += `${name}: ${headers[name] ?? ""}\r\n`;
  return `${text}${more}\r\n`;
};

/**
 * Writes one response on a connection with as few writes as there are reads: the head goes out with the first bytes of
 * the body, chunk sizes are written into the room in front of what they count.
 */
export class AnswerWriter {
  private pending = "";
  private chunked = false;

  constructor(private readonly socket: Socket) {}

  /** Remembers the head until there is something to send with it. */
  head(status: number, headers: Readonly<Record<string, string | number>>, more: string, chunked: boolean): void {
    this.pending = headText(status, headers, chunked ? `${more}transfer-encoding: chunked\r\n` : more);
    this.chunked = chunked;
  }

  /** False once the socket's queue is full. */
  piece(piece: Piece): boolean {
    const prefix = this.prefix(piece.length);
    if (prefix.length > ROOM_BEFORE) return this.write(prefix, piece.copy(), "\r\n");
    const { buffer, start, end } = piece;
    const from = start - prefix.length;
    buffer.write(prefix, from, "latin1");
    buffer[end] = CR;
    buffer[end + 1] = LF;
    return this.socket.write(buffer.subarray(from, end + 2));
  }

  bytes(bytes: Buffer): boolean {
    if (bytes.length === 0) return true;
    return this.chunked ? this.write(this.prefix(bytes.length), bytes, "\r\n") : this.write(this.prefix(0), bytes, "");
  }

  /** Ends the body, after `last` when there is something left of it. */
  end(last: Buffer | null): void {
    const bytes = last ?? Buffer.alloc(0);
    if (!this.chunked) {
      if (bytes.length > 0 || this.pending !== "") this.write(this.prefix(0), bytes, "");
      return;
    }
    if (bytes.length === 0) this.write(`${this.pending}${LAST_CHUNK}`, bytes, "");
    else this.write(this.prefix(bytes.length), bytes, `\r\n${LAST_CHUNK}`);
  }

  private prefix(chunkBytes: number): string {
    const head = this.pending;
    this.pending = "";
    return this.chunked ? `${head}${chunkBytes.toString(16)}\r\n` : head;
  }

  private write(before: string, bytes: Buffer, after: string): boolean {
    const whole = Buffer.allocUnsafe(before.length + bytes.length + after.length);
    whole.write(before, 0, "latin1");
    bytes.copy(whole, before.length);
    whole.write(after, before.length + bytes.length, "latin1");
    return this.socket.write(whole);
  }
}
