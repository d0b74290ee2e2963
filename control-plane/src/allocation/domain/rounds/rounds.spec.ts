import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundNeed, roundSlice } from "../../../../../test/builders/round-instance.js";
import { USUAL_TERMS, type PlacedAllocation } from "../allocation.js";
import type { Criticality } from "../round-program/instance.js";
import { unmetConditions } from "../round-program/conditions.js";
import { cutOrder } from "./cut-order.js";
import { plannedRights } from "./planned-rights.js";
import { slicesOf } from "./pool-slices.js";
import { areConsecutive, quarterStart, spansOf } from "./quarter-span.js";

const right = (path: readonly string[], nominal: number, guarantee = 0): PlacedAllocation => ({
  ...{
    id: path.join("-"),
    poolId: "p",
    nodeId: path[0] ?? "",
    nodeType: "organisation",
    organisationId: path[0] ?? "",
  },
  ...USUAL_TERMS,
  ...{ nominal, guarantee, lendLimit: null, borrowLimit: null, weight: 1, path },
});
const terms = { poolId: "p", ownerMinistryId: null, market: false, centsPerGpuHour: 0 };
const pool = { id: "p", gpuClass: "H100", gpuCount: 10, acceptedLabels: ["internal"] };

describe("quarters", () => {
  it("begin at midnight in Paris, whichever offset holds", () => {
    expect(quarterStart("2026Q4").toISOString()).toBe("2026-09-30T22:00:00.000Z");
    expect(quarterStart("2027Q1").toISOString()).toBe("2026-12-31T23:00:00.000Z");
    expect(areConsecutive(["2026Q4", "2027Q1"])).toBe(true);
    expect(areConsecutive(["2026Q4", "2027Q2"])).toBe(false);
    expect(areConsecutive(["2026Q5"])).toBe(false);
  });

  it("are cut to the round: its beginning, its end, or none", () => {
    const [effectFrom, expiresAt] = [new Date("2026-11-01T00:00:00Z"), new Date("2027-02-01T00:00:00Z")];
    const quarters = ["2026Q4", "2027Q1", "2027Q2"];
    const turn = quarterStart("2027Q1");
    expect(spansOf({ quarters, effectFrom, expiresAt })).toEqual([
      { from: effectFrom, to: turn },
      { from: turn, to: expiresAt },
      null,
    ]);
    expect(spansOf({ quarters, effectFrom, expiresAt: null }).at(-1)).toEqual({
      from: quarterStart("2027Q2"),
      to: null,
    });
  });
});

describe("what a round may distribute of a pool", () => {
  it("is all but the rights of those it does not decide on, with guarantees apart", () => {
    const rights = [
      [right(["a", "s"], 4, 2.5), right(["ua", "a", "s"], 3, 1), right(["b", "s"], 3), right(["ub", "b", "s"], 2)],
    ];
    const slices = slicesOf({ pool, terms, rights, decided: new Set(["a"]), asking: new Set(["a", "ua"]) });
    expect(slices.map(({ reservedFor, gpus }) => [reservedFor, gpus])).toEqual([
      [null, [4]],
      ["a", [1]],
      ["ua", [1]],
    ]);
  });

  it("is what is free when it adds to what is held", () => {
    const rights = [[right(["a", "s"], 4, 2), right(["b", "s"], 3.5)], []];
    const slices = slicesOf({ pool, terms, rights, decided: new Set(), asking: new Set(["a"]) });
    expect(slices.map(({ reservedFor, gpus }) => [reservedFor, gpus])).toEqual([[null, [2, 10]]]);
  });
});

