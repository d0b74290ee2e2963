import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { anyQuantity, smallInstance } from "../../../../../test/builders/round-instance.js";
import { better, everyWay, fractions, ranking } from "../../../../../test/builders/round-optimum.js";
import { greedyGrants } from "../../domain/round-program/greedy.js";
import { canonical, type RoundInstance } from "../../domain/round-program/instance.js";
import type { StageSolver } from "../../domain/round-program/linear-program.js";
import { satisfactionOf } from "../../domain/round-program/satisfaction.js";
import { solveInstance, type RoundSolution } from "../../domain/round-program/solve-instance.js";
import { highsStageSolver } from "./highs-stage-solver.js";
import { loadHighs } from "./load-highs.js";

let solver: StageSolver;
beforeAll(async () => {
  solver = highsStageSolver(await loadHighs(), () => 20);
});
const solved = (instance: RoundInstance) => solveInstance(canonical(instance), solver, () => undefined);
const wayOf = ({ grants }: RoundSolution): number[] => (grants[0] ?? []).map(({ gpus }) => gpus);

/** The most of what `keyOf` tells of each way, first things first. */
const most = (ways: readonly number[][], keyOf: (way: readonly number[]) => number[]): number[] =>
  ways.map(keyOf).reduce((left, right) => (better(right, left) ? right : left));

describe("a round solved", () => {
  it("is the best of every way there is", () => {
    fc.assert(
      fc.property(smallInstance, (raw) => {
        const instance = canonical(raw);
        const found = solved(instance);
        const rank = ranking(instance);
        expect(found).toMatchObject({ method: "lexicographic", gapPct: 0 });
        expect(rank(wayOf(found))).toEqual(most(everyWay(instance), rank));
      }),
      { numRuns: 500 },
    );
  });

  it("lifts who fares worst as far as can be, then the next, where any quantity is of use", () => {
    fc.assert(
      fc.property(smallInstance, (raw) => {
        const instance = canonical(anyQuantity(raw));
        const sorted = fractions(instance);
        expect(sorted(wayOf(solved(instance)))).toEqual(most(everyWay(instance), sorted));
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of rows, and answers the same twice", () => {
    fc.assert(
      fc.property(smallInstance, (instance) => {
        const reversed = {
          ...instance,
          needs: [...instance.needs].reverse(),
          slices: [...instance.slices].reverse(),
        };
        expect(wayOf(solved(reversed))).toEqual(wayOf(solved(instance)));
      }),
      { numRuns: 30 },
    );
  });

  it("never serves fewer GPUs of the first class than a greedy round, nor less in weight", () => {
    fc.assert(
      fc.property(smallInstance, (raw) => {
        const instance = canonical(raw);
        const [ours, greedy] = [solved(instance).grants, greedyGrants(instance)].map((grants) =>
          satisfactionOf(instance, grants),
        );
        const totals = (of: typeof ours) => of?.byClass.map(({ granted }) => granted) ?? [];
        expect(better(totals(greedy), totals(ours))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
