import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, apportionWithin } from "./apportion.js";

const sum = (parts: readonly number[]) => parts.reduce((left, right) => left + right, 0);
const naturals = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 12 });

describe("apportion", () => {
  it("gives the odd unit to the largest remainder, then to the earlier", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(10, [6, 3, 2])).toEqual([5, 3, 2]);
    expect(apportion(3, [0, 0])).toEqual([3, 0]);
  });

  it("sums to the total and stays within one of the exact share", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), naturals, (total, weights) => {
        const parts = apportion(total, weights);
        expect(sum(parts)).toBe(total);
        const all = sum(weights);
        if (all > 0)
          parts.forEach((part, i) => expect(Math.abs(part - (total * (weights[i] ?? 0)) / all)).toBeLessThan(1));
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
