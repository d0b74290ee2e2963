import type { LeaseBook } from "../../kernel/lease/lease-book.port.js";
import type { RateLimitState, RateWindow } from "../../kernel/inference.port.js";
import type { Ceiling } from "../budgets/ceilings-of.js";

/** The window of these with the smallest part left. */
const tightest = (ceilings: readonly Ceiling[], book: Pick<LeaseBook, "outlook">, now: number): RateWindow | null => {
  let chosen: RateWindow | null = null;
  for (const { id, value } of ceilings) {
    const outlook = book.outlook(id, now);
    if (outlook === null) continue;
    const remaining = Math.min(value, outlook.free + outlook.left);
    if (chosen !== null && remaining * chosen.limit >= chosen.remaining * value) continue;
    chosen = { limit: value, remaining, resetMs: Math.max(0, Math.ceil(outlook.endsInMs)) };
  }
  return chosen;
};

/**
 * What OpenAI's rate-limit headers say: requests and tokens of the window that is nearest to its end, over the whole
 * path. `remaining` counts what this replica holds and what the control plane last said stays free.
 */
export const rateLimitState = (
  ceilings: readonly Ceiling[],
  book: Pick<LeaseBook, "outlook">,
  monotonicNow: number,
): RateLimitState | null => {
  const windows = ceilings.filter(({ kind }) => kind !== "budget" && kind !== "concurrency");
  if (windows.length === 0) return null;
  const of = (unit: Ceiling["unit"]): RateWindow | null =>
    tightest(
      windows.filter((ceiling) => ceiling.unit === unit),
      book,
      monotonicNow,
    );
  return { requests: of("request"), tokens: of("token") };
};
