import { INFERENCE_ERRORS } from "@socle/contracts";
import type { UsageV1 } from "@socle/contracts";
import type { InferenceRefusal } from "../../../kernel/refusal.js";
import { usageObject } from "./answer-objects.js";
import type { Typed } from "./answer-objects.js";

export interface RefusalMeta {
  readonly requestId: string;
  readonly decisionId: string | null;
}

/** The union member that carries a code, as the one table of errors says. */
export function refusalObject(refusal: InferenceRefusal, meta: RefusalMeta, usage: UsageV1 | null = null): Typed {
  return {
    __typename: INFERENCE_ERRORS[refusal.code].graphql,
    code: refusal.code,
    message: refusal.message,
    retryAfterSeconds: refusal.retryAfterSeconds === undefined ? null : Math.ceil(refusal.retryAfterSeconds),
    decisionId: meta.decisionId,
    requestId: meta.requestId,
    details: refusal.details ?? null,
    param: refusal.param,
    pools: poolsOf(refusal.details?.["pools"]),
    usage: usageObject(usage),
  };
}

/** Reasons by pool, where the details hold them in that shape. */
function poolsOf(pools: unknown): unknown[] {
  if (!Array.isArray(pools)) return [];
  return pools.filter(
    (entry: { pool?: unknown; reasons?: unknown } | null) =>
      typeof entry?.pool === "string" && Array.isArray(entry.reasons),
  );
}
