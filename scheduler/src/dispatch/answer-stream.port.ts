import type { Amounts } from "@socle/contracts";
import type { OperationUse } from "../cost/engine-usage.js";
import type { Piece } from "../kernel/piece.js";

/** Follows an answer that goes on as it comes: what ends it is kept until the request's record is on disk. */
export interface AnswerStream {
  /** Narrows a piece that was read to what may be passed on now; empty when nothing was completed. */
  push(piece: Piece): void;
  /** The engine's latest word on what was used. */
  readonly usage: OperationUse | null;
  /** Events passed on: about one token each. */
  readonly outputEvents: number;
  /** It is whole. */
  readonly ended: boolean;
  /** The engine reported an error inside it. */
  readonly failed: boolean;
  /** What was kept, with what the answer cost where the caller wants to see that. */
  last(cost: Amounts | null): Buffer;
}
