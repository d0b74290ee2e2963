import type { CriteriaValues, FunctionDomain } from "../generated/operations";

/** The four criteria of the common method, in the order of the plan. */
export const CRITERIA = ["impact", "generalisability", "agentEffects", "userEffects"] as const;
export type Criterion = (typeof CRITERIA)[number];

export const HIGHEST_MARK = 5;
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

/** Most points that a criterion brings: 100 × its weight ÷ the sum of the weights. */
export function mostPoints(weights: CriteriaValues, criterion: Criterion): number {
  const whole = CRITERIA.reduce((sum, one) => sum + weights[one], 0);
  return whole === 0 ? 0 : (100 * weights[criterion]) / whole;
}
