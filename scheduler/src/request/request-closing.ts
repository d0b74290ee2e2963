import { addAmounts } from "@socle/contracts";
import type { Amounts, ChargeV1, DecisionV1, UsageV1 } from "@socle/contracts";
import { within } from "../cost/amounts.js";
import { settle as settleReservation } from "../admission/budgets/reserve.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { OperationUse } from "../cost/engine-usage.js";
import type { AnswerMeta } from "../kernel/inference.port.js";
import { decisionOf, usageOf } from "../metering/request-records.js";
import type { Outcome } from "../metering/request-records.js";
import { gpuSecondsOf, serviceCost } from "../cost/service-cost.js";
import type { RelayResult } from "../dispatch/relay.js";
import type { CoreParts } from "./core.port.js";
import type { Used } from "./cut-attempts.js";
import type { Ask } from "./operations/operation.js";
import { storyOf } from "./request-story.js";
import type { RequestFacts } from "./request-story.js";
import type { WatchedSink } from "./watched-sink.js";

/** How long an answer's end waits for its record before the caller is told that it cannot be kept. */
const SPOOL_WAIT_MS = 5_000;

type ClosingParts = Pick<CoreParts, "book" | "shares" | "forecast" | "estimates" | "spool" | "recent">;

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

/** How an answer ended. */
export interface Ended {
  readonly delivery: Delivery;
  readonly outcome: Outcome;
  /** The engine's word on tokens. */
  readonly said: OperationUse | null;
  /** An endpoint worked on it: usage is charged. */
  readonly metered: boolean;
}

/** What model servers left as an answer of their own. */
export type Answered = Extract<RelayResult, { readonly kind: "stream" | "whole" }>;

/** From what the model servers answered to what the caller gets, what is recorded, and whether it is charged. */
export const servedAnswer = (result: Answered, ask: Ask): Ended => {
  if (result.kind === "stream") {
    const { stream } = result;
    const code = stream.failed ? "endpoint.failed" : null;
    return {
      delivery: { kind: "events", last: (cost) => stream.last(cost) },
      outcome: { outcome: stream.failed ? "failed" : "served", code, status: 200 },
      said: stream.usage,
      metered: true,
    };
  }
  const { status, contentType, body } = result;
  const good = status < 300;
  return {
    delivery: { kind: "whole", status, contentType, body: (cost) => (cost === null ? body : ask.priced(body, cost)) },
    outcome: { outcome: good ? "served" : "failed", code: null, status },
    said: good ? ask.usageOf(body) : null,
    metered: good,
  };
};

/** A request's records once they are written. */
export interface Closed {
  readonly decision: DecisionV1;
  readonly usage: UsageV1 | null;
  readonly cost: Amounts | null;
  /** False when the record could not be put on disk in time; it stays with the spool, which tries on. */
  readonly kept: boolean;
}

/**
 * Frees what the request held and charges what it used; answers what the control plane has to count. `used` is with what
 * attempts that were cut have used, up to what was reserved.
 */
const settle = (
  parts: ClosingParts,
  { placement, admitted, run }: RequestFacts,
  operation: OperationUse | null,
  cost: Amounts | null,
  used: Used | null,
): readonly ChargeV1[] => {
  const gpuSeconds = gpuSecondsOf(cost ?? {});
  placement?.settle(gpuSeconds);
  if (admitted === null) return [];
  const { caller, candidate, reservation, ask, activity } = admitted;
  const charged = used === null ? null : within(amountsOf(used), candidate.amounts);
  const charges = settleReservation(parts, reservation, charged);
  if (run === null || cost === null || operation === null) return charges;
  const { pool, deployment } = run.placed;
  const each = (operation.amounts.outputTokens ?? 0) / Math.max(1, ask.sequences);
  parts.estimates.learn(caller.application.id, deployment.id, each);
  activity.charge(pool.id, gpuSeconds);
  // What nobody counted, or what a caller's own maximum cut short, says nothing of how long answers are.
  if (!operation.estimated && ask.maxOutputTokens === null)
    parts.forecast.record(caller.useCase.id, candidate.model.model.id, Math.ceil(each));
  return charges;
};

/** All that ceilings may count of what a request used. */
const amountsOf = ({ operation, cost }: Used): Amounts => addAmounts({ ...operation.amounts, requests: 1 }, cost);

/** Puts the record on disk and remembers it; false when that takes too long. */
const written = (parts: ClosingParts, decision: DecisionV1, usage: UsageV1 | null): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), SPOOL_WAIT_MS);
    const settled = (kept: boolean): void => {
      clearTimeout(timer);
      resolve(kept);
    };
    parts.spool.append({ decision, usage }).then(
      ({ json }) => {
        parts.recent.remember(decision.id, json);
        settled(true);
      },
      () => settled(false),
    );
  });

/** Settles at once, then writes the record; the answer may end when this resolves. */
export const closeRequest = async (
  parts: ClosingParts,
  facts: RequestFacts,
  outcome: Outcome,
  operation: OperationUse | null,
): Promise<Closed> => {
  const { run, cuts, trace } = facts;
  const placed = run?.placed ?? null;
  const cost = operation === null || placed === null ? null : serviceCost(operation.amounts, placed.deployment);
  const all = cuts.withLast(operation, cost, placed);
  const charges = settle(parts, facts, operation, cost, all);
  const story = storyOf(facts);
  const decision = decisionOf(story, outcome);
  const used = all === null ? null : usageOf(story, all);
  const usage = used === null || charges.length === 0 ? used : { ...used, charges };
  const kept = await written(parts, decision, usage);
  trace.end(decision, usage, run?.interTokenMs(usage?.quantities.outputTokens ?? 0) ?? null);
  return { decision, usage, cost, kept };
};

const unkept = (begun: boolean): Delivery => {
  const full = refusal("spool.full", "Usage of this answer could not be recorded.", { retryAfterSeconds: 5 });
  return begun ? { kind: "cut", refusal: full } : { kind: "refuse", refusal: full };
};

/** Gives the caller what is left of its answer; nothing when it could not be recorded. */
export const handOver = (sink: WatchedSink, meta: AnswerMeta, wanted: Delivery, closed: Closed): void => {
  const { decision, usage, cost } = closed;
  const delivery = closed.kept ? wanted : unkept(sink.begun);
  switch (delivery.kind) {
    case "refuse":
      return sink.refuse(delivery.refusal, meta);
    case "cut":
      return sink.cut(delivery.refusal, { decision, usage });
    case "events":
      return sink.finish(delivery.last(cost), { decision, usage });
    case "whole": {
      const body = delivery.body(cost);
      const { status, contentType } = delivery;
      sink.begin({ status, contentType, stream: false, contentLength: body.length }, meta);
      sink.data(body);
      return sink.end({ decision, usage });
    }
  }
};
