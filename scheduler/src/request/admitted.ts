import type { Candidate } from "../admission/admit.js";
import type { Reservation } from "../admission/budgets/reserve.js";
import { CallerActivity } from "../kernel/activity-meter.js";
import type { Caller, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { Seeker } from "../placement/placement.js";
import { throttledWait } from "../placement/throttled-wait.js";
import type { CoreParts } from "./core.port.js";
import type { Ask } from "./operations/operation.js";
import { EngineStay } from "./prompt/engine-stay.js";

/** A request that rules let through and whose ceilings are reserved: what it is and holds until it ends. */
export interface Admitted extends Seeker {
  readonly caller: Caller;
  readonly ask: Ask;
  /** With the output bound that was reserved. */
  readonly candidate: Candidate;
  readonly reservation: Reservation;
  readonly activity: CallerActivity;
  readonly stay: EngineStay;
}

export const admittedOf = (
  parts: Pick<CoreParts, "activity" | "book" | "clock" | "fleet" | "promptSalt" | "queue">,
  asking: Pick<Admitted, "decisionId" | "caller" | "ask" | "bytes">,
  snapshot: CompiledSnapshot,
  { candidate, reservation }: Pick<Admitted, "candidate" | "reservation">,
): Admitted => {
  const { caller, ask } = asking;
  return {
    ...asking,
    candidate,
    reservation,
    size: { bodyBytes: ask.textBytes, bounds: candidate.bounds, sequences: ask.sequences },
    activity: new CallerActivity(parts.activity, snapshot, caller),
    stay: new EngineStay(parts.fleet, ask, caller.organisation.id, parts.promptSalt, candidate.deployments),
    throttled: throttledWait(parts, caller, candidate, reservation),
  };
};
