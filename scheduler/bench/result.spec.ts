import fc from "fast-check";
import { expect, it } from "vitest";
import { median, percentile, sentence } from "./result.ts";

it("the median is the middle, or the mean of both middles", () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, NaN]);
});

it("a percentile is one of the values, with at least that share of them at or below it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const value = percentile(values, share);
        expect(values).toContain(value);
        expect(values.filter((one) => one <= value).length).toBeGreaterThanOrEqual(Math.ceil(share * values.length));
        expect(values.filter((one) => one < value).length).toBeLessThanOrEqual(share * values.length);
      },
    ),
  );
});

it("a line names the peer and how many times its figure", () => {
  const result = { bench: "b", metric: "m", value: 12, unit: "µs", target: null, peer: "nginx 1.26", ratio: 1.5 };
  expect(sentence(result)).toContain("1.5 × nginx 1.26");
});
