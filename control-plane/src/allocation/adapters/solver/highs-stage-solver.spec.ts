import fc from "fast-check";

import { beforeAll, describe, expect, it } from "vitest";
import { standing } from "../../domain/round-program/fairness.js";
import {
  canonical,
  type Criticality,
  type RoundInstance,
  type RoundNeed,
} from "../../domain/round-program/instance.js";
import type { StageSolver } from "../../domain/round-program/linear-program.js";
import { explain } from "../../domain/round-program/explain.js";
import { place } from "../../domain/round-program/placement.js";
import { eligibleSlices } from "../../domain/round-program/instance.js";
import { satisfactionOf } from "../../domain/round-program/satisfaction.js";
import { greedyGrants } from "../../domain/round-program/greedy.js";
import { solveInstance } from "../../domain/round-program/solve-instance.js";
import { solveUnlock } from "../../domain/round-program/unlock.js";
import { roundNeed, roundSlice, smallInstance } from "../../../../../test/builders/round-instance.js";
import { highsStageSolver } from "./highs-stage-solver.js";
import { loadHighs } from "./load-highs.js";

let solver: StageSolver;
beforeAll(async () => {
  solver = highsStageSolver(await loadHighs(), () => 20);
});
const solved = (instance: RoundInstance) => solveInstance(canonical(instance), solver, () => undefined);
const amounts = (instance: RoundInstance): Record<string, number> => {
  const ordered = canonical(instance);
  const lines = solved(instance).grants[0] ?? [];
  return Object.fromEntries(ordered.needs.map(({ id }, index) => [id, lines[index]?.gpus ?? 0]));
};

/** Every way to serve the first quarter that constraints allow, with what it places: a search without any program. */
function everyWay(instance: RoundInstance): number[][] {
  const { needs, slices } = instance;
  const eligible = needs.map((need) => eligibleSlices(need, slices));
  const capacities = slices.map((slice) => slice.gpus[0] ?? 0);
  const costOf = () => ({ first: 0, then: 0 });
  const choices = needs.map(({ asks: [ask] }) =>
    Array.from({ length: (ask?.gpus ?? 0) + 1 }, (_, gpus) => gpus).filter(
      (gpus) => gpus === 0 || gpus >= (ask?.minUseful ?? 1),
    ),
  );
  const all = choices.reduce<number[][]>(
    (ways, options) => ways.flatMap((way) => options.map((gpus) => [...way, gpus])),
    [[]],
  );
  return all.filter((way) => place({ amounts: way, eligible, capacities, costOf }).left.every((left) => left === 0));
}

const inClass = (instance: RoundInstance, way: readonly number[], criticality: Criticality) =>
  instance.needs.flatMap((need, index) =>
    need.criticality === criticality ? [{ need, asked: need.asks[0]?.gpus ?? 0, gpus: way[index] ?? 0 }] : [],
  );
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
const climb = (gpus: number, asked: number, weight: number): number =>
  sumOf(Array.from({ length: gpus }, (_, unit) => standing(unit, asked, weight)));

/** A pool is open to the need and has GPUs in the quarter: who has none counts in nobody's share. */
const hasSomewhereToGo = (instance: RoundInstance, need: RoundNeed): boolean =>
  eligibleSlices(need, instance.slices).some((slice) => (instance.slices[slice]?.gpus[0] ?? 0) > 0);

