import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EJECT_AFTER_FAILURES, OutlierWatch } from "./outlier.js";
import { SLOW_START_MS, warmthAt } from "./slow-start.js";

describe("outlier watch", () => {
  const judged = (attempts: readonly boolean[]): boolean[] => {
    const watch = new OutlierWatch();
    return attempts.map((failed) => watch.judge(failed));
  };

  it("ejects after failures in a row, or when half of the last twenty attempts failed", () => {
    expect(judged(Array<boolean>(EJECT_AFTER_FAILURES).fill(true)).at(-1)).toBe(true);
    const everyOther = Array.from({ length: 20 }, (_, index) => index % 2 === 1);
    expect(judged(everyOther).indexOf(true)).toBe(19);
    const watch = new OutlierWatch();
    for (const failed of everyOther) watch.judge(failed);
    watch.forgive();
    expect(watch.judge(true)).toBe(false);
  });

  it("never ejects on a success, nor for fewer than three failures in all", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (attempts) => {
        const verdicts = judged(attempts);
        attempts.forEach((failed, index) => {
          const failures = attempts.slice(0, index + 1).filter(Boolean).length;
          if (!failed || failures < EJECT_AFTER_FAILURES) expect(verdicts[index]).toBe(false);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

it("a slow start rises evenly from a tenth to the whole", () => {
  expect(warmthAt(0, 0)).toBe(0.1);
  expect(warmthAt(0, SLOW_START_MS / 2)).toBeCloseTo(0.55, 9);
  expect([warmthAt(0, SLOW_START_MS), warmthAt(-Infinity, 0)]).toEqual([1, 1]);
});
