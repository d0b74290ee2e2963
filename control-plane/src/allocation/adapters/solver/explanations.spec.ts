import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { roundNeed, roundSlice, smallInstance } from "../../../../../test/builders/round-instance.js";
import { everyWay, fits, ranking, better } from "../../../../../test/builders/round-optimum.js";
import { explainer } from "../../domain/round-program/explain.js";
import { canonical, eligibleSlices, type RoundInstance, type RoundNeed } from "../../domain/round-program/instance.js";
import type { StageSolver } from "../../domain/round-program/linear-program.js";
import { solveInstance } from "../../domain/round-program/solve-instance.js";
import { OutOfTime, adding, solveUnlock } from "../../domain/round-program/unlock.js";
import { highsStageSolver } from "./highs-stage-solver.js";
import { loadHighs } from "./load-highs.js";

let solver: StageSolver;
beforeAll(async () => {
  solver = highsStageSolver(await loadHighs(), () => 20);
});
const solved = (instance: RoundInstance) => solveInstance(canonical(instance), solver, () => undefined);
const need = (id: string, gpus: number, changes: Partial<RoundNeed> = {}): RoundNeed =>
  roundNeed({ id, asks: [{ gpus, minUseful: 1 }], ...changes });

describe("why not more", () => {
  it("says what binds and what would unlock it, and the figure does", () => {
    const instance = canonical({
      quarters: ["2026Q3"],
      needs: [
        need("first", 4, { criticality: 1 }),
        need("second", 4, {
          criticality: 2,
          asks: [{ gpus: 4, minUseful: 3 }],
        }),
        need("closed", 2, { labels: ["health"] }),
        need("third", 1, { criticality: 3, gpuClasses: ["A100"] }),
      ],
      slices: [roundSlice({ poolId: "p", gpus: [6] }), roundSlice({ poolId: "q", gpuClass: "A100", gpus: [1] })],
    });
    const { grants } = solved(instance);
    const explain = explainer(instance, grants);
    const of = (id: string) =>
      explain(
        0,
        instance.needs.findIndex((each) => each.id === id),
      );
    expect(of("first")).toMatchObject({
      granted: 4,
      binding: "none",
      unlock: { kind: "nothing" },
    });
    expect(of("second")).toMatchObject({
      granted: 0,
      binding: "least_useful",
      reachable: 2,
      holders: { more_urgent: 4 },
      unlock: { kind: "gpus", gpus: 2, poolIds: ["p"] },
    });
    expect(of("closed")).toMatchObject({
      binding: "no_pool",
      unlock: {
        kind: "opening",
        pools: [{ poolId: "p", obstacles: [{ kind: "labels", missing: ["health"] }] }],
      },
    });
    expect(solveUnlock(instance, 0, "second", "p", 50, solver)).toBe(2);
    expect(solveUnlock(instance, 0, "closed", "p", 50, solver)).toBeNull();
  });

  it("counts who comes first when it says what a purchase would have to be", () => {
    const instance = canonical({
      quarters: ["2026Q3"],
      needs: [need("first", 4, { criticality: 1 }), need("last", 2, { criticality: 4 })],
      slices: [roundSlice({ poolId: "p", gpus: [1] })],
    });
    const { grants } = solved(instance);
    const last = instance.needs.findIndex(({ id }) => id === "last");
    expect(explainer(instance, grants)(0, last)).toMatchObject({
      unlock: { kind: "gpus", gpus: 2 },
      holders: { more_urgent: 1 },
    });
    expect(solveUnlock(instance, 0, "last", "p", 50, solver)).toBe(5);
  });

  it("names only pools whose GPUs can come to the need", () => {
    const health = ["internal", "health"];
    const instance = canonical({
      quarters: ["2026Q3"],
      needs: [
        need("a", 2, { labels: health }),
        need("b", 1, { labels: health, criticality: 1 }),
        need("c", 1, { criticality: 1 }),
      ],
      slices: [roundSlice({ poolId: "p", gpus: [2], acceptedLabels: health }), roundSlice({ poolId: "q", gpus: [0] })],
    });
    expect(explainer(instance, solved(instance).grants)(0, 0)).toMatchObject({
      granted: 0,
      unlock: { kind: "gpus", gpus: 2, poolIds: ["p"] },
    });
  });

  it("finds the fewest GPUs to buy, though more of them would go to somebody else", () => {
    const instance = canonical({
      quarters: ["2026Q3"],
      needs: [
        need("small", 2, { asks: [{ gpus: 2, minUseful: 2 }] }),
        need("large", 5, { asks: [{ gpus: 5, minUseful: 5 }] }),
      ],
      slices: [roundSlice({ poolId: "pool", gpus: [0] })],
    });
    expect([20, 8, 1].map((most) => solveUnlock(instance, 0, "small", "pool", most, solver))).toEqual([2, 2, null]);
    expect(solveUnlock(instance, 0, "large", "pool", 20, solver)).toBe(5);
  });

  it("beyond sixteen numbers names one that serves where one GPU less does not, and says nothing when time ends", () => {
    const instance = canonical({
      quarters: ["2026Q3"],
      needs: [need("first", 30, { criticality: 1 }), need("last", 2, { criticality: 2 })],
      slices: [roundSlice({ poolId: "p", gpus: [1] })],
    });
    expect(solveUnlock(instance, 0, "last", "p", 100, solver)).toBe(31);
    const inNoTime: StageSolver = (...stage) => {
      const found = solver(...stage);
      return found && { ...found, bound: Infinity };
    };
    expect(() => solveUnlock(instance, 0, "last", "p", 100, inNoTime)).toThrow(OutOfTime);
    expect(() => solveUnlock(instance, 0, "last", "p", 100, () => null)).toThrow(OutOfTime);
  });

  it("finds a purchase that more GPUs would undo, though any quantity is of use: a ministry shares as one", () => {
    const both = { ministryId: "m", criticality: 2 as const };
    const instance = canonical({
      quarters: ["2026Q3"],
      needs: [
        need("b", 1, {
          ...both,
          gpuClasses: ["A100"],
          declaredAt: "2026-01-01T00:00:00.000Z",
        }),
        need("a", 1, both),
        need("c", 1, { ministryId: "n", criticality: 2, gpuClasses: ["A100"] }),
      ],
      slices: [roundSlice({ poolId: "p", gpus: [0] }), roundSlice({ poolId: "q", gpuClass: "A100", gpus: [1] })],
    });
    const served = (gpus: number) => (solved(adding(instance, 0, "p", gpus)).grants[0] ?? []).map((each) => each.gpus);
    expect(instance.needs.map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect([0, 1].map(served)).toEqual([
      [1, 0, 0],
      [0, 1, 1],
    ]);
    expect(solveUnlock(instance, 0, "b", "p", 20, solver)).toBe(0);
  });

  it("names what helps, all of it and as few GPUs as help, however a round went", () => {
    let claims = 0;
    fc.assert(
      fc.property(smallInstance, (raw) => {
        const instance = canonical(raw);
        const { grants } = solved(instance);
        const granted = (grants[0] ?? []).map(({ gpus }) => gpus);
        const pools = [...new Set(instance.slices.map(({ poolId }) => poolId))];
        for (const [index, asker] of instance.needs.entries()) {
          const told = explainer(instance, grants)(0, index);
          if (told === null || told.unlock.kind === "nothing") continue;
          if (told.unlock.kind === "opening") {
            expect(eligibleSlices(asker, instance.slices)).toEqual([]);
            continue;
          }
          const { gpus, poolIds } = told.unlock;
          const served = granted.with(index, told.asked);
          const serves = (poolId: string, more: number) => fits(adding(instance, 0, poolId, more), served);
          expect(poolIds).not.toEqual([]);
          expect(pools.filter((poolId) => serves(poolId, gpus))).toEqual(poolIds);
          expect(gpus).toBeGreaterThan(0);
          expect(pools.some((poolId) => serves(poolId, gpus - 1))).toBe(false);
          claims += poolIds.length;
        }
      }),
      { numRuns: 500 },
    );
    expect(claims).toBeGreaterThan(200);
  });

  it("finds the same GPUs to buy as every way tried for each number", () => {
    fc.assert(
      fc.property(smallInstance, fc.nat({ max: 3 }), fc.nat({ max: 2 }), (raw, which, where) => {
        const instance = canonical(raw);
        const index = which % instance.needs.length;
        const asker = instance.needs[index];
        const pools = [...new Set(instance.slices.map(({ poolId }) => poolId))];
        const poolId = pools[where % pools.length] ?? "";
        const most = 8;
        const served = (gpus: number): boolean => {
          const larger = adding(instance, 0, poolId, gpus);
          const rank = ranking(larger);
          const ways = everyWay(larger).map((way) => ({
            way,
            rank: rank(way),
          }));
          const best = ways.reduce((left, right) => (better(right.rank, left.rank) ? right : left));
          return best.way[index] === asker?.asks[0]?.gpus;
        };
        const fewest = Array.from({ length: most + 1 }, (_, gpus) => gpus).find(served) ?? null;
        expect(solveUnlock(instance, 0, asker?.id ?? "", poolId, most, solver)).toBe(fewest);
      }),
      { numRuns: 100 },
    );
  });
});
