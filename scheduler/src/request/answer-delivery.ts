import { INFERENCE_ERRORS } from "@socle/contracts";
import type { Amounts } from "@socle/contracts";
import type { RelayResult, UnansweredCode } from "../dispatch/relay.js";
import { memoryFull, refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { OperationUse } from "../cost/engine-usage.js";
import type { Outcome } from "../metering/request-records.js";
import type { Ask } from "./operations/operation.js";

/** What is left to give the caller once the record is on disk; costs are known only then. */
export type Delivery =
  | { readonly kind: "refuse"; readonly refusal: InferenceRefusal }
  | { readonly kind: "cut"; readonly refusal: InferenceRefusal }
  | { readonly kind: "events"; readonly last: (cost: Amounts | null) => Buffer }
  | {
      readonly kind: "whole";
      readonly status: number;
      readonly contentType: string;
      readonly body: (cost: Amounts | null) => Buffer;
    };

export interface Delivered {
  readonly delivery: Delivery;
  readonly outcome: Outcome;
  /** The engine's word on tokens. */
  readonly said: OperationUse | null;
  /** An endpoint worked on it: usage is charged. */
  readonly metered: boolean;
}

const UNANSWERED: Readonly<Record<UnansweredCode, string>> = {
  "endpoint.unavailable": "No model server answers.",
  "endpoint.failed": "The model server failed.",
  "endpoint.timeout": "The model server took the request and gave no answer in time.",
};

/** From how the model servers left an answer to what the caller gets, what is recorded, and whether it is charged. */
export const deliver = (result: RelayResult, ask: Ask, begun: boolean): Delivered => {
  switch (result.kind) {
    case "stream": {
      const { stream } = result;
      const outcome: Outcome = stream.failed
        ? { outcome: "failed", code: "endpoint.failed", status: 200 }
        : { outcome: "served", code: null, status: 200 };
      return {
        delivery: { kind: "events", last: (cost) => stream.last(cost) },
        outcome,
        said: stream.usage,
        metered: true,
      };
    }
    case "whole": {
      const { status, contentType, body } = result;
      const good = status < 300;
      const annotate = (cost: Amounts | null): Buffer => (cost === null ? body : ask.priced(body, cost));
      return {
        delivery: { kind: "whole", status, contentType, body: annotate },
        outcome: { outcome: good ? "served" : "failed", code: null, status },
        said: good ? ask.usageOf(body) : null,
        metered: good,
      };
    }
    case "none": {
      const details = { cause: result.message };
      const failed = refusal(result.code, UNANSWERED[result.code], { details, retryAfterSeconds: 2 });
      const { status } = INFERENCE_ERRORS[result.code];
      return {
        delivery: { kind: "refuse", refusal: failed },
        outcome: { outcome: "failed", code: result.code, status },
        said: null,
        metered: false,
      };
    }
    case "no_memory": {
      const full = memoryFull();
      const { status } = INFERENCE_ERRORS[full.code];
      return {
        delivery: { kind: "refuse", refusal: full },
        outcome: { outcome: "failed", code: full.code, status },
        said: null,
        metered: true,
      };
    }
    case "too_large": {
      const { maxBytes } = result;
      const text = `The answer is larger than the ${maxBytes} bytes that one may have as a whole.`;
      const { status } = INFERENCE_ERRORS["answer.too_large"];
      return {
        delivery: { kind: "refuse", refusal: refusal("answer.too_large", text, { details: { maxBytes } }) },
        outcome: { outcome: "failed", code: "answer.too_large", status },
        said: null,
        metered: true,
      };
    }
    case "cut": {
      const cut = refusal("endpoint.cut", "The model server broke off its answer.", {
        details: { cause: result.message },
        retryAfterSeconds: 2,
      });
      return {
        delivery: { kind: begun ? "cut" : "refuse", refusal: cut },
        outcome: { outcome: "failed", code: "endpoint.cut", status: begun ? 200 : 502 },
        said: result.stream?.usage ?? null,
        metered: true,
      };
    }
  }
};
