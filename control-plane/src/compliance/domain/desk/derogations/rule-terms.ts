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

/** Why the rule cannot be lifted for that period; `null` when it can. */
export function periodRefusal(terms: RuleTerms, startsOn: Day, endsOn: Day): Refusal | null {
  if (terms.derogable === null)
    return invalidInput([{ path: "rule", message: `Nobody can derogate from ${terms.id}.` }]);
  if (endsOn < startsOn) return invalidInput([{ path: "endsOn", message: "The last day is not before the first." }]);
  const last = lastDayAllowed(startsOn, terms.derogable.maxMonths);
  if (endsOn <= last) return null;
  const message = `The rule lets itself be lifted for ${String(terms.derogable.maxMonths)} months: until ${last}.`;
  return invalidInput([{ path: "endsOn", message }]);
}
