import type { AiUseCase } from "../ai-use-case.js";
import { breakdownOf, type ScoreBreakdown, type SelectionScore, type SelectionWeights } from "./selection-score.js";

export interface RankedUseCase extends ScoreBreakdown {
  /** 1 for the best; equals share a rank, and the next one counts them all. */
  readonly rank: number;
  readonly useCaseId: string;
  readonly scoreId: string;
}

/** Use cases with their last final marks, best first under these weights; those without are left out. */
export function rankingOf(
  useCases: readonly Pick<AiUseCase, "id" | "dossier">[],
  scores: readonly SelectionScore[],
  weights: SelectionWeights,
): readonly RankedUseCase[] {
  const standing = standingScores(scores);
  const totals = useCases.flatMap((useCase) => {
    const score = standing.get(useCase.id);
    if (score === undefined) return [];
    const breakdown = breakdownOf(score.marks, weights, useCase.dossier.functionDomain ?? null);
    return [{ ...breakdown, useCaseId: useCase.id, scoreId: score.id }];
  });
  const ordered = totals.toSorted((a, b) => b.total - a.total || (a.useCaseId < b.useCaseId ? -1 : 1));
  return ordered.map((row) => ({ ...row, rank: 1 + ordered.findIndex(({ total }) => total === row.total) }));
}

function standingScores(scores: readonly SelectionScore[]): ReadonlyMap<string, SelectionScore> {
  const last = new Map<string, SelectionScore>();
  for (const score of scores) {
    const other = last.get(score.useCaseId);
    const later =
      other === undefined ||
      score.scoredAt > other.scoredAt ||
      (score.scoredAt.getTime() === other.scoredAt.getTime() && score.id > other.id);
    if (score.state === "final" && later) last.set(score.useCaseId, score);
  }
  return last;
}
