import { apportion } from "@socle/contracts";
import type { CriteriaValues, FunctionDomain } from "../generated/operations";

/** The four criteria of the common method, in the order of the plan. */
export const CRITERIA = ["impact", "generalisability", "agentEffects", "userEffects"] as const;
export type Criterion = (typeof CRITERIA)[number];

export const MARKS = ["0", "1", "2", "3", "4", "5"] as const;

export const FUNCTION_DOMAINS: readonly FunctionDomain[] = [
  "OFFICE_WORK",
  "USER_RELATION",
  "TAXATION",
  "JUSTICE",
  "SECURITY",
  "DEFENCE",
  "DIPLOMACY",
  "EDUCATION",
  "RESEARCH",
  "CULTURE",
  "HEALTH",
  "SOCIAL_AFFAIRS",
  "LABOUR",
  "ENVIRONMENT",
  "AGRICULTURE",
  "ECONOMY",
  "SOFTWARE",
  "PURCHASING",
  "HUMAN_RESOURCES",
  "FINANCE",
  "LEGAL",
];

/**
 * Most points that each criterion brings, in tenths by largest remainder, so that what is printed adds up to 100:
 * 100 × its weight ÷ the sum of the weights.
 */
export const mostPoints = (weights: CriteriaValues): readonly number[] =>
  apportion(
    1000,
    CRITERIA.map((criterion) => weights[criterion]),
  ).map((share) => share / 10);
