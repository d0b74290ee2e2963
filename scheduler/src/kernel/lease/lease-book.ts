import type { BudgetId, LeaseGrantV1, LeaseReturnV1, LeaseWantV1 } from "@socle/contracts";
import type {
  GrantTimes,
  LeaseAsk,
  LeaseBook,
  LeaseReservation,
  LeaseShortfall,
  ReserveOutcome,
} from "./lease-book.port.js";
import { createLeaseDemand } from "./lease-demand.js";
import type { LeaseDemand } from "./lease-demand.js";
import { emptyHolding, grantTo, reserveFrom, settleIn, takeBack, viewOf } from "./lease-holding.js";
import type { LeaseHolding } from "./lease-holding.js";

/** Subtracted from every lease: covers the drift of two clocks over its life and the step from check to use. */
const EXPIRY_MARGIN_MS = 500;

interface Account {
  /** Holding of the current period; `null` before the first grant. */
  current: LeaseHolding | null;
  expiresAt: number;
  /** Monotonic time of the period's end. */
  periodEndsAt: number;
  left: number | null;
  /** What all replicas held then; `null` when nobody said. */
  reserved: number | null;
  readonly demand: LeaseDemand;
}

interface OpenReservation extends LeaseReservation {
  /** Holdings that were reserved from; emptied once settled. */
  holdings: readonly LeaseHolding[];
}

