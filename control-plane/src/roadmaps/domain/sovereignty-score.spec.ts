import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aFramework } from "../../../../test/builders/roadmap.builder.js";
import { passesGate, SOVEREIGNTY_OBJECTIVES, sovereigntyScore, type ObjectiveScore } from "./sovereignty-score.js";

const all = (points: number, seal: number): ObjectiveScore[] =>
  SOVEREIGNTY_OBJECTIVES.map((objective) => ({ objective, points, maxPoints: 4, seal }));

describe("the European framework's score", () => {
  it("is 100 with every point, and its level the lowest of any objective", () => {
    expect(sovereigntyScore(all(4, 3), aFramework)).toMatchObject({ score: 100, seal: 3, missing: [] });
    const weak = all(4, 4).map((each) => (each.objective === "legal" ? { ...each, seal: 1 } : each));
    expect(sovereigntyScore(weak, aFramework)?.seal).toBe(1);
  });

  it("weighs the supply chain twice as much as law", () => {
    const without = (objective: string) =>
      sovereigntyScore(
        all(4, 4).map((each) => (each.objective === objective ? { ...each, points: 0 } : each)),
        aFramework,
      )?.score;
    expect(without("supply_chain")).toBe(80);
    expect(without("legal")).toBe(90);
  });

  it("shows its sum: each objective's weight times the share of its points", () => {
    const strategic = { objective: "strategic", points: 3, maxPoints: 4, seal: 2 } as const;
    const legal = { objective: "legal", points: 1, maxPoints: 5, seal: 1 } as const;
    const found = sovereigntyScore([legal, strategic], aFramework);
    expect(found?.terms).toEqual([
      { ...strategic, weight: 15, worth: 11.25 },
      { ...legal, weight: 10, worth: 2 },
    ]);
    expect(found).toMatchObject({ totalWeight: 25, score: 53, seal: 1 });
  });

  it("says what was not assessed, and then passes no gate", () => {
    const [first] = all(4, 4);
    const partial = sovereigntyScore(first === undefined ? [] : [first], aFramework);
    expect(partial?.missing).toHaveLength(7);
    expect(partial === null ? null : passesGate(partial, 0)).toBe(false);
    expect(sovereigntyScore([], aFramework)).toBeNull();
  });

  it("lets the gate come before the score", () => {
    const high = sovereigntyScore(all(4, 1), aFramework);
    const low = sovereigntyScore(all(1, 3), aFramework);
    expect(high !== null && low !== null && [passesGate(high, 2), passesGate(low, 2)]).toEqual([false, true]);
  });

  it("never falls when a point is gained, and stays between 0 and 100", () => {
    const objectives = fc.tuple(...SOVEREIGNTY_OBJECTIVES.map(() => fc.integer({ min: 0, max: 3 })));
    fc.assert(
      fc.property(objectives, fc.integer({ min: 0, max: 7 }), (points, gained) => {
        const at = (extra: number): number =>
          sovereigntyScore(
            SOVEREIGNTY_OBJECTIVES.map((objective, index) => ({
              objective,
              points: (points[index] ?? 0) + (index === gained ? extra : 0),
              maxPoints: 4,
              seal: 0,
            })),
            aFramework,
          )?.score ?? -1;
        expect(at(1)).toBeGreaterThan(at(0));
        expect(at(0)).toBeGreaterThanOrEqual(0);
        expect(at(1)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
