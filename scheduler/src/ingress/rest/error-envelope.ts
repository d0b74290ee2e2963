import { INFERENCE_ERRORS } from "@socle/contracts";
import type { ErrorEnvelope } from "@socle/contracts";
import type { InferenceRefusal } from "../../kernel/refusal.js";

/** OpenAI's error envelope for a refusal. */
export const errorEnvelope = (refused: InferenceRefusal, decisionId: string): ErrorEnvelope => ({
  error: {
    message: refused.message,
    type: INFERENCE_ERRORS[refused.code].type,
    code: refused.code,
    param: refused.param,
    decision_id: decisionId,
    ...(refused.details === undefined ? {} : { details: refused.details }),
  },
});
