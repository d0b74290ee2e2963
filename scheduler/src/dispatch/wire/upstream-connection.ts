import { connect, isIP } from "node:net";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { SecureContext } from "node:tls";
import { guardedLookup } from "../../kernel/guarded-lookup.js";
import { Piece, ROOM_AFTER, ROOM_BEFORE } from "../../kernel/piece.js";
import type { UpstreamFault } from "../upstream.port.js";
import { bodyOf } from "./response-body.js";
import type { ResponseBody } from "./response-body.js";
import { readResponseHead } from "./response-head.js";
import type { ResponseHead } from "./response-head.js";
import type { TimeoutSweep } from "./timeout-sweep.js";

const READ_BYTES = 32 * 1024;
/** Kept in front of what is read, beyond the room that pieces promise: a part of an event from the read before fits. */
const CARRY_ROOM = 1024;
const READ_AT = ROOM_BEFORE + CARRY_ROOM;
const MAX_HEAD_BYTES = 16 * 1024;
const HEAD_END = Buffer.from("\r\n\r\n");
const SWITCHING_PROTOCOLS = 101;

export interface Origin {
  /** What is believed of the server's certificate; `null`: no TLS. */
  readonly secure: SecureContext | null;
  readonly host: string;
  readonly port: number;
}

/** What a connection tells the exchange that has it. */
export interface Exchange {
  head(head: ResponseHead): void;
  /** True when nobody keeps the piece's buffer. */
  data(piece: Piece): boolean;
  end(): void;
  fault(fault: UpstreamFault): void;
  /** What takes the answer, or what reads it, threw. */
  bug(error: unknown): void;
}

const freshBuffer = (): Buffer => Buffer.allocUnsafeSlow(READ_AT + READ_BYTES + ROOM_AFTER);

/**
 * One connection to a model server: HTTP/1.1, one exchange at a time, read into a buffer of its own with room around
 * the bytes. Framing is checked strictly; whatever is not exactly one response ends the connection.
 */
export class UpstreamConnection {
  /** Exchanges begun. */
  uses = 0;
  /** Bytes of the present response were read. */
  answered = false;
  idleSince = 0;
  private readonly socket: Socket;
  private buffer = freshBuffer();
  private window = this.buffer.subarray(READ_AT, READ_AT + READ_BYTES);
  private readonly piece = new Piece();
  private exchange: Exchange | null = null;
  private partialHead: Buffer | null = null;
  private lastHead: { readonly text: string; readonly head: ResponseHead | null } = { text: "", head: null };
  private body: ResponseBody | null = null;
  private keepAlive = false;
  private connected = false;
  private paused = false;
  private since: number;

  constructor(
    origin: Origin,
    private readonly sweep: TimeoutSweep,
    /** The connection can carry another exchange. */
    private readonly free: (connection: UpstreamConnection) => void,
    private readonly gone: (connection: UpstreamConnection) => void,
  ) {
    this.since = sweep.now;
    const onConnected = (): void => {
      this.connected = true;
      this.since = this.sweep.now;
    };
    const { host, port, secure } = origin;
    if (secure !== null) {
      const name = isIP(host) === 0 ? { servername: host } : {};
      const options = {
        host,
        port,
        lookup: guardedLookup,
        ...name,
        secureContext: secure,
        ALPNProtocols: ["http/1.1"],
      };
      this.socket = connectTls(options, onConnected);
      this.socket.setNoDelay(true);
      this.socket.on("data", (bytes: Buffer) => this.copyIn(bytes));
    } else {
      const onread = { buffer: () => this.window, callback: (bytes: number) => this.read(bytes) };
      this.socket = connect({ host, port, lookup: guardedLookup, noDelay: true, onread }, onConnected);
    }
    this.socket.on("error", (error: Error & { code?: string }) => this.lost(error.code ?? error.message));
    this.socket.on("end", () => this.lost("the connection ended"));
    this.socket.on("close", () => {
      this.lost("the connection closed");
      this.gone(this);
    });
    sweep.add(this);
  }

  get usable(): boolean {
    return !this.socket.destroyed && this.socket.writable;
  }

  begin(exchange: Exchange, request: readonly Buffer[]): void {
    this.exchange = exchange;
    this.uses += 1;
    this.answered = false;
    this.since = this.sweep.now;
    if (request.length === 1 && request[0] !== undefined) return void this.socket.write(request[0]);
    this.socket.cork();
    for (const part of request) this.socket.write(part);
    this.socket.uncork();
  }

  pause(): void {
    this.paused = true;
    this.socket.pause();
  }

