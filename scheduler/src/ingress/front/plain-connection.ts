import type { Socket } from "node:net";
import type { Holding } from "../../kernel/held-bytes.js";
import type { Submission } from "../../kernel/inference.port.js";
import type { InferenceRequest } from "../../request/submit.port.js";
import { readPlainHead } from "./request-head.js";
import type { PlainHead } from "./request-head.js";
import { PlainSink } from "./plain-sink.js";
import type { AnswerHost } from "./plain-sink.js";

const HEAD_END = Buffer.from("\r\n\r\n");
/** Bytes of requests that came before their turn; more are left to the kernel. */
const MAX_AHEAD_BYTES = 64 * 1024;
/** How long an ended connection waits for the caller's end: closing earlier could cost it the answer's last bytes. */
const LINGER_MS = 2_000;

/** What a connection asks of the front. */
export interface PlainFront {
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
  readonly requestTimeoutMs: number;
  readonly keepAliveMs: number;
  readonly callerStallMs: number;
  now(): number;
  /** The wall time as HTTP writes it. */
  date(): string;
  draining(): boolean;
  /** An account of memory for one body. */
  open(): Holding;
  /** The holder of the key may send a body. */
  knows(authorization: string | null): boolean;
  submit(request: InferenceRequest, sink: PlainSink): Submission;
  request(head: PlainHead, body: Buffer, receivedAt: number): InferenceRequest;
  /** Lets the full parser have the connection, from `bytes` on. */
  handOver(socket: Socket, bytes: Buffer): void;
  /** Answers 408 and ends the connection. */
  timedOut(socket: Socket): void;
  left(connection: PlainConnection): void;
}

interface Arriving {
  readonly head: PlainHead;
  readonly body: Buffer;
  readonly holding: Holding;
  readonly receivedAt: number;
  filled: number;
}

/**
 * A caller's connection while it sends nothing but plain chat requests, one answer at a time. The first head that is
 * anything else, or does not come in one read, takes the connection to the full parser for good.
 */
export class PlainConnection implements AnswerHost {
  private ahead: Buffer | null = null;
  private arriving: Arriving | null = null;
  private submission: Submission | null = null;
  private answering = false;
  private stalledAt: number | null = null;
  private since: number;
  private over = false;
  private lingering = false;
  private readonly onData = (bytes: Buffer): void => this.take(bytes);
  private readonly onDrain = (): void => this.drained();
  private readonly onGone = (): void => this.gone();
  private readonly onError = (): void => undefined;

  constructor(
    private readonly front: PlainFront,
    private readonly socket: Socket,
  ) {
    this.since = front.now();
    socket.on("data", this.onData);
    socket.on("drain", this.onDrain);
    // A caller that closes its side is gone: it could not be told from one that closed both until the next write.
    socket.on("end", this.onGone);
    socket.on("close", this.onGone);
    socket.on("error", this.onError);
  }

  /** No request runs, none arrives. */
  get idle(): boolean {
    return !this.answering && this.arriving === null && this.ahead === null;
  }

  end(): void {
    this.lingering = true;
    this.since = this.front.now();
    this.socket.end();
  }

  destroy(): void {
    this.socket.destroy();
  }

  answered(closes: boolean): void {
    this.answering = false;
    this.submission = null;
    this.stalledAt = null;
    if (this.over) return;
    this.since = this.front.now();
    if (closes) return this.end();
    if (this.ahead === null) return;
    const bytes = this.ahead;
    this.ahead = null;
    this.socket.resume();
    // Not at once: an answer may end inside the call that began it.
    setImmediate(() => {
      if (!this.over) this.take(bytes);
    });
  }

  broken(): void {
    this.socket.destroy();
  }

  full(): void {
    this.stalledAt ??= this.front.now();
  }

  closing(): boolean {
    return this.front.draining();
  }

  date(): string {
    return this.front.date();
  }

  /** Ends what takes too long: called by the front's one timer. */
  check(now: number): void {
    const { keepAliveMs, requestTimeoutMs, callerStallMs } = this.front;
    if (this.stalledAt !== null) {
      if (now - this.stalledAt > callerStallMs) this.socket.destroy();
    } else if (this.arriving !== null) {
      if (now - this.arriving.receivedAt > requestTimeoutMs) this.late();
    } else if (this.lingering) {
      if (now - this.since > LINGER_MS) this.socket.destroy();
    } else if (!this.answering && now - this.since > keepAliveMs) this.end();
  }

  private take(bytes: Buffer): void {
    if (this.lingering) return;
    if (this.answering || this.ahead !== null) return this.keepAhead(bytes);
    if (this.arriving !== null) return this.fill(this.arriving, bytes);
    const at = bytes.indexOf(HEAD_END);
    const head =
      at === -1 || at > this.front.maxHeaderBytes ? null : readPlainHead(bytes.toString("latin1", 0, at + 2));
    if (head === null || head.bodyBytes > this.front.maxBodyBytes) return this.handOver(bytes);
    const receivedAt = this.front.now();
    const rest = bytes.subarray(at + HEAD_END.length);
    if (rest.length >= head.bodyBytes) return this.whole(head, rest, receivedAt);
    // Nobody's body is read before its key is known.
    if (!this.front.knows(head.authorization)) return this.handOver(bytes);
    const holding = this.front.open();
    if (!holding.grow(head.bodyBytes)) return this.handOver(bytes);
    const arriving = { head, body: Buffer.allocUnsafeSlow(head.bodyBytes), holding, receivedAt, filled: 0 };
    this.arriving = arriving;
    this.fill(arriving, rest);
  }

  private whole(head: PlainHead, bytes: Buffer, receivedAt: number): void {
    const { bodyBytes } = head;
    if (bytes.length > bodyBytes) this.ahead = Buffer.from(bytes.subarray(bodyBytes));
    this.submit(this.front.request(head, bytes.subarray(0, bodyBytes), receivedAt));
  }

  private fill(arriving: Arriving, bytes: Buffer): void {
    const { head, body, receivedAt } = arriving;
    const taken = bytes.copy(body, arriving.filled);
    arriving.filled += taken;
    if (arriving.filled < body.length) return;
    this.arrived();
    if (taken < bytes.length) this.ahead = Buffer.from(bytes.subarray(taken));
    this.submit(this.front.request(head, body, receivedAt));
  }

  /** Its request accounts for it from here on, or nobody does. */
  private arrived(): void {
    this.arriving?.holding.release();
    this.arriving = null;
  }

  private submit(request: InferenceRequest): void {
    this.answering = true;
    const submission = this.front.submit(request, new PlainSink(this.socket, this));
    if (this.answering) this.submission = submission;
  }

  private keepAhead(bytes: Buffer): void {
    this.ahead = this.ahead === null ? bytes : Buffer.concat([this.ahead, bytes]);
    if (this.ahead.length > MAX_AHEAD_BYTES) this.socket.pause();
  }

  private drained(): void {
    this.stalledAt = null;
    this.submission?.resume();
  }

  private gone(): void {
    if (this.over) return;
    this.over = true;
    this.arrived();
    this.submission?.cancel();
    this.front.left(this);
    this.socket.destroy();
  }

  private late(): void {
    this.release();
    this.front.timedOut(this.socket);
  }

  private handOver(bytes: Buffer): void {
    this.release();
    this.front.handOver(this.socket, bytes);
  }

  private release(): void {
    const { socket } = this;
    this.over = true;
    this.arrived();
    this.front.left(this);
    socket.off("data", this.onData).off("drain", this.onDrain).off("end", this.onGone);
    socket.off("close", this.onGone).off("error", this.onError);
  }
}
