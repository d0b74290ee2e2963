import { ceilingAmount } from "@socle/contracts";
import type { Amounts, ChargeV1, LevelDecisionV1 } from "@socle/contracts";
import type { Caller } from "../../kernel/snapshot/compiled-snapshot.js";
import type { LeaseBook, LeaseOutlook, LeaseReservation, LeaseShortfall } from "../../kernel/lease/lease-book.port.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";
import type { Candidate } from "../admit.js";
import type { LocalHold, LocalShares } from "../limits/local-shares.js";
import { ceilingsOf } from "./ceilings-of.js";
import type { Ceiling } from "./ceilings-of.js";
import { shareRefusal } from "./shortfall.js";

export interface ReserveParts {
  readonly book: LeaseBook;
  readonly shares: LocalShares;
}

/**
 * Ceilings a request goes on without: `exhausted` ones whose rule does not block, and `silent` ones whose lease ran out
 * while the control plane is away and that are not hard.
 */
export type Waived = Map<Ceiling["id"], "exhausted" | "silent">;

/** What an admitted request holds until it is settled. */
export interface Reservation {
  readonly lease: LeaseReservation;
  /** Ceilings of the lease's asks, in their order. */
  readonly ceilings: readonly Ceiling[];
  readonly local: readonly { readonly ceiling: Ceiling; readonly hold: LocalHold }[];
  /** A budget is used up whose rule lets its requests run only within their node's guarantee. */
  readonly withinGuaranteeOnly: boolean;
}

export type Reserved =
  | {
      readonly kind: "reserved";
      readonly reservation: Reservation;
      /** With the output bound that was reserved. */
      readonly candidate: Candidate;
      readonly levels: readonly LevelDecisionV1[];
    }
  | {
      readonly kind: "short";
      readonly ceiling: Ceiling;
      readonly shortfall: LeaseShortfall;
      readonly levels: readonly LevelDecisionV1[];
    }
  | { readonly kind: "refused"; readonly refusal: InferenceRefusal; readonly levels: readonly LevelDecisionV1[] };

/** Levels as a decision records them, from the leaf to the root; ends at the first that blocked. */
const levelsOf = (
  ceilings: readonly Ceiling[],
  amounts: Amounts,
  held: readonly number[],
  failedAt: Ceiling["id"] | null,
  outlookOf: (id: Ceiling["id"]) => LeaseOutlook | null,
): LevelDecisionV1[] => {
  const levels: LevelDecisionV1[] = [];
  for (const [index, { id, nodeId, unit, value }] of ceilings.entries()) {
    const ok = id !== failedAt;
    const asked = ceilingAmount(unit, amounts, "bound");
    const { left, reserved } = outlookOf(id) ?? {};
    const said = reserved === undefined ? {} : { left, reserved };
    levels.push({ nodeId, ceilingId: id, unit, ceiling: value, asked, held: held[index] ?? 0, ...said, ok });
    if (!ok) break;
  }
  return levels;
};

type LocalOutcome =
  { readonly ok: true; readonly local: Reservation["local"] } | { readonly ok: false; readonly ceiling: Ceiling };

/** Shares of the limits whose leases ran out, all or none. */
const takeShares = (
  ceilings: readonly Ceiling[],
  waived: Waived,
  amounts: Amounts,
  parts: ReserveParts,
  now: number,
): LocalOutcome => {
  const local: { ceiling: Ceiling; hold: LocalHold }[] = [];
  const { replicas } = parts.book.standing();
  for (const ceiling of ceilings) {
    if (waived.get(ceiling.id) !== "silent" || ceiling.kind === "budget") continue;
    const hold = parts.shares.take(ceiling, ceilingAmount(ceiling.unit, amounts, "bound"), replicas, now);
    if (hold === null) {
      for (const taken of local) parts.shares.settle(taken.hold, 0);
      return { ok: false, ceiling };
    }
    local.push({ ceiling, hold });
  }
  return { ok: true, local };
};

/**
 * One try at every ceiling of the path and model, all or none: with the output the request may ask for, then, when its
 * caller named none, with what answers of its kind need. The engine is given the maximum that was reserved.
 */
export const reserve = (
  caller: Caller,
  candidate: Candidate,
  parts: ReserveParts,
  waived: Waived,
  monotonicNow: number,
): Reserved => {
  const ceilings = ceilingsOf(caller, candidate.model.model.id);
  const leased = waived.size === 0 ? ceilings : ceilings.filter(({ id }) => !waived.has(id));
  const { smaller } = candidate;
  const first = tryAt(candidate, ceilings, leased, parts, waived, monotonicNow, smaller === null);
  if (first.kind !== "short" || smaller === null) return first;
  return tryAt({ ...candidate, ...smaller, smaller: null }, ceilings, leased, parts, waived, monotonicNow, true);
};

const tryAt = (
  candidate: Candidate,
  ceilings: readonly Ceiling[],
  leased: readonly Ceiling[],
  parts: ReserveParts,
  waived: Waived,
  now: number,
  remember: boolean,
): Reserved => {
  const { amounts } = candidate;
  const asks = leased.map(({ id, unit }) => ({ budgetId: id, amount: ceilingAmount(unit, amounts, "bound") }));
  const outcome = parts.book.tryReserve(asks, now, remember);
  const outlookOf = (id: Ceiling["id"]) => parts.book.outlook(id, now);
  if (!outcome.ok) {
    const { shortfall, heldBefore } = outcome;
    const ceiling = leased.find(({ id }) => id === shortfall.budgetId);
    if (ceiling === undefined) throw new Error("a shortfall names what was asked for");
    return { kind: "short", ceiling, shortfall, levels: levelsOf(leased, amounts, heldBefore, ceiling.id, outlookOf) };
  }
  const levels = levelsOf(leased, amounts, outcome.heldBefore, null, outlookOf);
  const shares = takeShares(ceilings, waived, amounts, parts, now);
  if (!shares.ok) {
    parts.book.settle(outcome.reservation, []);
    return { kind: "refused", refusal: shareRefusal(shares.ceiling, candidate.nodeNames), levels };
  }
  const withinGuaranteeOnly = ceilings.some(
    ({ id, onExhaust }) => onExhaust === "throttle_to_guarantee" && waived.get(id) === "exhausted",
  );
  const reservation = { lease: outcome.reservation, ceilings: leased, local: shares.local, withinGuaranteeOnly };
  return { kind: "reserved", reservation, candidate, levels };
};

/**
 * Ends a reservation: `used` is consumed, the rest is free again, requests at once are free whatever was used. `null`:
 * no engine took the request, and it used nothing. Answers what the control plane has to count.
 */
export const settle = (parts: ReserveParts, reservation: Reservation, used: Amounts | null): ChargeV1[] => {
  const { lease, ceilings, local } = reservation;
  const amountOf = ({ kind, unit }: Ceiling): number =>
    kind === "concurrency" || used === null ? 0 : ceilingAmount(unit, used, "use");
  parts.book.settle(lease, ceilings.map(amountOf));
  for (const { ceiling, hold } of local) parts.shares.settle(hold, amountOf(ceiling));
  if (used === null) return [];
  return ceilings.flatMap((ceiling, index) => {
    const periodStart = lease.periodStarts[index];
    if (ceiling.kind === "concurrency" || periodStart === undefined) return [];
    return [{ ceilingId: ceiling.id, periodStart, amount: amountOf(ceiling) }];
  });
};
