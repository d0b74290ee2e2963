import type { Candidate } from "../admission/admit.js";
import type { Reservation } from "../admission/budgets/reserve.js";
import { throttledRefusal } from "../admission/budgets/shortfall.js";
import { throttleOf } from "../admission/budgets/within-guarantee.js";
import type { Caller } from "../kernel/snapshot/compiled-snapshot.js";
import type { Clock } from "../kernel/clock.js";
import type { PlacementHost } from "./placement.js";

/** What a budget that throttles lets a request do while it waits: what it could when it was admitted may have changed. */
export const throttledWait = (
  parts: Parameters<typeof throttleOf>[0] & { readonly clock: Pick<Clock, "monotonic"> },
  caller: Caller,
  candidate: Candidate,
  reservation: Reservation,
): Pick<PlacementHost, "allowed" | "heldBack"> => {
  const { deployments } = candidate;
  const throttle = throttleOf(parts, caller, candidate, reservation);
  if (throttle === null) return { allowed: (among) => among, heldBack: () => null };
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