  resume(): void {
    this.paused = false;
    this.since = this.sweep.now;
    this.socket.resume();
  }

  destroy(): void {
    this.exchange = null;
    this.socket.destroy();
  }

  /** Ends what takes too long: called by the shared sweep, never early. */
  check(now: number): void {
    if (this.exchange === null || this.paused) return;
    const { connectMs, headMs, stallMs } = this.sweep.limits;
    const waited = now - this.since;
    if (!this.connected) return void (waited > connectMs && this.fail("connect", "connecting took too long"));
    if (this.body === null) return void (waited > headMs && this.fail("first_byte", "no answer in time"));
    if (waited > stallMs) this.fail("idle", "the answer stalled");
  }

  private copyIn(bytes: Buffer): void {
    for (let at = 0; at < bytes.length && !this.socket.destroyed; at += READ_BYTES) {
      const count = bytes.copy(this.window, 0, at, at + READ_BYTES);
      this.read(count);
    }
  }

  /** Bytes of a read, at `READ_AT` of the buffer. False stops reading. */
  private read(count: number): boolean {
    this.since = this.sweep.now;
    if (this.exchange === null) {
      // Nobody asked: the next answer could not be told from these bytes.
      this.socket.destroy();
      return false;
    }
    this.answered = true;
    try {
      this.take(READ_AT + count);
    } catch (error) {
      const { exchange } = this;
      this.destroy();
      exchange?.bug(error);
    }
    return !this.paused;
  }

  private take(end: number): void {
    const from = this.body === null ? this.readHead(end) : READ_AT;
    if (from !== null && this.body !== null) this.readBody(this.body, from, end);
  }

  /** Offset of the body's first byte; `null` while the head is not complete, or when there is none. */
  private readHead(end: number): number | null {
    for (let from = READ_AT; ;) {
      const seen = this.buffer.subarray(from, end);
      const bytes = this.partialHead === null ? seen : Buffer.concat([this.partialHead, seen]);
      const at = bytes.indexOf(HEAD_END);
      if (at === -1 ? bytes.length > MAX_HEAD_BYTES : at > MAX_HEAD_BYTES) return this.malformed("head too long");
      if (at === -1) {
        this.partialHead = bytes.length === 0 ? null : Buffer.from(bytes);
        return null;
      }
      this.partialHead = null;
      const head = this.headOf(bytes.toString("latin1", 0, at + 2));
      if (head === null || head.status === SWITCHING_PROTOCOLS) return this.malformed("not a response head");
      from = end - (bytes.length - at - HEAD_END.length);
      // An interim response announces the one that counts.
      if (head.status < 200) continue;
      this.keepAlive = head.keepAlive;
      this.body = bodyOf(head.framing);
      this.exchange?.head(head);
      return from;
    }
  }

  /** A server's heads differ in their date at most: equal ones are read once. */
  private headOf(text: string): ResponseHead | null {
    if (text !== this.lastHead.text) this.lastHead = { text, head: readResponseHead(text) };
    return this.lastHead.head;
  }

  private readBody(body: ResponseBody, from: number, end: number): void {
    const { piece } = this;
    const state = body.read(this.buffer, from, end, piece);
    const { exchange } = this;
    if (state === "broken") return void this.malformed("broken framing of the body");
    const { consumed } = body;
    if (piece.length > 0 && exchange !== null && !exchange.data(piece)) this.renew();
    if (state !== "end" || this.exchange !== exchange) return;
    // What follows an answer was not asked for: the answer stands, the connection does not.
    this.finish(this.keepAlive && consumed === end);
    exchange?.end();
  }

  private finish(reusable: boolean): void {
    this.exchange = null;
    this.body = null;
    if (this.paused) this.resume();
    if (reusable && this.usable) this.free(this);
    else this.socket.destroy();
  }

  private renew(): void {
    this.buffer = freshBuffer();
    this.window = this.buffer.subarray(READ_AT, READ_AT + READ_BYTES);
  }

  private malformed(message: string): null {
    this.fail("protocol", message);
    return null;
  }

  private fail(kind: UpstreamFault["kind"], message: string): void {
    const { exchange } = this;
    this.destroy();
    exchange?.fault({ kind, message });
  }

  private lost(message: string): void {
    const { exchange, body } = this;
    if (exchange === null) return void this.socket.destroy();
    if (this.connected && body?.closed() === true && message === "the connection ended") {
      this.finish(false);
      return exchange.end();
    }
    this.fail(this.connected ? "closed" : "connect", message);
  }
}
