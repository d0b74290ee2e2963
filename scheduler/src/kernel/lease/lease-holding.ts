import type { BudgetId, EpochMillis } from "@socle/contracts";
import type { LeaseHoldingView } from "./lease-book.port.js";

/**
 * What is held of one budget in one period. At all times `granted = free + reserved + consumed + returned`; `free` is
 * negative only when an engine used more than was reserved for it, and grants then repay it first.
 */
export interface LeaseHolding {
  readonly budgetId: BudgetId;
  readonly periodStart: EpochMillis;
  readonly periodEnd: EpochMillis;
  granted: number;
  free: number;
  reserved: number;
  consumed: number;
  returned: number;
}

export const emptyHolding = (budgetId: BudgetId, periodStart: EpochMillis, periodEnd: EpochMillis): LeaseHolding => ({
  budgetId,
  periodStart,
  periodEnd,
  granted: 0,
  free: 0,
  reserved: 0,
  consumed: 0,
  returned: 0,
});

export const grantTo = (holding: LeaseHolding, amount: number): void => {
  holding.granted += amount;
  holding.free += amount;
};

export const reserveFrom = (holding: LeaseHolding, amount: number): void => {
  holding.free -= amount;
  holding.reserved += amount;
};

export const settleIn = (holding: LeaseHolding, reserved: number, actual: number): void => {
  holding.reserved -= reserved;
  holding.consumed += actual;
  holding.free += reserved - actual;
};

/** Takes up to `amount` of what is free out of the holding; answers how much. */
export const takeBack = (holding: LeaseHolding, amount: number): number => {
  const taken = Math.max(0, Math.min(holding.free, amount));
  holding.free -= taken;
  holding.returned += taken;
  return taken;
};

export const viewOf = (holding: LeaseHolding): LeaseHoldingView => ({
  budgetId: holding.budgetId,
  periodStart: holding.periodStart,
  granted: holding.granted,
  free: holding.free,
  reserved: holding.reserved,
  consumed: holding.consumed,
  returned: holding.returned,
});
