import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dealSlots, divideSlots } from "./slot-division.js";

const line = (nodeId: string, sequences: number, over: { right?: number; weight?: number } = {}) => ({
  ...{ nodeId, sequences, right: 0, weight: 1 },
  ...over,
});
const at = (...demand: ReturnType<typeof line>[]) => ({ demand });
const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

describe("slots of a deployment between replicas", () => {
  it("go in proportion to what waits and runs, by largest remainder", () => {
    expect(divideSlots(100, [at(line("a", 300)), at(line("a", 100)), at(line("a", 50))])).toEqual([67, 22, 11]);
  });

  it("are spread evenly beyond what anybody asks for", () => {
    expect(divideSlots(8, [at(), at(), at()])).toEqual([3, 3, 2]);
    expect(divideSlots(10, [at(line("a", 4)), at()])).toEqual([7, 3]);
  });

  it("leave one to each replica while there are enough", () => {
    expect(divideSlots(8, [at(line("a", 1_000)), at(line("a", 1)), at()])).toEqual([6, 1, 1]);
    expect(divideSlots(2, [at(line("a", 1_000)), at(line("a", 1)), at()])).toEqual([2, 0, 0]);
  });

  it("let a ministry have its right where it comes, however long the line of another is elsewhere", () => {
    const [small, flood] = [line("a", 20, { right: 6 }), line("b", 5_000, { right: 2 })];
    expect(divideSlots(8, [at(small), at(flood)])).toEqual([6, 2]);
    expect(divideSlots(8, [at(line("a", 2, { right: 6 })), at(flood)])).toEqual([2, 6]);
  });

  it("share by weight what no right covers, and give weight 0 what is left", () => {
    const replicas = [
      at(line("a", 90, { weight: 3 })),
      at(line("b", 90, { weight: 1 })),
      at(line("c", 90, { weight: 0 })),
    ];
    expect(divideSlots(100, replicas)).toEqual([74, 25, 1]);
    expect(divideSlots(200, replicas)).toEqual([90, 90, 20]);
  });

  const demand = fc.array(
    fc.record({
      nodeId: fc.constantFrom("a", "b", "c"),
      sequences: fc.nat({ max: 500 }),
      right: fc.double({ min: 0, max: 40, noNaN: true }),
      weight: fc.double({ min: 0, max: 5, noNaN: true }),
    }),
    { maxLength: 3 },
  );
  const replicas = fc.array(fc.record({ demand }), { minLength: 1, maxLength: 5 });

  it("always add up, and none is without a place while there are enough", () => {
    fc.assert(
      fc.property(replicas, fc.nat({ max: 200 }), (among, slots) => {
        const parts = divideSlots(slots, among);
        expect(sum(parts)).toBe(slots);
        const least = slots >= among.length ? 1 : 0;
        for (const part of parts) expect(Number.isInteger(part) && part >= least).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  const spread = fc.record({
    endpoints: fc.array(
      fc.record({
        slots: fc.integer({ min: 1, max: 40 }),
        takers: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    replicas: replicas.map((among) => among.slice(0, 4)),
  });

  it("are dealt over endpoints so that each endpoint's add up, only to those that use it", () => {
    fc.assert(
      fc.property(spread, ({ endpoints, replicas: among }) => {
        const parts = divideSlots(sum(endpoints.map(({ slots }) => slots)), among);
        for (const [index, dealt] of dealSlots(endpoints, parts).entries()) {
          const { slots = 0, takers = [] } = endpoints[index] ?? {};
          const used = parts.some((part, replica) => part > 0 && takers[replica] === true);
          expect(sum(dealt)).toBe(used ? slots : 0);
          for (const [replica, count] of dealt.entries())
            expect(count).toBeGreaterThanOrEqual(takers[replica] === true ? 0 : -0);
          for (const [replica, count] of dealt.entries()) if (takers[replica] !== true) expect(count).toBe(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("are dealt exactly when all use every endpoint, near its proportion on each", () => {
    expect(
      dealSlots(
        Array.from({ length: 4 }, () => ({ slots: 1, takers: [true, true] })),
        [2, 2],
      ),
    ).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ]);
    fc.assert(
      fc.property(spread, ({ endpoints, replicas: among }) => {
        const everybody = endpoints.map(({ slots }) => ({ slots, takers: among.map(() => true) }));
        const all = sum(endpoints.map(({ slots }) => slots));
        const parts = divideSlots(all, among);
        const dealt = dealSlots(everybody, parts);
        for (const [replica, part] of parts.entries()) {
          expect(sum(dealt.map((row) => row[replica] ?? 0))).toBe(part);
          for (const [index, { slots }] of everybody.entries()) {
            expect(Math.abs((dealt[index]?.[replica] ?? 0) - (slots * part) / all)).toBeLessThan(2);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
