import type { Piece } from "./piece.js";
import type { DecisionId, DecisionV1, ModelSunsetV1, PoolId, UsageV1 } from "@socle/contracts";
import type { InferenceRefusal } from "./refusal.js";

/** Where a request stood in line when it joined. */
export interface QueueStanding {
  /** In the whole line as the fair order will serve it, from 1. */
  readonly position: number;
  readonly predictedWaitMs: number;
}

/** What every answer carries in its headers. */
export interface AnswerMeta {
  readonly requestId: string;
  readonly decisionId: DecisionId;
  readonly poolId: PoolId | null;
  readonly poolSlug: string | null;
  /** `null` when it did not have to wait. */
  readonly queue: QueueStanding | null;
  /** Socle's own time by stage, milliseconds. */
  readonly overhead: Readonly<Record<"ingress" | "identify" | "admit" | "queue" | "pick", number>>;
  /** Absent when no rate limit counts the request. */
  readonly rateLimits?: RateLimitState | null;
  /** Of the model that was asked for, while its end is announced. */
  readonly sunset?: ModelSunsetV1 | null;
  /** Codes of what rules warned of, and of what they clamped. */
  readonly notices?: readonly string[];
}

/** One limit's window as it is now. */
export interface RateWindow {
  readonly limit: number;
  readonly remaining: number;
  readonly resetMs: number;
}

export interface RateLimitState {
  readonly requests: RateWindow | null;
  readonly tokens: RateWindow | null;
}

/** Head of an answer that a model server gave. */
export interface AnswerHead {
  readonly status: number;
  readonly contentType: string;
  /** Server-sent events follow; otherwise one body. */
  readonly stream: boolean;
  /** Known for bodies that are passed whole. */
  readonly contentLength: number | null;
}

/**
 * Where an answer goes. Calls come in the order `refuse` | (`begin` `data`* (`end` | `cut`)), and none after the
 * submission was cancelled. `refuse`, `end` and `cut` come after the request's record is on disk.
 */
export interface AnswerSink {
  refuse(refusal: InferenceRefusal, meta: AnswerMeta): void;
  begin(head: AnswerHead, meta: AnswerMeta): void;
  /**
   * Bytes for the caller; in a stream always whole events, several or one. The buffer is the sink's to keep. `false`
   * asks the core to stop reading until `Submission.resume`.
   */
  data(chunk: Buffer): boolean;
  /**
   * As `data`, for bytes that may be written around where they lie. A sink without it gets copies by `data`.
   */
  splice?(piece: Piece): boolean;
  /** After `splice`: the piece's buffer is still needed. */
  holds?(): boolean;
  end(records: AnswerRecords): void;
  /** `data` and `end` in one, for a sink that can write both at once. */
  finish?(last: Buffer, records: AnswerRecords): void;
  /** The model server went away in mid-answer: what was sent stands, nothing follows. */
  cut(refusal: InferenceRefusal, records: AnswerRecords): void;
}

export interface AnswerRecords {
  readonly decision: DecisionV1;
  readonly usage: UsageV1 | null;
}

export interface Submission {
  readonly decisionId: DecisionId;
  /** The caller is gone: upstream is cancelled at once, what was used is metered. Harmless after the end. */
  cancel(): void;
  /** The sink can take more after a `data` that answered `false`. */
  resume(): void;
}

/** A model as `/v1/models` and GraphQL list it. */
interface CallableModel {
  readonly name: string;
  readonly publisher: string;
  readonly contextWindow: number;
  /** Its end, while one is announced. */
  readonly sunset?: ModelSunsetV1 | null;
}

/** Models the holder of the key may use, or why the key is refused. */
export type ListModels = (
  authorization: string | null,
) =>
  | { readonly ok: true; readonly models: readonly CallableModel[] }
  | { readonly ok: false; readonly refusal: InferenceRefusal };
