import type { FunctionDomain } from "../dossier/dossier.js";
import type { OfUseCase } from "../stored.js";

/** The four criteria of the common method: impact, reach, effects on agents, effects on users. */
export const CRITERIA = ["impact", "generalisability", "agentEffects", "userEffects"] as const;
export type Criterion = (typeof CRITERIA)[number];
export type CriterionValues = Readonly<Record<Criterion, number>>;

/** Marks go from 0 (none) to 5 (the most that can be expected). */
export const HIGHEST_MARK = 5;

/** How the criteria count; versions are only ever added, so that an old ranking can be computed again. */
export interface SelectionWeights {
  readonly version: number;
  /** Relative; only their proportions count. */
  readonly weights: CriterionValues;
  /** Points added to a use case of a transversal function. */
  readonly transversalBonus: number;
  readonly transversalDomains: readonly FunctionDomain[];
  readonly setAt: Date;
  readonly setBy: string;
  readonly reason: string;
}

export const SCORE_STATES = ["draft", "final"] as const;

/** Marks that the AI cell gave a use case; the last final ones stand. */
export interface SelectionScore extends OfUseCase {
  readonly marks: CriterionValues;
  readonly rationale: string;
  readonly state: (typeof SCORE_STATES)[number];
  readonly scoredBy: string;
  readonly scoredAt: Date;
}

/** How a total comes about: points of each criterion, and the bonus. */
export interface ScoreBreakdown {
  /** Out of 100, without the bonus; two decimals. */
  readonly points: CriterionValues;
  readonly bonus: number;
  /** Sum of points and bonus, two decimals. */
  readonly total: number;
}

/**
 * Points of a criterion: 100 × weight ÷ Σ weights × mark ÷ 5, so that the highest marks everywhere make 100 before the
 * bonus. Points are rounded to hundredths each, and the total is the sum of what is shown.
 */
export function breakdownOf(
  marks: CriterionValues,
  { weights, transversalBonus, transversalDomains }: Omit<SelectionWeights, "version" | "setAt" | "setBy" | "reason">,
  domain: FunctionDomain | null,
): ScoreBreakdown {
  const whole = CRITERIA.reduce((sum, criterion) => sum + weights[criterion], 0);
  const hundredths = (criterion: Criterion): number =>
    Math.round((10_000 * weights[criterion] * marks[criterion]) / (whole * HIGHEST_MARK));
  const bonus = domain !== null && transversalDomains.includes(domain) ? Math.round(transversalBonus * 100) : 0;
  const total = CRITERIA.reduce((sum, criterion) => sum + hundredths(criterion), bonus);
  const points = Object.fromEntries(CRITERIA.map((criterion) => [criterion, hundredths(criterion) / 100]));
  return { points: points as CriterionValues, bonus: bonus / 100, total: total / 100 };
}
