import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, apportionWithin } from "./apportion.js";

const sum = (parts: readonly number[]) => parts.reduce((left, right) => left + right, 0);
const naturals = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 });

describe("apportion", () => {
  it("gives the odd unit to the largest remainder, then to the earlier", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(10, [6, 3, 2])).toEqual([5, 3, 2]);
    expect(apportion(7, [5, 5, 1, 3, 1, 3])).toEqual([2, 2, 1, 1, 0, 1]);
    // Three remainders of a third, which division by 12 would not find equal.
    expect(apportion(56, [3, 5, 2, 2])).toEqual([14, 24, 9, 9]);
  });

  it("gives nothing where nothing weighs", () => {
    expect(apportion(3, [0, 0])).toEqual([0, 0]);
    expect(apportion(3, [])).toEqual([]);
    expect(apportion(3, [0, 1])).toEqual([0, 3]);
  });

  it("sums to the total and stays within one of the exact share", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), naturals, (total, weights) => {
        const parts = apportion(total, weights);
        const all = sum(weights);
        expect(sum(parts)).toBe(all > 0 ? total : 0);
        if (all > 0)
          parts.forEach((part, i) => expect(Math.abs(part - (total * (weights[i] ?? 0)) / all)).toBeLessThan(1));
      }),
    );
  });

  it("is the largest remainder of whole numbers of any size", () => {
    const large = fc.array(fc.nat(2 ** 40), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(2 ** 40), large, (total, weights) => {
        const all = BigInt(sum(weights));
        if (all === 0n) return;
        const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
        const floors = exact.map((product) => Number(product / all));
        const order = [...exact.keys()].sort((one, other) => {
          const more = ((exact[other] ?? 0n) % all) - ((exact[one] ?? 0n) % all);
          return more === 0n ? one - other : more > 0n ? 1 : -1;
        });
        const odd = new Set(order.slice(0, total - sum(floors)));
        expect(apportion(total, weights)).toEqual(floors.map((floor, at) => floor + (odd.has(at) ? 1 : 0)));
      }),
    );
  });

  it("sums to the total for weights that are not whole", () => {
    const rates = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(1_000_000), rates, (total, weights) => {
        const parts = apportion(total, weights);
        expect(sum(parts)).toBe(sum(weights) > 0 ? total : 0);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("never gives a part more than its bound and gives all that fits", () => {
    fc.assert(
      fc.property(fc.nat(60_000), naturals, (total, bounds) => {
        const parts = apportionWithin(total, bounds);
        expect(sum(parts)).toBe(Math.min(total, sum(bounds)));
        parts.forEach((part, i) => expect(part).toBeLessThanOrEqual(bounds[i] ?? 0));
      }),
    );
  });
});
