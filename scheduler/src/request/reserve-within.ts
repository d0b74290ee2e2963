import { ceilingsOf } from "../admission/budgets/ceilings-of.js";
import type { Candidate } from "../admission/admit.js";
import { reserve, settle } from "../admission/budgets/reserve.js";
import type { Reserved, Waived } from "../admission/budgets/reserve.js";
import { nextStep, shortfallRefusal, throttledRefusal } from "../admission/budgets/shortfall.js";
import { deploymentsWithinGuarantee } from "../admission/budgets/within-guarantee.js";
import { rateLimitState } from "../admission/limits/rate-limit-state.js";
import type { Caller } from "../kernel/snapshot/compiled-snapshot.js";
import type { RateLimitState } from "../kernel/inference.port.js";
import type { CoreParts } from "./core.port.js";

type ReserveParts = Pick<CoreParts, "book" | "shares" | "supply" | "clock" | "limits" | "queue">;

type Settled = Exclude<Reserved, { readonly kind: "short" }> & {
  readonly rateLimits: RateLimitState | null;
};

/**
 * Reserves at once when the leases held cover it; otherwise waits for the lease client, within bounds, and for nothing
 * while the control plane is known to be away. `null` when the caller left meanwhile.
 */
export const reserveWithin = async (
  parts: ReserveParts,
  caller: Caller,
  candidate: Candidate,
  gone: () => boolean,
): Promise<Settled | null> => {
  const { book, supply, clock } = parts;
  const waived: Waived = new Map();
  const deadline = clock.monotonic() + parts.limits.leaseWaitMs;
  const ceilings = ceilingsOf(caller, candidate.model.model.id);
  for (let answered = false; ;) {
    const now = clock.monotonic();
    const outcome = reserve(caller, candidate, parts, waived, now);
    if (outcome.kind !== "short") {
      return { ...withinGuarantee(parts, caller, outcome, now), rateLimits: rateLimitState(ceilings, book, now) };
    }
    const { ceiling, shortfall, levels } = outcome;
    const left = deadline - now;
    const step = nextStep(ceiling, shortfall, { answered, timeUp: left <= 0 }, book.standing().heardAt, now);
    if (step === "wait") {
      answered = (await supply.refill(left)) || answered;
      if (gone()) return null;
    } else if (step === "refuse") {
      const { nodeNames } = candidate;
      const situation = { nodeNames, book, answered, wallNow: clock.wall(), monotonicNow: now };
      const refused = shortfallRefusal(ceiling, shortfall, situation);
      return { kind: "refused", refusal: refused, levels, rateLimits: rateLimitState(ceilings, book, now) };
    } else waived.set(ceiling.id, step);
  }
};

/** Keeps a throttled request to pools in which its node is within its guarantee now; refuses it when there is none. */
const withinGuarantee = (
  parts: ReserveParts,
  caller: Caller,
  outcome: Exclude<Reserved, { readonly kind: "short" }>,
  now: number,
): Exclude<Reserved, { readonly kind: "short" }> => {
  if (outcome.kind !== "reserved" || !outcome.reservation.withinGuaranteeOnly) return outcome;
  const { candidate, reservation, levels } = outcome;
  const deployments = deploymentsWithinGuarantee(parts.queue, caller.path, candidate.deployments, now);
  if (deployments.length > 0) return { ...outcome, candidate: { ...candidate, deployments } };
  settle(parts, reservation, null);
  return { kind: "refused", refusal: throttledRefusal(caller), levels };
};