describe("rights that grants make", () => {
  const node = (...path: string[]) =>
    ({ id: path[0] ?? "", type: "organisation", name: path[0] ?? "", organisationId: path[0] ?? "", path }) as const;
  const ministries = new Map([["a", node("a", "s")]]);
  const nominals = (input: Parameters<typeof plannedRights>[0]) =>
    Object.fromEntries(plannedRights(input).map(({ nodeId, nominal }) => [nodeId, nominal]));

  it("hold what is carved out of them, and guarantees of nodes that ask for nothing", () => {
    const present = [right(["a", "s"], 9, 1), right(["old", "a", "s"], 4, 2), right(["gone", "a", "s"], 3)];
    const grants = [
      { node: node("u", "d", "a", "s"), gpus: 3 },
      { node: node("a", "s"), gpus: 1 },
    ];
    expect(nominals({ present, grants, ministries, replaces: true })).toEqual({ u: 3, old: 2, gone: 0, a: 6 });
    expect(nominals({ present, grants, ministries, replaces: false })).toEqual({ u: 3, a: 13 });
  });

  it("weigh what they hold: a weight moves with its right, a new right weighs as the others do for each GPU", () => {
    const present = [
      { ...right(["a", "s"], 18), weight: 18 },
      { ...right(["b", "s"], 20), weight: 40 },
    ];
    const grants = ["a", "b", "c"].map((id, place) => ({ node: node(id, "s"), gpus: [36, 10, 19][place] ?? 0 }));
    const weights = (input: Parameters<typeof plannedRights>[0]) =>
      Object.fromEntries(plannedRights(input).map(({ nodeId, weight }) => [nodeId, weight]));
    expect(weights({ present, grants, ministries, replaces: true })).toEqual({ a: 36, b: 20, c: 29 });
    expect(weights({ present: [], grants, ministries, replaces: true })).toEqual({ a: 36, b: 10, c: 19 });
  });
});

describe("a pool that shrinks", () => {
  const holder = fc.record({
    criticality: fc.constantFrom<Criticality[]>(1, 2, 3, 4),
    nominal: fc.integer({ min: 0, max: 20 }),
    kept: fc.integer({ min: 0, max: 20 }),
    borrowed: fc.integer({ min: 0, max: 3 }),
  });

  it("takes back loans, then rights over guarantees from the least critical, never a guaranteed GPU", () => {
    fc.assert(
      fc.property(fc.array(holder, { maxLength: 6 }), fc.integer({ min: 0, max: 80 }), (drawn, gpus) => {
        const holders = drawn.map(({ kept, ...rest }, index) => ({
          ...rest,
          nodeId: `n${String(index)}`,
          guarantee: Math.min(kept, rest.nominal),
        }));
        const { steps, shortOfGuarantees } = cutOrder(holders, gpus);
        const lowered = (nodeId: string) =>
          steps.reduce((sum, step) => sum + (step.kind === "lower_right" && step.nodeId === nodeId ? step.gpus : 0), 0);
        const left = holders.map((each) => each.nominal - lowered(each.nodeId));
        for (const [index, { guarantee }] of holders.entries()) expect(left[index]).toBeGreaterThanOrEqual(guarantee);
        const total = left.reduce((sum, each) => sum + each, 0);
        expect(total - shortOfGuarantees).toBeLessThanOrEqual(gpus);
        for (const [index, { criticality, guarantee }] of holders.entries())
          if ((left[index] ?? 0) > guarantee)
            for (const more of holders) if (more.criticality < criticality) expect(lowered(more.nodeId)).toBe(0);
      }),
    );
  });
});

describe("an amendment", () => {
  const instance = {
    quarters: ["2026Q4"],
    needs: [
      roundNeed({ id: "n", asks: [{ gpus: 4, minUseful: 2 }] }),
      roundNeed({ id: "o", ministryId: "o", path: ["o"], asks: [{ gpus: 4, minUseful: 1 }] }),
    ],
    slices: [
      roundSlice({ poolId: "p", gpus: [3] }),
      roundSlice({ poolId: "p", gpus: [2], reservedFor: "m" }),
      roundSlice({ poolId: "a", gpuClass: "A100" }),
    ],
  };
  const codes = (n: number, o: number, poolId = "p") =>
    unmetConditions(
      instance,
      new Map([
        ["n", [[{ poolId, gpus: n }]]],
        ["o", [[{ poolId: "p", gpus: o }]]],
      ]),
    ).map(({ code }) => code);

  it("holds within the ask, the least useful quantity, open pools and what is kept for others", () => {
    expect(codes(2, 3)).toEqual([]);
    expect(codes(4, 1)).toEqual([]);
    expect(codes(2, 4)).toEqual(["round.pool_capacity"]);
    expect(codes(1, 1)).toEqual(["round.least_useful"]);
    expect(codes(5, 0)).toEqual(["round.within_ask"]);
    expect(codes(2, 0, "a")).toEqual(["round.eligible_pool", "round.pool_capacity"]);
    expect(codes(2.5, 0)[0]).toBe("round.whole_gpus");
  });
});