/** See `LeaseBook`. State: one account a budget, and holdings of past periods until their last reservation ends. */
export const createLeaseBook = (): LeaseBook => {
  const accounts = new Map<BudgetId, Account>();
  const closing = new Set<LeaseHolding>();
  let heardAt: number | null = null;
  let replicas = 1;

  const accountOf = (budgetId: BudgetId, monotonicNow: number): Account => {
    const known = accounts.get(budgetId);
    if (known !== undefined) return known;
    const demand = createLeaseDemand(monotonicNow);
    const fresh: Account = { current: null, expiresAt: 0, periodEndsAt: Infinity, left: null, reserved: null, demand };
    accounts.set(budgetId, fresh);
    return fresh;
  };

  const shortfallOf = (ask: LeaseAsk, account: Account, now: number, needed: number): LeaseShortfall | null => {
    const held = account.current?.free ?? 0;
    const live = now < account.expiresAt && now < account.periodEndsAt;
    if (live && held >= needed) return null;
    // A lease that ran out says nothing about the budget, and a new period starts with nothing leased.
    const lapsed = account.current !== null && now < account.periodEndsAt && !live;
    const known = account.current !== null && live && account.left !== null && held + account.left < needed;
    return {
      budgetId: ask.budgetId,
      kind: lapsed ? "expired" : known ? "exhausted" : "missing",
      asked: ask.amount,
      held,
      left: account.left,
      periodEnd: account.current?.periodEnd ?? null,
    };
  };

  /** Figures with which `asks` cannot be covered, the first in their order. The same budget may be asked twice. */
  const firstShortfall = (asks: readonly LeaseAsk[], now: number): LeaseShortfall | null => {
    for (const [index, ask] of asks.entries()) {
      let needed = ask.amount;
      for (let before = 0; before < index; before += 1) {
        if (asks[before]?.budgetId === ask.budgetId) needed += asks[before]?.amount ?? 0;
      }
      const shortfall = shortfallOf(ask, accountOf(ask.budgetId, now), now, needed);
      if (shortfall !== null) return shortfall;
    }
    return null;
  };

  const tryReserve = (asks: readonly LeaseAsk[], now: number, remember = true): ReserveOutcome => {
    const heldBefore = asks.map((ask) => accounts.get(ask.budgetId)?.current?.free ?? 0);
    const shortfall = firstShortfall(asks, now);
    if (shortfall !== null) {
      if (remember) for (const ask of asks) accountOf(ask.budgetId, now).demand.blocked(ask.amount);
      return { ok: false, shortfall, heldBefore };
    }
    const holdings = asks.flatMap((ask) => {
      const account = accountOf(ask.budgetId, now);
      if (account.current === null) return [];
      reserveFrom(account.current, ask.amount);
      account.demand.reserved(ask.amount);
      return [account.current];
    });
    const reservation: OpenReservation = { asks, holdings, periodStarts: holdings.map((one) => one.periodStart) };
    return { ok: true, reservation, heldBefore };
  };

  const settle = (reservation: LeaseReservation, actual: readonly number[]): void => {
    const open = reservation as OpenReservation;
    open.holdings.forEach((holding, index) => settleIn(holding, open.asks[index]?.amount ?? 0, actual[index] ?? 0));
    open.holdings = [];
  };

  const collectClosing = (): LeaseReturnV1[] =>
    [...closing].flatMap((holding) => {
      const amount = takeBack(holding, Infinity);
      if (holding.reserved === 0) closing.delete(holding);
      return amount > 0 ? [{ budgetId: holding.budgetId, periodStart: holding.periodStart, amount }] : [];
    });

  /** Ends the current period of an account: what is free leaves, what is reserved leaves once settled. */
  const closeAccount = (account: Account): void => {
    if (account.current !== null) closing.add(account.current);
    account.current = null;
    account.left = null;
    account.reserved = null;
  };

  const isDone = (account: Account): boolean =>
    account.current === null || (account.current.free === 0 && account.current.reserved === 0);

  const draft = (now: number): { wants: LeaseWantV1[]; returns: LeaseReturnV1[] } => {
    const wants: LeaseWantV1[] = [];
    const returns: LeaseReturnV1[] = [];
    for (const [budgetId, account] of accounts) {
      if (now >= account.periodEndsAt) closeAccount(account);
      const free = account.current?.free ?? 0;
      const plan = account.demand.plan(free, now);
      const missing = plan.smallest - free;
      // A remainder that helps nobody here goes back, where it meets those of others; then all is asked for anew.
      const useless = missing > 0 && free > 0 && account.left !== null && account.left < missing;
      const back = account.current === null ? 0 : takeBack(account.current, useless ? free : plan.excess);
      if (back > 0 && account.current !== null) {
        returns.push({ budgetId, periodStart: account.current.periodStart, amount: back });
      }
      if (plan.idle && isDone(account)) accounts.delete(budgetId);
      else if (useless) {
        wants.push({ budgetId, least: plan.pending, wanted: plan.pending, useful: plan.smallest });
      } else {
        const useful = missing > 0 ? { useful: missing } : {};
        wants.push({ budgetId, least: plan.least, wanted: back > 0 ? 0 : plan.wanted, ...useful });
      }
    }
    return { wants, returns: [...returns, ...collectClosing()] };
  };

  /** The holding a grant belongs to; one for a period that is over is given back with the next call. */
  const holdingFor = (account: Account, grant: LeaseGrantV1): LeaseHolding => {
    const fresh = (): LeaseHolding => emptyHolding(grant.budgetId, grant.periodStart, grant.periodEnd);
    if (account.current !== null && grant.periodStart < account.current.periodStart) {
      const late = fresh();
      closing.add(late);
      return late;
    }
    if (account.current !== null && grant.periodStart > account.current.periodStart) closeAccount(account);
    return (account.current ??= fresh());
  };

  const applyGrant = (grant: LeaseGrantV1, times: GrantTimes): void => {
    const account = accountOf(grant.budgetId, times.monotonicNow);
    const holding = holdingFor(account, grant);
    grantTo(holding, grant.granted);
    if (holding !== account.current) return;
    account.left = grant.left;
    account.reserved = grant.reserved ?? null;
    account.expiresAt = times.sentAt + grant.expiresInMs - EXPIRY_MARGIN_MS;
    // By the control plane's clock and from the sending of the call: early rather than late, and no wall clock of ours.
    account.periodEndsAt =
      grant.periodEndsInMs === undefined
        ? times.monotonicNow + (grant.periodEnd - times.wallNow)
        : times.sentAt + grant.periodEndsInMs;
  };

  return {
    tryReserve,
    settle,
    draft,
    apply(grants, times) {
      heardAt = times.sentAt;
      replicas = Math.max(1, times.replicas ?? replicas);
      for (const grant of grants) applyGrant(grant, times);
    },
    keepOnly(budgetIds) {
      for (const [budgetId, account] of accounts) {
        if (budgetIds.has(budgetId)) continue;
        closeAccount(account);
        accounts.delete(budgetId);
      }
    },
    surrender() {
      for (const account of accounts.values()) closeAccount(account);
      accounts.clear();
      return collectClosing();
    },
    outlook(budgetId, now) {
      const account = accounts.get(budgetId);
      if (account?.current == null || now >= account.periodEndsAt) return null;
      const free = now < account.expiresAt ? Math.max(0, account.current.free) : 0;
      const { left, reserved, periodEndsAt } = account;
      return { free, left: left ?? 0, ...(reserved === null ? {} : { reserved }), endsInMs: periodEndsAt - now };
    },
    standing: () => ({ heardAt, replicas }),
    holdings: () => [...[...accounts.values()].flatMap((account) => account.current ?? []), ...closing].map(viewOf),
  };
};
