import { addDays } from "@socle/contracts";
import { invalidInput, type Refusal } from "../../../../kernel/refusal.js";
import { addMonths, type Day } from "../calendar-day.js";

/** What a rule in force says of who may lift it. */
export interface RuleTerms {
  /** `family/rule`. */
  readonly id: string;
  readonly reason: { readonly fr: string; readonly en: string };
  /** `null` when nobody can derogate. */
  readonly derogable: { readonly by: readonly string[]; readonly maxMonths: number } | null;
}

/** Last day that a derogation may have which begins on `startsOn`: `maxMonths` whole months. */
export const lastDayAllowed = (startsOn: Day, maxMonths: number): Day => addDays(addMonths(startsOn, maxMonths), -1);

/**
 * Why the rule cannot be lifted for that period; `null` when it can.
 * @param latest last day of all derogations from the rule together, as `lastDayOf` has it
 */
export function periodRefusal(terms: RuleTerms, startsOn: Day, endsOn: Day, latest: Day): Refusal | null {
  if (terms.derogable === null)
    return invalidInput([{ path: "rule", message: `Nobody can derogate from ${terms.id}.` }]);
  if (endsOn < startsOn) return invalidInput([{ path: "endsOn", message: "The last day is not before the first." }]);
  const { maxMonths } = terms.derogable;
  const last = [lastDayAllowed(startsOn, maxMonths), latest].toSorted()[0] ?? latest;
  if (endsOn <= last) return null;
  const since = latest < lastDayAllowed(startsOn, maxMonths) ? " after the first offer, or derogation," : "";
  return invalidInput([
    {
      path: "endsOn",
      message: `The rule lets itself be lifted for ${String(maxMonths)} months${since} until ${last}.`,
    },
  ]);
}
