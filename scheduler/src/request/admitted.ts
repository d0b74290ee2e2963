import type { DecisionId } from "@socle/contracts";
import type { Candidate } from "../admission/admit.js";
import type { Reservation } from "../admission/budgets/reserve.js";
import type { RequestSize } from "../admission/fair-share/queue/cost-estimates.js";
import { CallerActivity } from "../kernel/activity-meter.js";
import type { Caller, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { Seeker } from "../placement/placement.js";
import { throttledWait } from "../placement/throttled-wait.js";
import type { CoreParts } from "./core.port.js";
import type { Ask } from "./operations/operation.js";
import { EngineStay } from "./prompt/engine-stay.js";

/** A request that rules let through and whose ceilings are reserved: what it is and holds until it ends. */
export interface Admitted {
  readonly caller: Caller;
  readonly ask: Ask;
  /** With the output bound that was reserved. */
  readonly candidate: Candidate;
  readonly reservation: Reservation;
  /** What the fair queue may know of it before it runs. */
  readonly size: RequestSize;
  readonly activity: CallerActivity;
  readonly stay: EngineStay;
}

export const admittedOf = (
  { activity, fleet, promptSalt }: Pick<CoreParts, "activity" | "fleet" | "promptSalt">,
  snapshot: CompiledSnapshot,
  caller: Caller,
  ask: Ask,
  { candidate, reservation }: Pick<Admitted, "candidate" | "reservation">,
): Admitted => ({
  caller,
  ask,
  candidate,
  reservation,
  size: { bodyBytes: ask.textBytes, bounds: candidate.bounds, sequences: ask.sequences },
  activity: new CallerActivity(activity, snapshot, caller),
  stay: new EngineStay(fleet, ask, caller.organisation.id, promptSalt, candidate.deployments),
});

/** It, as its placement knows it; `bytes` are those of its body. */
export const seekerOf = (
  parts: Parameters<typeof throttledWait>[0],
  decisionId: DecisionId,
  { caller, candidate, reservation, size, activity, stay }: Admitted,
  bytes: number,
): Seeker => ({
  decisionId,
  application: caller.application,
  useCase: caller.useCase,
  deployments: candidate.deployments,
  order: candidate.order,
  size,
  bytes,
  prompt: stay,
  throttled: throttledWait(parts, caller, candidate, reservation),
  activity,
});
