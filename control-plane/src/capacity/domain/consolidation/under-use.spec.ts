import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { CALMIP_RULE_4, clawback, GPU_UNDER_USE_RULE } from "./under-use.js";

interface ClawbackCase {
  readonly quota: number;
  readonly consumedPct: number;
  readonly expectNewQuota: number;
}

describe("under-use at mid-period", () => {
  const { cases } = readCases<{ cases: readonly ClawbackCase[] }>("calmip-underuse-clawback");
  expect(cases).toHaveLength(2);
  it.each(cases)(
    "leaves $expectNewQuota of $quota h used at $consumedPct %",
    ({ quota, consumedPct, expectNewQuota }) => {
      const taken = clawback({ granted: quota, usedShare: consumedPct / 100, hasCalendar: false }, CALMIP_RULE_4);
      expect(quota - taken).toBeCloseTo(expectNewQuota, 6);
    },
  );

  it("spares small grants, grants used enough, and grants announced for later", () => {
    const idle = { granted: 1_000_000, usedShare: 0.1, hasCalendar: false };
    expect(clawback(idle, CALMIP_RULE_4)).toBeCloseTo(400_000, 6);
    expect(clawback({ ...idle, hasCalendar: true }, CALMIP_RULE_4)).toBe(0);
    expect(clawback({ ...idle, granted: 300_000 }, CALMIP_RULE_4)).toBe(0);
    expect(clawback({ ...idle, usedShare: 0.3 }, CALMIP_RULE_4)).toBe(0);
  });

  it("never takes what is used, nor more than half", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 10_000 }),
        (usedShare, granted) => {
          const taken = clawback({ granted, usedShare, hasCalendar: false }, GPU_UNDER_USE_RULE);
          expect(taken).toBeGreaterThanOrEqual(0);
          expect(taken).toBeLessThanOrEqual(granted / 2);
          expect(granted - taken).toBeGreaterThanOrEqual(usedShare * granted - 1e-9);
        },
      ),
    );
  });
});
