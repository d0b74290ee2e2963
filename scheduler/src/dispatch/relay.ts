import type { Clock } from "../kernel/clock.js";
import type { Piece } from "../kernel/piece.js";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { AnswerHead } from "../kernel/inference.port.js";
import type { AttemptHealth } from "../fleet/fleet.js";
import type { AnswerStream } from "./answer-stream.port.js";
import { MAX_ATTEMPTS } from "./retry-budget.js";
import type { UpstreamAttempt, UpstreamFault, UpstreamListener } from "./upstream.port.js";

/** Why no endpoint gave an answer, by the last attempt: no server, a server's trouble, or a server that kept silent. */
export type UnansweredCode = "endpoint.unavailable" | "endpoint.failed" | "endpoint.timeout";

/** How an answer ended, as the model servers left it. */
export type RelayResult =
  | { readonly kind: "stream"; readonly stream: AnswerStream }
  | { readonly kind: "whole"; readonly status: number; readonly contentType: string; readonly body: Buffer }
  /** No endpoint gave an answer. `worked`: one may have spent time on it. */
  | { readonly kind: "none"; readonly code: UnansweredCode; readonly message: string }
  /** A whole answer beyond what one may be. */
  | { readonly kind: "too_large"; readonly maxBytes: number }
  /** There is no memory to gather a whole answer in. */
  | { readonly kind: "no_memory" }
  /** The answer broke off after its first byte. */
  | { readonly kind: "cut"; readonly stream: AnswerStream | null; readonly message: string };

/** What a relay asks of the request it works for. */
export interface RelayHost {
  /** Gives the request to an endpoint, which may know the model by another name. */
  send(placed: PlacedEndpoint, listener: UpstreamListener): UpstreamAttempt;
  finished(placed: PlacedEndpoint, health: AttemptHealth): void;
  /** Follows an answer of status 200 that goes on as it comes; `null` for one that is gathered. */
  follow(contentType: string): AnswerStream | null;
  /**
   * Another endpoint that may serve the request now; `null` when there is none, or no retry may be spent. `unsent`: no
   * server was given the request yet, so that going elsewhere adds no load and spends nothing.
   */
  another(excluded: readonly string[], unsent: boolean): PlacedEndpoint | null;
  /** Memory for so many more bytes of a whole answer; false when there is none. */
  hold(bytes: number): boolean;
  /** A first byte of a stream arrived. */
  begin(head: AnswerHead): void;
  /** Whole events. False to pause. */
  data(piece: Piece): boolean;
  /** The buffer of the last piece is still needed. */
  holds(): boolean;
  done(result: RelayResult): void;
  /** What took the answer threw: a bug of ours, after which nothing more comes. */
  bug(error: unknown): void;
}

/** Answers that say something about the server and nothing about the request: they are not the caller's to see. */
const isServerTrouble = (status: number): boolean =>
  status >= 500 ||
  status === 429 ||
  status === 401 ||
  status === 403 ||
  status === 404 ||
  status === 408 ||
  status < 200 ||
  (status >= 300 && status < 400);

/** Servers that may answer the next one: retried elsewhere. */
const isRetryable = (status: number): boolean => status >= 500 || status === 429 || status === 408;

const healthOf = (status: number): AttemptHealth => (status >= 500 ? "bad" : status === 429 ? "unknown" : "good");

/** Carries one request to a model server and its answer back; tries again only while no byte of an answer has come. */
export class Relay implements UpstreamListener {
  attempts = 0;
  /** Monotonic times; `null` until they happen. */
  sentAt: number | null = null;
  firstByteAt: number | null = null;
  lastByteAt: number | null = null;
  private placed: PlacedEndpoint;
  private attempt: UpstreamAttempt | null = null;
  private readonly failed: string[] = [];
  /** Attempts that found no connection. */
  private unsent = 0;
  private status = 0;
  private contentType = "";
  private whole: Buffer[] = [];
  private wholeBytes = 0;
  private stream: AnswerStream | null = null;
  private begun = false;
  private over = false;

  constructor(
    private readonly clock: Pick<Clock, "monotonic">,
    private readonly host: RelayHost,
    first: PlacedEndpoint,
    private readonly maxAnswerBytes: number,
  ) {
    this.placed = first;
  }

  get endpoint(): PlacedEndpoint {
    return this.placed;
  }

  /** Events followed so far, for metering a caller that left. */
  get events(): AnswerStream | null {
    return this.stream;
  }

  start(): void {
    this.attempts += 1;
    this.status = 0;
    this.sentAt = this.clock.monotonic();
    this.attempt = this.host.send(this.placed, this);
  }

