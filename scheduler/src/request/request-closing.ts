import type { ChargeV1, DecisionV1, UsageV1 } from "@socle/contracts";
import { usedAmounts, within } from "../cost/amounts.js";
import { settle as settleReservation } from "../admission/budgets/reserve.js";
import { refusal } from "../kernel/refusal.js";
import type { TokenUsage } from "../cost/engine-usage.js";
import type { Outcome } from "../metering/request-records.js";
import { serviceCost } from "../cost/service-cost.js";
import type { ServiceCost } from "../cost/service-cost.js";
import type { Delivery } from "./answer-delivery.js";
import type { CoreParts } from "./core.port.js";
import type { Used } from "./cut-attempts.js";
import type { RequestProgress } from "./request-progress.js";
import type { WatchedSink } from "./watched-sink.js";

/** How long an answer's end waits for its record before the caller is told that it cannot be kept. */
const SPOOL_WAIT_MS = 5_000;

type ClosingParts = Pick<
  CoreParts,
  "book" | "shares" | "forecast" | "activity" | "queue" | "estimates" | "spool" | "recent"
>;

/** A request's records once they are written. */
export interface Closed {
  readonly decision: DecisionV1;
  readonly usage: UsageV1 | null;
  readonly cost: ServiceCost | null;
  /** False when the record could not be put on disk in time; it stays with the spool, which tries on. */
  readonly kept: boolean;
}

/**
 * Frees what the request held and charges what it used; answers what the control plane has to count. `used` is with what
 * attempts that were cut have used, up to what was reserved.
 */
const settle = (
  parts: ClosingParts,
  progress: RequestProgress,
  tokens: TokenUsage | null,
  cost: ServiceCost | null,
  used: Used | null,
): readonly ChargeV1[] => {
  if (progress.grant !== null) parts.queue.settle(progress.grant, cost?.gpuSeconds ?? 0);
  if (progress.held === null) return [];
  const { caller, candidate, reservation } = progress.held;
  const amounts = usedAmounts(used?.tokens ?? null, used?.cost ?? null);
  const charges = settleReservation(parts, reservation, within(amounts, candidate.amounts));
  if (progress.relay === null || cost === null || tokens === null) return charges;
  const { pool, deployment } = progress.relay.endpoint;
  const poolId = pool.id;
  parts.estimates.learn(
    caller.application.id,
    deployment.id,
    tokens.outputTokens / Math.max(1, progress.ask?.sequences ?? 1),
  );
  parts.activity.charge(poolId, progress.nodeIn(poolId), cost.gpuSeconds);
  // What nobody counted, or what a caller's own maximum cut short, says nothing of how long answers are.
  if (!tokens.estimated && progress.ask?.maxOutputTokens === null) {
    const each = Math.ceil(tokens.outputTokens / Math.max(1, progress.ask.sequences));
    parts.forecast.record(caller.useCase.id, candidate.model.model.id, each);
  }
  return charges;
};

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
  progress: RequestProgress,
  outcome: Outcome,
  tokens: TokenUsage | null,
): Promise<Closed> => {
  const deployment = progress.relay?.endpoint.deployment ?? null;
  const cost = tokens === null || deployment === null ? null : serviceCost(tokens, deployment);
  const all = progress.cuts.withLast(tokens, cost, progress.relay?.endpoint ?? null);
  const charges = settle(parts, progress, tokens, cost, all);
  const decision = progress.decision(outcome);
  const used = progress.usage(all);
  const usage = used === null || charges.length === 0 ? used : { ...used, charges };
  const kept = await written(parts, decision, usage);
  progress.trace.end(decision, usage, progress.interTokenMs(usage));
  return { decision, usage, cost, kept };
};

const unkept = (begun: boolean): Delivery => {
  const full = refusal("spool.full", "Usage of this answer could not be recorded.", { retryAfterSeconds: 5 });
  return begun ? { kind: "cut", refusal: full } : { kind: "refuse", refusal: full };
};

/** Gives the caller what is left of its answer; nothing when it could not be recorded. */
export const handOver = (sink: WatchedSink, progress: RequestProgress, wanted: Delivery, closed: Closed): void => {
  const { decision, usage, cost } = closed;
  const delivery = closed.kept ? wanted : unkept(progress.begun);
  switch (delivery.kind) {
    case "refuse":
      return sink.refuse(delivery.refusal, progress.meta());
    case "cut":
      return sink.cut(delivery.refusal, { decision, usage });
    case "events":
      return sink.finish(delivery.last(cost), { decision, usage });
    case "whole": {
      const body = delivery.body(cost);
      const { status, contentType } = delivery;
      progress.begun = true;
      sink.begin({ status, contentType, stream: false, contentLength: body.length }, progress.meta());
      sink.data(body);
      return sink.end({ decision, usage });
    }
  }
};
