import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitCapacity } from "./fit-capacity.js";

const RUNS = { numRuns: 1_000 };
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe("when less lives than was promised", () => {
  const rights = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 6,
  });
  type Drawn = readonly [nominal: number, guarantee: number, criticality: number];
  const asRights = (list: readonly Drawn[]) =>
    list.map(([nominal, guarantee, criticality], at) => ({
      id: `r${at}`,
      nominal,
      guarantee: Math.min(nominal, guarantee),
      criticality,
    }));

  it("keeps within capacity, guarantees by criticality, and reports what is missing", () => {
    fc.assert(
      fc.property(fc.nat({ max: 80 }), rights, (capacity, list) => {
        const asked = asRights(list);
        const fitted = fitCapacity(asked, capacity);
        const promised = sum(asked.map(({ nominal }) => nominal));
        expect(sum(fitted.map(({ nominal }) => nominal))).toBe(Math.min(capacity, promised));
        for (const [at, right] of asked.entries()) {
          const now = fitted[at];
          expect(now?.shortfall).toBe(right.nominal - (now?.nominal ?? NaN));
          if ((now?.guarantee ?? 0) >= right.guarantee) continue;
          // Whose guarantee is cut takes everything from the less critical first.
          const below = fitted.filter((_, other) => (asked[other]?.criticality ?? 0) > right.criticality);
          expect(sum(below.map(({ nominal }) => nominal))).toBe(0);
        }
      }),
      RUNS,
    );
  });

  it("P6: more capacity never lowers a right by more than the unit that rounding moves", () => {
    fc.assert(
      fc.property(fc.nat({ max: 80 }), fc.integer({ min: 1, max: 20 }), rights, (capacity, more, list) => {
        const [before, after] = [capacity, capacity + more].map((lives) => fitCapacity(asRights(list), lives));
        for (const [at, { nominal }] of (before ?? []).entries()) {
          expect(after?.[at]?.nominal).toBeGreaterThanOrEqual(nominal - 1);
        }
      }),
      RUNS,
    );
  });

  it("an example: 6 GPUs of 10, two critical guarantees of 2 and one of 3", () => {
    const right = (id: string, nominal: number, guarantee: number, criticality: number) => ({
      id,
      nominal,
      guarantee,
      criticality,
    });
    const fitted = fitCapacity([right("a", 4, 2, 1), right("b", 3, 2, 1), right("c", 3, 3, 4)], 6);
    expect(fitted).toEqual([
      { id: "a", nominal: 2, guarantee: 2, shortfall: 2 },
      { id: "b", nominal: 2, guarantee: 2, shortfall: 1 },
      { id: "c", nominal: 2, guarantee: 2, shortfall: 1 },
    ]);
  });
});
