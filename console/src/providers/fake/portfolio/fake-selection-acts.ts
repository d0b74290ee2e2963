import type { ScoreUseCaseInput, SetSelectionWeightsInput } from "../../../generated/operations";
import { forbidden, refused } from "../fake-acts";
import type { FakePerson } from "../fake-persons";
import type { FakeWeights } from "./fake-portfolio";
import type { FakeUseCase } from "../fake-use-cases";
import type { World } from "../fake-world";

const CRITERIA = ["impact", "generalisability", "agentEffects", "userEffects"] as const;

/** Rankings by every version of the weights, with the registry's arithmetic. */
export function selectionQueries(world: World, person: FakePerson, viewOf: (useCase: FakeUseCase) => object) {
  const { weights, scores } = world.portfolio;
  const may = (ability: string): boolean => person.abilities.includes(ability);
  const rowOf = (useCase: FakeUseCase, version: FakeWeights) => {
    const score = scores.findLast(({ useCaseId, state }) => useCaseId === useCase.id && state === "FINAL");
    if (score === undefined) return [];
    const whole = CRITERIA.reduce((sum, criterion) => sum + version.weights[criterion], 0);
    const points = CRITERIA.map(
      (criterion) => Math.round((10_000 * version.weights[criterion] * score.marks[criterion]) / (whole * 5)) / 100,
    );
    const domain = useCase.dossier["functionDomain"];
    const bonus = version.transversalDomains.some((one) => one === domain) ? version.transversalBonus : 0;
    const total = Math.round(100 * points.reduce((sum, one) => sum + one, bonus)) / 100;
    const byCriterion = Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, points[index]]));
    return [{ points: byCriterion, bonus, total, useCase: viewOf(useCase) }];
  };
  return {
    selectionWeights: () => weights,
    selectionRanking({ weightsVersion }: { weightsVersion?: number | null }) {
      const version = weightsVersion == null ? weights.at(-1) : weights.find((one) => one.version === weightsVersion);
      if (version === undefined) return null;
      const rows = world.useCases.flatMap((useCase) => rowOf(useCase, version)).sort((a, b) => b.total - a.total);
      const ranked = rows.map((row) => ({ ...row, rank: 1 + rows.findIndex(({ total }) => total === row.total) }));
      return { weights: version, rows: ranked };
    },
    scoreUseCase({ input }: { input: ScoreUseCaseInput }) {
      const useCase = world.useCases.find(({ id }) => id === input.useCaseId);
      if (useCase === undefined) return refused("NotFound", "use_case.not_found");
      if (!may("select:UseCase")) return forbidden("select:UseCase");
      const score = {
        id: `score-${scores.length + 1}`,
        useCaseId: useCase.id,
        marks: input.marks,
        rationale: input.rationale,
        state: input.final ? ("FINAL" as const) : ("DRAFT" as const),
        scoredAt: new Date().toISOString(),
      };
      scores.push(score);
      if (input.final) useCase.evidence = { ...useCase.evidence, SELECTION_SCORE: `selection-score:${score.id}` };
      return { __typename: "SelectionScore", ...score };
    },
    setSelectionWeights({ input }: { input: SetSelectionWeightsInput }) {
      if (!may("set:Selection")) return forbidden("set:Selection");
      const { after, ...said } = input;
      if (weights.at(-1)?.version !== after) return refused("Conflict", "selection.weights_changed");
      const next = { ...said, version: after + 1, setAt: new Date().toISOString() };
      weights.push(next);
      return { __typename: "SelectionWeights", ...next };
    },
  };
}
