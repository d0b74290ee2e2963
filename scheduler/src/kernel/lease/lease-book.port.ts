import type { BudgetId, EpochMillis, LeaseGrantV1, LeaseReturnV1, LeaseWantV1 } from "@socle/contracts";

/** What one request wants from one budget. */
export interface LeaseAsk {
  readonly budgetId: BudgetId;
  readonly amount: number;
}

/** Why a budget could not cover an ask. */
export interface LeaseShortfall {
  readonly budgetId: BudgetId;
  /**
   * `missing`: nothing was ever leased, or not enough is held and more may be granted. `exhausted`: the control plane
   * said that too little is left. `expired`: what is held may no longer be counted on.
   */
  readonly kind: "missing" | "exhausted" | "expired";
  readonly asked: number;
  /** Free amount this replica holds. */
  readonly held: number;
  /** What the control plane last said stays free; `null` before its first answer. */
  readonly left: number | null;
  readonly periodEnd: EpochMillis | null;
}

/** Opaque; settled exactly once. */
export interface LeaseReservation {
  readonly asks: readonly LeaseAsk[];
  /** Period of the lease that each ask was taken from. */
  readonly periodStarts: readonly EpochMillis[];
}

export type ReserveOutcome =
  | { readonly ok: true; readonly reservation: LeaseReservation; readonly heldBefore: readonly number[] }
  | { readonly ok: false; readonly shortfall: LeaseShortfall; readonly heldBefore: readonly number[] };

/** Times at which an answer is applied. */
export interface GrantTimes {
  /** Monotonic time at which the call was *sent*: expiry counts from it, so that a slow answer never lengthens it. */
  readonly sentAt: number;
  readonly monotonicNow: number;
  readonly wallNow: EpochMillis;
  /** Replicas that the control plane counted. */
  readonly replicas?: number;
}

/** What is known of one ceiling now. */
export interface LeaseOutlook {
  /** Free amount this replica holds and may count on. */
  readonly free: number;
  /** What the control plane last said stays free beside it. */
  readonly left: number;
  /** What it said that all replicas hold; absent when it did not. */
  readonly reserved?: number;
  readonly endsInMs: number;
}

/** How the control plane was last heard. */
export interface LeaseStanding {
  /** Monotonic time of the newest answer's call; `null` before the first. */
  readonly heardAt: number | null;
  /** Replicas it counted then, this one included. */
  readonly replicas: number;
}

/**
 * The blocks of quota this replica holds. Synchronous and without I/O: a reservation is one step of the event loop, so
 * concurrent requests can never count on the same amount.
 */
export interface LeaseBook {
  /**
   * All asks or none; on failure the first budget of `asks` that blocks, and the demand is remembered for `draft`, unless
   * `remember` is false: the caller then has a smaller wish to try.
   */
  tryReserve(asks: readonly LeaseAsk[], monotonicNow: number, remember?: boolean): ReserveOutcome;
  /** Ends a reservation: `actual[i]` of `asks[i]` is consumed, the rest is free again. A second call does nothing. */
  settle(reservation: LeaseReservation, actual: readonly number[]): void;
  /**
   * The variable part of the next lease call. Amounts in `returns` leave the book here; a call that gets no answer must
   * be sent again unchanged. Every budget in use has a want, even of 0: its answer renews the expiry.
   */
  draft(monotonicNow: number): { readonly wants: readonly LeaseWantV1[]; readonly returns: readonly LeaseReturnV1[] };
  apply(grants: readonly LeaseGrantV1[], times: GrantTimes): void;
  /** Budgets that left the snapshot are given back. */
  keepOnly(budgetIds: { has(budgetId: BudgetId): boolean }): void;
  /** Gives back everything free, for an orderly stop. */
  surrender(): readonly LeaseReturnV1[];
  /** `null` when nothing is leased of it now. */
  outlook(budgetId: BudgetId, monotonicNow: number): LeaseOutlook | null;
  standing(): LeaseStanding;
  /** Figures for explanations and metrics. */
  holdings(): readonly LeaseHoldingView[];
}

export interface LeaseHoldingView {
  readonly budgetId: BudgetId;
  readonly periodStart: EpochMillis;
  readonly granted: number;
  readonly free: number;
  readonly reserved: number;
  readonly consumed: number;
  readonly returned: number;
}

/** The lease client as admission sees it. */
export interface LeaseSupply {
  /**
   * Sends a lease call as soon as possible. Resolves `true` after an answer to a call drafted after this moment was
   * applied to the book, `false` when `timeoutMs` passed before.
   */
  refill(timeoutMs: number): Promise<boolean>;
}
