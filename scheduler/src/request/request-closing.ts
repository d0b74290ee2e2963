import { addAmounts } from "@socle/contracts";
import type { Amounts, ChargeV1, DecisionV1, UsageV1 } from "@socle/contracts";
import { within } from "../cost/amounts.js";
import { settle as settleReservation } from "../admission/budgets/reserve.js";
import { refusal } from "../kernel/refusal.js";
import type { OperationUse } from "../cost/engine-usage.js";
import type { Outcome } from "../metering/request-records.js";
import { gpuSecondsOf, serviceCost } from "../cost/service-cost.js";
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
  progress: RequestProgress,
  operation: OperationUse | null,
  cost: Amounts | null,
  used: Used | null,
): readonly ChargeV1[] => {
  const gpuSeconds = gpuSecondsOf(cost ?? {});
  if (progress.grant !== null) parts.queue.settle(progress.grant, gpuSeconds);
  if (progress.held === null) return [];
  const { caller, candidate, reservation } = progress.held;
  const charges = settleReservation(
    parts,
    reservation,
    used === null ? null : within(amountsOf(used), candidate.amounts),
  );
  if (progress.relay === null || cost === null || operation === null) return charges;
  const { pool, deployment } = progress.relay.endpoint;
  const poolId = pool.id;
  const each = (operation.amounts.outputTokens ?? 0) / Math.max(1, progress.ask?.sequences ?? 1);
  parts.estimates.learn(caller.application.id, deployment.id, each);
  parts.activity.charge(poolId, progress.nodeIn(poolId), gpuSeconds);
  // What nobody counted, or what a caller's own maximum cut short, says nothing of how long answers are.
  if (!operation.estimated && progress.ask?.maxOutputTokens === null)
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
  progress: RequestProgress,
  outcome: Outcome,
  operation: OperationUse | null,
): Promise<Closed> => {
  const deployment = progress.relay?.endpoint.deployment ?? null;
  const cost = operation === null || deployment === null ? null : serviceCost(operation.amounts, deployment);
  const all = progress.cuts.withLast(operation, cost, progress.relay?.endpoint ?? null);
  const charges = settle(parts, progress, operation, cost, all);
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
