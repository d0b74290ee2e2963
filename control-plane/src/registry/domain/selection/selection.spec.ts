import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankingOf } from "./ranking.js";
import {
  breakdownOf,
  CRITERIA,
  type CriterionValues,
  type SelectionScore,
  type SelectionWeights,
} from "./selection-score.js";

const weights: SelectionWeights = {
  version: 1,
  weights: { impact: 4, generalisability: 3, agentEffects: 2, userEffects: 1 },
  transversalBonus: 10,
  transversalDomains: ["legal", "finance"],
  setAt: new Date(0),
  setBy: "somebody",
  reason: "test",
};
const allMarks = (mark: number): CriterionValues => ({
  impact: mark,
  generalisability: mark,
  agentEffects: mark,
  userEffects: mark,
});
const score = (fields: Partial<SelectionScore>): SelectionScore => ({
  id: "s1",
  organisationId: "o",
  useCaseId: "u1",
  version: 1,
  marks: allMarks(3),
  rationale: "because",
  state: "final",
  scoredBy: "cell",
  scoredAt: new Date(1),
  ...fields,
});
const anyMarks = fc.record(Object.fromEntries(CRITERIA.map((name) => [name, fc.integer({ min: 0, max: 5 })])));

describe("the total of a score", () => {
  it("is worked out by hand: 5, 2, 3, 0 under 4 : 3 : 2 : 1 make 40 + 12 + 12 + 0, and the bonus", () => {
    const marks = { impact: 5, generalisability: 2, agentEffects: 3, userEffects: 0 };
    expect(breakdownOf(marks, weights, "legal")).toEqual({
      points: { impact: 40, generalisability: 12, agentEffects: 12, userEffects: 0 },
      bonus: 10,
      total: 74,
    });
    expect(breakdownOf(marks, weights, "education").total).toBe(64);
    expect(breakdownOf(allMarks(5), weights, null).total).toBe(100);
  });

  it("is the sum of what is shown, and never falls when a mark rises", () => {
    fc.assert(
      fc.property(anyMarks, fc.constantFrom(...CRITERIA), (some, criterion) => {
        const marks = some as unknown as CriterionValues;
        const { points, bonus, total } = breakdownOf(marks, weights, "finance");
        const sum = CRITERIA.reduce((all, name) => all + Math.round(points[name] * 100), Math.round(bonus * 100));
        expect(Math.round(total * 100)).toBe(sum);
        const more = { ...marks, [criterion]: Math.min(5, marks[criterion] + 1) };
        expect(breakdownOf(more, weights, "finance").total).toBeGreaterThanOrEqual(total);
      }),
    );
  });
});

describe("the ranking", () => {
  const useCases = ["u1", "u2", "u3", "u4"].map((id) => ({
    id,
    dossier: id === "u2" ? { functionDomain: "legal" as const } : {},
  }));

  it("takes the last final marks, shares ranks between equals, and leaves out what has none", () => {
    const scores = [
      score({ id: "a", useCaseId: "u1", marks: allMarks(5), scoredAt: new Date(1) }),
      score({ id: "b", useCaseId: "u1", marks: allMarks(4), scoredAt: new Date(2) }),
      score({ id: "c", useCaseId: "u1", marks: allMarks(0), scoredAt: new Date(3), state: "draft" }),
      score({ id: "d", useCaseId: "u2", marks: allMarks(4) }),
      score({ id: "e", useCaseId: "u3", marks: allMarks(4) }),
      score({ id: "f", useCaseId: "u4", state: "draft" }),
    ];
    const rows = rankingOf(useCases, scores, weights).map(({ rank, useCaseId, scoreId, total }) => [
      rank,
      useCaseId,
      scoreId,
      total,
    ]);
    expect(rows).toEqual([
      [1, "u2", "d", 90],
      [2, "u1", "b", 80],
      [2, "u3", "e", 80],
    ]);
  });
});
