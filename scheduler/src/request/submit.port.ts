import type { AnswerSink, Submission } from "../kernel/inference.port.js";
import type { Operation } from "./operations/operation.js";

/** One request as any ingress hands it over. */
export interface InferenceRequest {
  /** Returned in `x-request-id`: the caller's own when it sent a sane one. */
  readonly requestId: string;
  /** Value of the `authorization` header; `null` when absent. */
  readonly authorization: string | null;
  /** Value of `x-socle-labels`; `null` when absent. */
  readonly labels: string | null;
  /** Reference of the administrative decision that it serves, from `x-decision-ref`; `null` when absent or no reference. */
  readonly decisionRef: string | null;
  readonly traceparent: string | null;
  /** What is asked; `null` where nothing is known by the path. */
  readonly operation: Operation | null;
  /** Of the body. */
  readonly contentType: string;
  /** Exactly as received. */
  readonly body: Buffer;
  /** Monotonic time of the request's first byte. */
  readonly receivedAt: number;
}

/** The one entry of every ingress. Never throws; every outcome reaches the sink, except after `cancel`. */
export type Submit = (request: InferenceRequest, sink: AnswerSink) => Submission;
