/**
 * The arithmetic of the EU Cloud Sovereignty Framework: eight objectives, an assurance level (SEAL 0 to 4) for each,
 * and a weighted score. Weights are data: versions of the framework live in the table `sovereignty_framework`.
 */
export const SOVEREIGNTY_OBJECTIVES = [
  "strategic",
  "legal",
  "data_ai",
  "operational",
  "supply_chain",
  "technology",
  "security",
  "environment",
] as const;
export type SovereigntyObjective = (typeof SOVEREIGNTY_OBJECTIVES)[number];

export interface SovereigntyFramework {
  readonly version: string;
  readonly source: string;
  /** Weight of each objective; they need not sum to 100. */
  readonly weights: Readonly<Record<SovereigntyObjective, number>>;
  /** Euros of outside services that one euro of internal work replaces. */
  readonly insourcingRatio: number;
}

/** What was assessed of one objective: points obtained of those possible, and its assurance level. */
export interface ObjectiveScore {
  readonly objective: SovereigntyObjective;
  readonly points: number;
  readonly maxPoints: number;
  /** 0 to 4. */
  readonly seal: number;
}

/** What one objective brings to the score: its weight, times the share of its points that was obtained. */
export interface ScoreTerm extends ObjectiveScore {
  readonly weight: number;
  readonly worth: number;
}

export interface SovereigntyScore {
  /** The sum's parts, in the framework's order: score = 100 · Σ worth ÷ Σ weight. */
  readonly terms: readonly ScoreTerm[];
  /** Σ weight of the objectives assessed. */
  readonly totalWeight: number;
  /** The lowest level of any objective: a chain is as strong as its weakest link. */
  readonly seal: number;
  /** 0 to 100. */
  readonly score: number;
  /** Objectives without an assessment; while there are any, level and score speak of the others only. */
  readonly missing: readonly SovereigntyObjective[];
  readonly frameworkVersion: string;
}

/**
 * Score = 100 · Σ weight · points ÷ max over Σ weight of the objectives assessed; level = the least of theirs.
 * Null when nothing is assessed.
 */
export function sovereigntyScore(
  assessed: readonly ObjectiveScore[],
  framework: SovereigntyFramework,
): SovereigntyScore | null {
  if (assessed.length === 0) return null;
  const known = new Set(assessed.map(({ objective }) => objective));
  const terms = assessed
    .map((each) => termOf(each, framework.weights[each.objective]))
    .toSorted((a, b) => SOVEREIGNTY_OBJECTIVES.indexOf(a.objective) - SOVEREIGNTY_OBJECTIVES.indexOf(b.objective));
  const totalWeight = terms.reduce((sum, { weight }) => sum + weight, 0);
  return {
    terms,
    totalWeight,
    seal: Math.min(...assessed.map(({ seal }) => seal)),
    score: (100 * terms.reduce((sum, { worth }) => sum + worth, 0)) / totalWeight,
    missing: SOVEREIGNTY_OBJECTIVES.filter((objective) => !known.has(objective)),
    frameworkVersion: framework.version,
  };
}

const termOf = (assessed: ObjectiveScore, weight: number): ScoreTerm => ({
  ...assessed,
  weight,
  worth: (weight * assessed.points) / assessed.maxPoints,
});

/** The gate comes before the score: an offer under the level that the buyer sets is out, whatever its score. */
export const passesGate = (score: SovereigntyScore, minimumSeal: number): boolean =>
  score.missing.length === 0 && score.seal >= minimumSeal;
