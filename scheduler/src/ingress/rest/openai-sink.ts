import type { ServerResponse } from "node:http";
import { INFERENCE_ERRORS } from "@socle/contracts";
import type { RefusalCode } from "@socle/contracts";
import type { AnswerHead, AnswerMeta, AnswerSink, Submission } from "../../kernel/inference.port.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";
import { answerHeaders } from "./answer-headers.js";
import { errorEnvelope } from "./error-envelope.js";

/** Bytes of a refused body that are read and dropped. */
const MOST_READ_IN_VAIN = 64 * 1024 * 1024;

/** Refusals that the same request will meet again until somebody changes the registry or a period ends. */
const LASTING: ReadonlySet<RefusalCode> = new Set(["budget.exceeded", "pool.none_eligible", "snapshot.stale"]);

/** When to come back; SDKs that retry by themselves are told when it is in vain (`x-should-retry`, as OpenAI's read it). */
const retryHeaders = (refused: InferenceRefusal): Record<string, string> => ({
  ...(refused.retryAfterSeconds === undefined ? {} : { "retry-after": String(refused.retryAfterSeconds) }),
  ...(LASTING.has(refused.code) ? { "x-should-retry": "false" } : {}),
});

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
    const body = JSON.stringify(errorEnvelope(refused, meta.decisionId));
    const stated = Number(this.response.req.headers["content-length"] ?? 0);
    this.response.writeHead(INFERENCE_ERRORS[refused.code].status, {
      ...answerHeaders(meta),
      ...retryHeaders(refused),
      // Node reads the rest of a refused body so that the caller sees the answer; not of one that is far too large.
      ...(stated > MOST_READ_IN_VAIN ? { connection: "close" } : {}),
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    });
    this.response.end(body);
  }

  begin(head: AnswerHead, meta: AnswerMeta): void {
    this.decisionId = meta.decisionId;
    this.stream = head.stream;
    this.response.writeHead(head.status, {
      ...answerHeaders(meta),
      "content-type": head.contentType === "" ? "application/json" : head.contentType,
      ...(head.stream ? { "cache-control": "no-cache", "x-accel-buffering": "no" } : {}),
      ...(head.contentLength === null ? {} : { "content-length": head.contentLength }),
    });
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
