import type { DeploymentId } from "@socle/contracts";
import type { Candidate } from "../admission/admit.js";
import type { Reservation } from "../admission/budgets/reserve.js";
import { throttledRefusal } from "../admission/budgets/shortfall.js";
import { throttleOf } from "../admission/budgets/within-guarantee.js";
import type { Clock } from "../kernel/clock.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { Caller } from "../kernel/snapshot/compiled-snapshot.js";

/** What keeps a request from places that are free. */
export interface HeldBack {
  readonly refusal: InferenceRefusal;
  /** Milliseconds after which it may be otherwise; `Infinity` when time alone changes nothing. */
  readonly inMs: number;
}

/** What a budget that throttles lets a request do while it waits. */
export interface ThrottledWait {
  /** Those of the deployments that it may go to now. */
  allowed(among: readonly DeploymentId[]): readonly DeploymentId[];
  /** Why it may go nowhere now, though there may be room; `null` when it may. */
  heldBack(): HeldBack | null;
}

/** `null` when no budget throttles the request. What it could do when it was admitted may have changed since. */
export const throttledWait = (
  parts: Parameters<typeof throttleOf>[0] & { readonly clock: Pick<Clock, "monotonic"> },
  caller: Caller,
  candidate: Candidate,
  reservation: Reservation,
): ThrottledWait | null => {
  const { deployments } = candidate;
  const throttle = throttleOf(parts, caller, candidate, reservation);
  if (throttle === null) return null;
  return {
    allowed(among) {
      const now = parts.clock.monotonic();
      if (!throttle.holds(now)) return among;
      const asked = deployments.filter(({ id }) => among.includes(id));
      return throttle.within(asked, now).map(({ id }) => id);
    },
    heldBack() {
      const now = parts.clock.monotonic();
      const inMs = throttle.holds(now) ? throttle.msUntilWithin(deployments, now) : 0;
      return inMs === 0 ? null : { refusal: throttledRefusal(caller), inMs };
    },
  };
};
