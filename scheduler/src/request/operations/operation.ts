import type { Amounts, DeploymentV1 } from "@socle/contracts";
import type { SchedulerLimits } from "../../config/scheduler-config.js";
import type { OperationUse } from "../../cost/engine-usage.js";
import type { AnswerStream } from "../../dispatch/answer-stream.port.js";
import type { UpstreamMessage } from "../../dispatch/upstream.port.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";

/** A range of bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What of a body the model reads first, as far as routing may know. */
export interface PromptBytes {
  readonly bytes: Buffer;
  readonly span: Span;
  /** Bytes that become tokens, all of them. */
  readonly tokenBytes: number;
}

/** Where a body goes, and within what. */
export interface Forwarding {
  /** The server's name for the model. */
  readonly servedName: string;
  /** Of each sequence, as it was reserved. */
  readonly maxOutputTokens: number;
  /** Salt of the organisation's part of the prefix cache, from the caller's own salt; `null` where no server takes one. */
  readonly cacheSalt: ((own: string | null) => string) | null;
}

/** One body that was read: everything that the rest of a request's life asks of its operation. */
export interface Ask {
  readonly model: string;
  readonly stream: boolean;
  /** Sequences that a server runs for it at once. */
  readonly sequences: number;
  /** Of each sequence; `null` when the caller named no maximum, 0 where nothing is generated. */
  readonly maxOutputTokens: number | null;
  /** Bytes of it that are text, each at most one token of input. */
  readonly textBytes: number;
  /** A part that is not text may stand for as many tokens as the model's context holds. */
  readonly beyondText: boolean;
  /** Tool calls that it comes to: those of its conversation, and one more where it offers tools. */
  readonly toolCalls: number;
  readonly prompt: PromptBytes;
  /** What a model server is sent, in parts, so that a large body is never copied. */
  forwarded(to: Forwarding): UpstreamMessage;
  /** Follows an answer that goes on as it comes; `null` for one that is gathered first. */
  follow(contentType: string): AnswerStream | null;
  /** What a whole answer says was used; `null` when it says nothing that can be read. */
  usageOf(answer: Buffer): OperationUse | null;
  /** A whole answer as its caller gets it, with what it cost. */
  priced(answer: Buffer, cost: Amounts): Buffer;
}

export type ReadBody =
  { readonly ok: true; readonly ask: Ask } | { readonly ok: false; readonly refusal: InferenceRefusal };

/** Something that callers may ask of models. Nothing outside its file knows which one it is. */
export interface Operation {
  /** As OpenTelemetry's conventions for generative AI name it. */
  readonly name: string;
  readonly method: "POST";
  readonly path: string;
  /** Of bodies, without parameters. */
  readonly mediaType: string;
  /** Member of the body that bounds an answer, for a caller that asked for too much; `null` where none does. */
  readonly outputParam: string | null;
  maxBodyBytes(limits: Pick<SchedulerLimits, "maxBodyBytes">): number;
  /** Whether a deployment's servers take it; `null`: all do. */
  readonly servedBy: ((deployment: DeploymentV1) => boolean) | null;
  /** Reads a body strictly where a decision depends on it, without changing it. */
  read(body: Buffer, contentType: string): ReadBody;
}