/** What the program optimises, first things first; bigger is better. */
function rank(instance: RoundInstance, way: readonly number[]): number[] {
  const classes = ([1, 2, 3, 4] as const).map((criticality) => inClass(instance, way, criticality));
  const askers = (lines: (typeof classes)[number]) =>
    lines.filter(({ need, asked }) => asked > 0 && hasSomewhereToGo(instance, need));
  const fairness = classes.flatMap((everybody) => {
    const lines = askers(everybody);
    const highest = Math.max(...lines.map(({ need }) => need.score));
    const ministries = [...new Set(lines.map(({ need }) => need.ministryId))].map((id) =>
      lines.filter(({ need }) => need.ministryId === id),
    );
    return [
      -sumOf(
        ministries.map((group) =>
          climb(sumOf(group.map(({ gpus }) => gpus)), sumOf(group.map(({ asked }) => asked)), 1),
        ),
      ),
      -sumOf(lines.map(({ need, asked, gpus }) => climb(gpus, asked, need.score / highest))),
    ];
  });
  const totals = classes.map((lines) => sumOf(lines.map(({ gpus }) => gpus)));
  const isContested = ({ need: { criticality } }: { need: RoundNeed }): boolean => {
    const lines = askers(classes[criticality - 1] ?? []);
    const given = sumOf(lines.map(({ gpus }) => gpus));
    return given > 0 && given < sumOf(lines.map(({ asked }) => asked));
  };
  const contested = instance.needs.map((need, index) => ({ need, gpus: way[index] ?? 0 })).filter(isContested);
  const age = sumOf(contested.map(({ gpus }, place) => gpus * (contested.length - place)));
  return [...totals, ...fairness, age];
}
const better = (left: readonly number[], right: readonly number[]): boolean => {
  const at = left.findIndex((each, index) => each !== right[index]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
};

describe("a round solved", () => {
  it("is the best of every way there is", () => {
    fc.assert(
      fc.property(smallInstance, (raw) => {
        const instance = canonical(raw);
        const found = solved(instance);
        const way = (found.grants[0] ?? []).map(({ gpus }) => gpus);
        const best = everyWay(instance)
          .map((each) => rank(instance, each))
          .reduce((left, right) => (better(right, left) ? right : left));
        expect(found).toMatchObject({ method: "lexicographic", gapPct: 0 });
        expect(rank(instance, way)).toEqual(best);
      }),
      { numRuns: 120 },
    );
  });

  it("lifts the ministry that fares worst as far as can be, where any quantity is of use", () => {
    fc.assert(
      fc.property(smallInstance, (raw) => {
        const instance = canonical({
          ...raw,
          needs: raw.needs.map((need) => ({
            ...need,
            criticality: 2,
            asks: need.asks.map((ask) => ask && { ...ask, minUseful: 1 }),
          })),
        });
        const placeable = {
          ...instance,
          needs: instance.needs.filter((need) => hasSomewhereToGo(instance, need)),
        };
        const least = (way: readonly number[]): number => {
          const lines = inClass(placeable, way, 2);
          const ids = [...new Set(lines.map(({ need }) => need.ministryId))];
          return Math.min(
            1,
            ...ids.map((id) => {
              const own = lines.filter(({ need }) => need.ministryId === id);
              return sumOf(own.map(({ gpus }) => gpus)) / Math.max(1, sumOf(own.map(({ asked }) => asked)));
            }),
          );
        };
        const ways = everyWay(placeable);
        const most = Math.max(...ways.map(sumOf));
        const best = Math.max(...ways.filter((way) => sumOf(way) === most).map(least));
        expect(least((solved(placeable).grants[0] ?? []).map(({ gpus }) => gpus))).toBeCloseTo(best, 9);
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of rows, and answers the same twice", () => {
    fc.assert(
      fc.property(smallInstance, (instance) => {
        const reversed = { ...instance, needs: [...instance.needs].reverse(), slices: [...instance.slices].reverse() };
        expect(amounts(reversed)).toEqual(amounts(instance));
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

describe("known answers", () => {
  const need = (id: string, gpus: number, changes: Partial<RoundNeed> = {}): RoundNeed =>
    roundNeed({ id, asks: [{ gpus, minUseful: 1 }], ...changes });

  it("moves a flexible need out of the way of one that can go nowhere else", () => {
    const instance = {
      quarters: ["2026Q3"],
      needs: [
        need("either", 4, { gpuClasses: ["A100", "H100"], declaredAt: "2026-01-01T00:00:00.000Z" }),
        need("only", 4, { gpuClasses: ["H100"] }),
      ],
      slices: [
        roundSlice({ poolId: "a", gpuClass: "A100", gpus: [4], centsPerGpuHour: 900 }),
        roundSlice({ poolId: "h", gpus: [4] }),
      ],
    };
    expect(amounts(instance)).toEqual({ either: 4, only: 4 });
  });

  it("keeps a guarantee for its organisation, whatever is more urgent elsewhere", () => {
    const instance = {
      quarters: ["2026Q3"],
      needs: [
        need("urgent", 8, { criticality: 1, path: ["b"], ministryId: "b" }),
        need("held", 3, { criticality: 4, path: ["a"], ministryId: "a" }),
      ],
      slices: [roundSlice({ poolId: "p", gpus: [6] }), roundSlice({ poolId: "p", gpus: [2], reservedFor: "a" })],
    };
    expect(amounts(instance)).toEqual({ urgent: 6, held: 2 });
  });

  it("shares by fraction between ministries, and by score inside one", () => {
    const instance = {
      quarters: ["2026Q3"],
      needs: [
        need("big", 12, { ministryId: "m" }),
        need("strong", 3, { ministryId: "n", score: 20 }),
        need("weak", 3, { ministryId: "n", score: 10 }),
      ],
      slices: [roundSlice({ poolId: "p", gpus: [9] })],
    };
    expect(amounts(instance)).toEqual({ big: 6, strong: 2, weak: 1 });
  });

  it("gives the odd GPU of twins to the oldest", () => {
    const twin = (id: string, day: string) => need(id, 2, { declaredAt: `2026-01-${day}T00:00:00.000Z` });
    const instance = {
      quarters: ["2026Q3"],
      needs: [twin("young", "20"), twin("old", "10")],
      slices: [roundSlice({ poolId: "p", gpus: [3] })],
    };
    expect(amounts(instance)).toEqual({ old: 2, young: 1 });
  });

  it("leaves placements where they were when nothing else decides, and prefers one's own pool", () => {
    const pools = [roundSlice({ poolId: "a", gpus: [4, 4] }), roundSlice({ poolId: "b", gpus: [4, 4] })];
    const stays = {
      quarters: ["2026Q3", "2026Q4"],
      needs: [
        need("n", 0, {
          asks: [
            { gpus: 2, minUseful: 1 },
            { gpus: 3, minUseful: 1 },
          ],
          held: { b: 2 },
        }),
      ],
      slices: pools,
    };
    expect(solved(stays).grants.map(([grant]) => [...(grant?.bySlice ?? [])])).toEqual([[[1, 2]], [[1, 3]]]);
    const own = {
      ...stays,
      slices: [roundSlice({ poolId: "a" }), roundSlice({ poolId: "b", ownerMinistryId: "m" })],
      needs: [need("n", 2, { held: { a: 2 } })],
    };
    expect([...(solved(own).grants[0]?.[0]?.bySlice ?? [])]).toEqual([[1, 2]]);
  });

  it("says what binds and what would unlock it, and the figure does", () => {
    const instance = canonical({
      quarters: ["2026Q3"],
      needs: [
        need("first", 4, { criticality: 1 }),
        need("second", 4, { criticality: 2, asks: [{ gpus: 4, minUseful: 3 }] }),
        need("closed", 2, { labels: ["health"] }),
        need("third", 1, { criticality: 3, gpuClasses: ["A100"] }),
      ],
      slices: [roundSlice({ poolId: "p", gpus: [6] }), roundSlice({ poolId: "q", gpuClass: "A100", gpus: [1] })],
    });
    const { grants } = solved(instance);
    const of = (id: string) =>
      explain(
        instance,
        grants,
        0,
        instance.needs.findIndex((each) => each.id === id),
      );
    expect(of("first")).toMatchObject({ granted: 4, binding: "none", unlock: { kind: "nothing" } });
    expect(of("second")).toMatchObject({
      granted: 0,
      binding: "least_useful",
      reachable: 2,
      holders: { more_urgent: 4 },
      unlock: { kind: "gpus", gpus: 2, poolIds: ["p"] },
    });
    expect(of("closed")).toMatchObject({
      binding: "no_pool",
      unlock: { kind: "opening", pools: [{ poolId: "p", obstacles: [{ kind: "labels", missing: ["health"] }] }] },
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
    expect(explain(instance, grants, 0, last)).toMatchObject({
      unlock: { kind: "gpus", gpus: 2 },
      holders: { more_urgent: 1 },
    });
    expect(solveUnlock(instance, 0, "last", "p", 50, solver)).toBe(5);
  });
});
