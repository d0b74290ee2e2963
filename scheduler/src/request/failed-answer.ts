import { INFERENCE_ERRORS } from "@socle/contracts";
import type { RelayResult, UnansweredCode } from "../dispatch/relay.js";
import { memoryFull, refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { Answered, Ended } from "./request-closing.js";

const UNANSWERED: Readonly<Record<UnansweredCode, string>> = {
  "endpoint.unavailable": "No model server answers.",
  "endpoint.failed": "The model server failed.",
  "endpoint.timeout": "The model server took the request and gave no answer in time.",
};

/** Nothing of an answer reached the caller; `metered`: a server worked on one. */
const refused = (why: InferenceRefusal, metered: boolean): Ended => ({
  delivery: { kind: "refuse", refusal: why },
  outcome: { outcome: "failed", code: why.code, status: INFERENCE_ERRORS[why.code].status },
  said: null,
  metered,
});

/** How a request ends that model servers did not serve: what its caller gets, and whether it is charged. */
export const failedAnswer = (result: Exclude<RelayResult, Answered>, begun: boolean): Ended => {
  switch (result.kind) {
    case "none": {
      const details = { cause: result.message };
      return refused(refusal(result.code, UNANSWERED[result.code], { details, retryAfterSeconds: 2 }), false);
    }
    case "no_memory":
      return refused(memoryFull(), true);
    case "too_large": {
      const { maxBytes } = result;
      const text = `The answer is larger than the ${maxBytes} bytes that one may have as a whole.`;
      return refused(refusal("answer.too_large", text, { details: { maxBytes } }), true);
    }
    case "cut": {
      const details = { cause: result.message };
      const cut = refusal("endpoint.cut", "The model server broke off its answer.", { details, retryAfterSeconds: 2 });
      return {
        delivery: { kind: begun ? "cut" : "refuse", refusal: cut },
        outcome: { outcome: "failed", code: cut.code, status: begun ? 200 : 502 },
        said: result.stream?.usage ?? null,
        metered: true,
      };
    }
  }
};
