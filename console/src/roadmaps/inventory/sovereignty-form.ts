import type { ObjectiveScoreInput, SovereigntyObjective } from "../../generated/operations";
import { figureOf } from "../../parts/form/field-spec";

/** In the framework's order, SOV-1 to SOV-8. */
export const OBJECTIVES: readonly SovereigntyObjective[] = [
  "STRATEGIC",
  "LEGAL",
  "DATA_AI",
  "OPERATIONAL",
  "SUPPLY_CHAIN",
  "TECHNOLOGY",
  "SECURITY",
  "ENVIRONMENT",
];

/** One objective's assessment as typed; all empty when it was not assessed. */
export interface TypedScore {
  readonly points: string;
  readonly maxPoints: string;
  readonly seal: string;
}
export type TypedScores = Readonly<Record<SovereigntyObjective, TypedScore>>;
const MOST_POINTS = 1000;

export function typedScores(assessed: readonly ObjectiveScoreInput[]): TypedScores {
  const known = new Map(assessed.map((each) => [each.objective, each]));
  const scoreOf = (objective: SovereigntyObjective): TypedScore => {
    const found = known.get(objective);
    return found === undefined
      ? { points: "", maxPoints: "", seal: "" }
      : { points: String(found.points), maxPoints: String(found.maxPoints), seal: String(found.seal) };
  };
  return Object.fromEntries(OBJECTIVES.map((one) => [one, scoreOf(one)])) as unknown as TypedScores;
}

/** The scores as a form holds them. */
export const scoresIn = (typed: string): TypedScores => JSON.parse(typed) as TypedScores;

const isEmpty = (score: TypedScore): boolean => [score.points, score.maxPoints, score.seal].every((one) => one === "");

/** Objectives begun and not ended, or with more points than there are. */
export const wrongObjectives = (scores: TypedScores): readonly SovereigntyObjective[] =>
  OBJECTIVES.filter((objective) => {
    const { points, maxPoints, seal } = scores[objective];
    if (isEmpty(scores[objective])) return false;
    const [obtained, most] = [figureOf(points), figureOf(maxPoints)];
    return !(most > 0 && most <= MOST_POINTS && obtained >= 0 && obtained <= most && seal !== "");
  });

export const toSovereignty = (scores: TypedScores): readonly ObjectiveScoreInput[] =>
  OBJECTIVES.filter((objective) => !isEmpty(scores[objective])).map((objective) => {
    const { points, maxPoints, seal } = scores[objective];
    return { objective, points: figureOf(points), maxPoints: figureOf(maxPoints), seal: Number(seal) };
  });
