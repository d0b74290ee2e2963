import type { ServerResponse } from "node:http";
import type { AnswerHead, AnswerMeta, AnswerSink, Submission } from "../../kernel/inference.port.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";
import { beginHeaders } from "./begin-headers.js";
import { errorEnvelope } from "./error-envelope.js";
import { refusalAnswer } from "./refusal-answer.js";

/** Bytes of a refused body that are read and dropped. */
const MOST_READ_IN_VAIN = 64 * 1024 * 1024;

/** Writes an answer as OpenAI's API gives it, with back-pressure; closes a caller that takes nothing for too long. */
export class OpenAiSink implements AnswerSink {
  private submission: Submission | null = null;
  private decisionId = "";
  private stream = false;
  private stall: NodeJS.Timeout | null = null;

  constructor(
    private readonly response: ServerResponse,
    private readonly stallMs: number,
  ) {
    response.on("drain", () => this.drained());
    response.on("close", () => this.closed());
    // What a broken connection refuses to take has no other listener; `close` follows and does the work.
    response.on("error", () => undefined);
  }

  /** To call with what `submit` returned; a refusal may have come before. */
  follow(submission: Submission): void {
    this.submission = submission;
    if (this.response.destroyed && !this.response.writableFinished) submission.cancel();
  }

  refuse(refused: InferenceRefusal, meta: AnswerMeta): void {
    const { status, headers, body } = refusalAnswer(refused, meta);
    const stated = Number(this.response.req.headers["content-length"] ?? 0);
    // Node reads the rest of a refused body so that the caller sees the answer; not of one that is far too large.
    const tooMuch = stated > MOST_READ_IN_VAIN ? { connection: "close" } : {};
    this.response.writeHead(status, { ...headers, ...tooMuch });
    this.response.end(body);
  }

  begin(head: AnswerHead, meta: AnswerMeta): void {
    this.decisionId = meta.decisionId;
    this.stream = head.stream;
    this.response.writeHead(head.status, beginHeaders(head, meta));
  }

  data(chunk: Buffer): boolean {
    const more = this.response.write(chunk);
    if (!more) this.stall ??= setTimeout(() => this.response.destroy(), this.stallMs);
    return more;
  }

  end(): void {
    this.response.end();
  }

  cut(refused: InferenceRefusal): void {
    if (!this.stream) return void this.response.destroy();
    const envelope = JSON.stringify(errorEnvelope(refused, this.decisionId));
    this.response.end(`event: error\ndata: ${envelope}\n\n`);
  }

  private drained(): void {
    if (this.stall !== null) clearTimeout(this.stall);
    this.stall = null;
    this.submission?.resume();
  }

  private closed(): void {
    if (this.stall !== null) clearTimeout(this.stall);
    if (!this.response.writableFinished) this.submission?.cancel();
  }
}
