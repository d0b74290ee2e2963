import { beforeAll, describe, expect, it } from "vitest";
import { roundNeed, roundSlice } from "../../../../../test/builders/round-instance.js";
import { canonical, type RoundInstance, type RoundNeed } from "../../domain/round-program/instance.js";
import type { StageSolver } from "../../domain/round-program/linear-program.js";
import { solveInstance } from "../../domain/round-program/solve-instance.js";
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
const need = (id: string, gpus: number, changes: Partial<RoundNeed> = {}): RoundNeed =>
  roundNeed({ id, asks: [{ gpus, minUseful: 1 }], ...changes });

describe("known answers", () => {
  it("moves a flexible need out of the way of one that can go nowhere else", () => {
    const instance = {
      quarters: ["2026Q3"],
      needs: [
        need("either", 4, {
          gpuClasses: ["A100", "H100"],
          declaredAt: "2026-01-01T00:00:00.000Z",
        }),
        need("only", 4, { gpuClasses: ["H100"] }),
      ],
      slices: [
        roundSlice({
          poolId: "a",
          gpuClass: "A100",
          gpus: [4],
          centsPerGpuHour: 900,
        }),
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

  it("gives the only GPU to whom it lifts further", () => {
    const instance = {
      quarters: ["2026Q3"],
      needs: [
        need("of four", 4, {
          ministryId: "m",
          declaredAt: "2026-01-01T00:00:00.000Z",
        }),
        need("of three", 3, { ministryId: "n" }),
      ],
      slices: [roundSlice({ poolId: "p", gpus: [1] })],
    };
    expect(amounts(instance)).toEqual({ "of four": 0, "of three": 1 });
  });

  it("minimises the sum of what its GPUs cost where least useful quantities bind, which is not max-min", () => {
    const instance = {
      quarters: ["2026Q3"],
      needs: [
        need("x", 2, { ministryId: "m", asks: [{ gpus: 2, minUseful: 2 }] }),
        need("y", 3, { ministryId: "n", asks: [{ gpus: 3, minUseful: 2 }] }),
      ],
      slices: [roundSlice({ poolId: "p", gpus: [2] })],
    };
    expect(amounts(instance)).toEqual({ x: 0, y: 2 });
  });
});
