import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRankings } from "./compare-rankings";
import { mostPoints } from "./criteria";

const row = (id: string, rank: number, total = 100 - rank) => ({
  rank,
  total,
  useCase: {
    id,
    name: id,
    state: "DEPLOYED" as const,
    organisation: { id: "o", slug: "o", name: "O", acronym: null, kind: "MINISTRY" as const },
  },
});

describe("compareRankings", () => {
  it("says who gained and who lost, in the order of the second ranking", () => {
    const compared = compareRankings([row("a", 1), row("b", 2), row("c", 3)], [row("c", 1), row("a", 2), row("b", 2)]);
    expect(compared.map(({ useCase, moved }) => [useCase.id, moved])).toEqual([
      ["c", 2],
      ["a", -1],
      ["b", 0],
    ]);
  });

  it("keeps what stands in one ranking only, without a move", () => {
    const compared = compareRankings([row("gone", 1)], [row("new", 1)]);
    expect(compared.map(({ useCase, before, after, moved }) => [useCase.id, before?.rank, after?.rank, moved])).toEqual(
      [
        ["new", undefined, 1, null],
        ["gone", 1, undefined, null],
      ],
    );
  });

  it("names everybody once, whatever the rankings", () => {
    const ranking = fc
      .uniqueArray(fc.integer({ min: 0, max: 20 }).map(String))
      .map((ids) => ids.map((id, i) => row(id, i + 1)));
    fc.assert(
      fc.property(ranking, ranking, (before, after) => {
        const ids = compareRankings(before, after).map(({ useCase }) => useCase.id);
        const all = new Set([...before, ...after].map(({ useCase }) => useCase.id));
        expect(ids).toHaveLength(all.size);
        expect(new Set(ids)).toEqual(all);
      }),
    );
  });
});

describe("mostPoints", () => {
  it("shares a hundred points out, in the proportion of the weights", () => {
    const weights = { impact: 2, generalisability: 1, agentEffects: 1, userEffects: 0 };
    expect(mostPoints(weights)).toEqual([50, 25, 25, 0]);
    const printed = mostPoints({ impact: 1, generalisability: 1, agentEffects: 1, userEffects: 3 });
    expect(printed.reduce((sum, points) => sum + Math.round(points * 10), 0)).toBe(1000);
  });
});
