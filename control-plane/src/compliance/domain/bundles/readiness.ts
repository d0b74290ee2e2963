import { addDays, OBSERVED_DAYS, parisDay } from "@socle/contracts";
import type { Rule } from "@socle/policies";
import { guardRefusal } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Simulation } from "../simulation/simulation.js";
import { meaningOf } from "./bundle-notices.js";

/** Days of decisions that a simulation has to replay, and days ago at which they may end. */
export const REPLAYED_DAYS = 14;
const RECENT_DAYS = 7;

/** A replay of all of the State's latest decisions, each on its own day. */
export function isRepresentative(
  { organisationId, legalDay, fromDay, toDay }: Simulation,
  root: string,
  now: Date,
): boolean {
  const today = parisDay(now);
  const long = addDays(fromDay, REPLAYED_DAYS - 1) <= toDay;
  return organisationId === root && legalDay === null && long && toDay >= addDays(today, -RECENT_DAYS);
}

/** The same rule, whatever it is called, observed and not enforced. */
export const observes = (rules: readonly Rule[], rule: Rule): boolean =>
  rules.some((each) => each.mode === "shadow" && meaningOf(each) === meaningOf(rule));

/** Whether it was observed for long enough. @param since null when it is not observed now */
export const observedLongEnough = (since: Date | null, now: Date): boolean =>
  since !== null && addDays(parisDay(since), OBSERVED_DAYS) <= parisDay(now);

export interface Readiness {
  /** The approver opened a simulation of this very proposal. */
  readonly lookedAt: boolean;
  /** Ids of rules that would refuse what is served today, without having been observed. */
  readonly unobserved: readonly string[];
  /** Both signatures are the compliance cell's, and it says why nothing is observed first. */
  readonly waived: boolean;
}

/** Refuses an activation whose effect nobody looked at, or that would refuse what runs from one moment to the next. */
export function ready({ lookedAt, unobserved, waived }: Readiness): Result<true> {
  const observed = unobserved.length === 0 || waived;
  if (lookedAt && observed) return ok(true);
  const conditions = [
    {
      code: "policy_proposal.simulated",
      met: lookedAt,
      message: `Whoever approves opened a simulation of this proposal over the State's last ${REPLAYED_DAYS} days.`,
    },
    {
      code: "policy_proposal.observed",
      met: observed,
      message: `Rules that refuse what is served today (${unobserved.join(", ")}) are in shadow for ${OBSERVED_DAYS} days first, or two people of the compliance cell waive it and say why.`,
    },
  ];
  return refuse(guardRefusal("policy_proposal.not_ready", "These rules are not ready to come into force.", conditions));
}
