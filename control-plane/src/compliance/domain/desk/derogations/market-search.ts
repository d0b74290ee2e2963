import { conflict, guardRefusal } from "../../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../../kernel/result.js";
import type { Day } from "../calendar-day.js";
import { next, type DeskRecord } from "../desk-record.js";
import type { Derogation } from "./derogation.js";
import { lastDayAllowed } from "./rule-terms.js";

/** What somebody found who looked for an offer that would make a derogation needless for a use case. */
export interface MarketSearch extends DeskRecord {
  readonly useCaseId: string;
  /** `family/rule`. */
  readonly rule: string;
  /** Which offer is acceptable; `null` when none was found. */
  readonly offer: string | null;
  /** Since when the offer is to be had; the day of the search when none was found. */
  readonly on: Day;
  readonly reference: string;
  readonly state: "standing" | "withdrawn";
  readonly foundBy: string;
  readonly foundAt: Date;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
}

/** Takes back what was found in error; somebody else than who found it, since a term follows from it. */
export function withdrawnSearch(search: MarketSearch, by: string, reason: string): Result<MarketSearch> {
  if (search.state !== "standing")
    return refuse(conflict("market_search.withdrawn", "What was found is withdrawn already."));
  if (by === search.foundBy) return refuse(OWN_SEARCH);
  return ok(next(search, { state: "withdrawn", withdrawnBy: by, withdrawnReason: reason }));
}

const MESSAGE = "Somebody else than who recorded the search withdraws it.";
const OWN_SEARCH = guardRefusal("market_search.guard_unmet", MESSAGE, [
  { code: "withdrawer_is_not_finder", met: false, message: MESSAGE },
]);

type Past = Pick<Derogation, "rule" | "state" | "startsOn">;
type Found = Pick<MarketSearch, "rule" | "state" | "offer" | "on">;

/**
 * Last day that any derogation from a rule may have for a use case and those that it took over, however many there are:
 * `maxMonths` after the first acceptable offer. While nobody found one, as long after the first derogation began, or after
 * the last search that found none: that nobody looked is not that there is nothing.
 * @param startsOn of the derogation that is asked for
 */
export function lastDayOf(
  { id, maxMonths }: { readonly id: string; readonly maxMonths: number },
  past: readonly Past[],
  searches: readonly Found[],
  startsOn: Day,
): Day {
  const found = searches.filter(({ rule, state }) => rule === id && state === "standing");
  const offers = found.filter(({ offer }) => offer !== null).map(({ on }) => on);
  const first = offers.toSorted()[0];
  if (first !== undefined) return lastDayAllowed(first, maxMonths);
  const began = past.filter(({ rule, state }) => rule === id && (state === "granted" || state === "revoked"));
  const beginning = [startsOn, ...began.map((each) => each.startsOn)].toSorted()[0] ?? startsOn;
  return lastDayAllowed([beginning, ...found.map(({ on }) => on)].toSorted().at(-1) ?? beginning, maxMonths);
}
