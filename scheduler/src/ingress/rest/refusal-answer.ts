import { INFERENCE_ERRORS } from "@socle/contracts";
import type { RefusalCode } from "@socle/contracts";
import type { AnswerMeta } from "../../kernel/inference.port.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";
import { answerHeaders } from "./answer-headers.js";
import { errorEnvelope } from "./error-envelope.js";

/** Refusals that the same request will meet again until somebody changes the registry or a period ends. */
const LASTING: ReadonlySet<RefusalCode> = new Set(["budget.exceeded", "pool.none_eligible", "snapshot.stale"]);

/** When to come back; SDKs that retry by themselves are told when it is in vain (`x-should-retry`, as OpenAI's read it). */
const retryHeaders = (refused: InferenceRefusal): Record<string, string> => ({
  ...(refused.retryAfterSeconds === undefined ? {} : { "retry-after": String(refused.retryAfterSeconds) }),
  ...(LASTING.has(refused.code) ? { "x-should-retry": "false" } : {}),
});

export interface RefusalAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string;
}

/** A refusal as OpenAI's API gives it. */
export const refusalAnswer = (refused: InferenceRefusal, meta: AnswerMeta): RefusalAnswer => {
  const body = JSON.stringify(errorEnvelope(refused, meta.decisionId));
  const headers = {
    ...answerHeaders(meta),
    ...retryHeaders(refused),
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  };
  return { status: INFERENCE_ERRORS[refused.code].status, headers, body };
};