  resume(): void {
    if (!this.over) this.attempt?.resume();
  }

  /** The caller left: stops the engine at once. */
  cancel(): void {
    if (this.over) return;
    this.over = true;
    this.attempt?.cancel();
    this.host.finished(this.placed, "unknown");
  }

  head(status: number, contentType: string): void {
    this.status = status;
    this.contentType = contentType;
    if (status === 200) this.stream = this.host.follow(contentType);
  }

  data(piece: Piece): boolean {
    if (this.over) return true;
    this.lastByteAt = this.clock.monotonic();
    this.firstByteAt ??= this.lastByteAt;
    if (this.stream === null) {
      this.collect(piece);
      return true;
    }
    this.stream.push(piece);
    return this.pass(piece);
  }

  end(): void {
    if (this.over) return;
    if (isServerTrouble(this.status)) return this.lose(healthOf(this.status), `status ${this.status}`);
    if (this.stream !== null && !this.stream.ended) return this.broken("the stream ended before its end mark");
    this.close("good");
    if (this.stream !== null) {
      if (!this.begun) this.begin();
      this.host.done({ kind: "stream", stream: this.stream });
      return;
    }
    const { status, contentType } = this;
    this.host.done({ kind: "whole", status, contentType, body: Buffer.concat(this.whole) });
  }

  fault(fault: UpstreamFault): void {
    if (this.over) return;
    if (this.firstByteAt !== null && !isServerTrouble(this.status)) return this.broken(fault.message);
    this.lose("bad", fault.message, fault.kind);
  }

  bug(error: unknown): void {
    if (!this.over) this.close("unknown");
    this.host.bug(error);
  }

  private collect(piece: Piece): void {
    this.wholeBytes += piece.length;
    if (this.wholeBytes > this.maxAnswerBytes) return this.stop({ kind: "too_large", maxBytes: this.maxAnswerBytes });
    if (!this.host.hold(piece.length)) return this.stop({ kind: "no_memory" });
    this.whole.push(piece.copy());
  }

  /** Takes no more of an answer, which says nothing about its server. */
  private stop(result: RelayResult): void {
    this.attempt?.cancel();
    this.close("unknown");
    this.host.done(result);
  }

  private pass(piece: Piece): boolean {
    if (piece.length === 0) return true;
    if (!this.begun) this.begin();
    if (!this.host.data(piece)) this.attempt?.pause();
    return !this.host.holds();
  }

  private begin(): void {
    this.begun = true;
    this.host.begin({ status: this.status, contentType: this.contentType, stream: true, contentLength: null });
  }

  private close(health: AttemptHealth): void {
    this.over = true;
    this.host.finished(this.placed, health);
  }

  private broken(message: string): void {
    this.close("bad");
    this.host.done({ kind: "cut", stream: this.stream, message });
  }

  /** The attempt failed before any byte of an answer: another endpoint, or the end. */
  private lose(health: AttemptHealth, message: string, kind: UpstreamFault["kind"] | null = null): void {
    this.host.finished(this.placed, health);
    this.failed.push(this.placed.endpoint.id);
    const again = this.nextAfter(kind);
    if (again !== null) {
      this.placed = again;
      this.reset();
      this.start();
      return;
    }
    this.over = true;
    this.host.done({ kind: "none", code: this.unansweredCode(kind), message });
  }

  private unansweredCode(kind: UpstreamFault["kind"] | null): UnansweredCode {
    if (kind === "connect" || this.status === 429 || this.status === 503) return "endpoint.unavailable";
    return kind === "first_byte" || kind === "idle" || this.status === 504 ? "endpoint.timeout" : "endpoint.failed";
  }

  private nextAfter(kind: UpstreamFault["kind"] | null): PlacedEndpoint | null {
    if (kind === "connect") {
      // Each endpoint is tried once: their number is the bound.
      this.unsent += 1;
      return this.host.another(this.failed, true);
    }
    if (this.attempts - this.unsent >= MAX_ATTEMPTS || !(kind !== null || isRetryable(this.status))) return null;
    const other = this.host.another(this.failed, false);
    if (other !== null) return other;
    // A kept connection that the server had just closed says nothing about the server: once more on a new one.
    return kind === "closed" && this.attempts === 1 ? this.host.another([], false) : null;
  }

  private reset(): void {
    this.firstByteAt = null;
    this.lastByteAt = null;
    this.whole = [];
    this.wholeBytes = 0;
    this.stream = null;
  }
}
