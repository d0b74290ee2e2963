import type * as LeaseBook from "../../src/kernel/lease/lease-book.js";
import { compiled, microBench } from "./measure.ts";

const LEVELS = ["application", "use-case", "direction", "ministry"];
const YEAR_MS = 365 * 86_400_000;

export const reserve = microBench("reserve", "reserving and settling tokens and euros on four levels", async () => {
  const { createLeaseBook } = await compiled<typeof LeaseBook>("kernel/lease/lease-book.js");
  const book = createLeaseBook();
  const asks = LEVELS.flatMap((level) => [
    { budgetId: `${level} tokens`, amount: 1200 },
    { budgetId: `${level} euros`, amount: 400 },
  ]);
  // The amount is never used up: each call settles to nothing.
  const grants = asks.map(({ budgetId }) => ({
    budgetId,
    periodStart: 0,
    periodEnd: YEAR_MS,
    granted: 1e12,
    left: 1e12,
    expiresInMs: YEAR_MS,
  }));
  book.apply(grants, { sentAt: 0, monotonicNow: 0, wallNow: 0 });
  const nothing = asks.map(() => 0);
  return {
    "8 budgets": () => {
      const outcome = book.tryReserve(asks, 1);
      if (!outcome.ok) throw new Error("the reservation must succeed");
      book.settle(outcome.reservation, nothing);
      return outcome;
    },
  };
});
