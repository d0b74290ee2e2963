import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Totals } from "../../generated/operations";
import { addTotals, lastDays, monthPeriod, recentMonths, totalsByGroup } from "./usage-measures";

const totals = (requests: number, costEuro: number): Totals => ({
  requests,
  refused: 0,
  inputTokens: requests * 10,
  outputTokens: requests,
  costEuro,
  gpuSeconds: 0,
  kWh: 0,
  kgCO2eq: 0,
  estimatedRequests: 0,
  amounts: [{ quantity: "requests", amount: requests }],
});

describe("usage by group", () => {
  it("loses no request, whatever the days and groups", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ group: fc.integer({ min: 0, max: 4 }), requests: fc.nat(1000) })), (days) => {
        const rows = days.map((day) => ({
          groupId: `${day.group}`,
          groupName: `${day.group}`,
          totals: totals(day.requests, 0),
        }));
        const all = totalsByGroup(rows).reduce((sum, group) => addTotals(sum, group.totals), totals(0, 0));
        expect(all.requests).toBe(days.reduce((sum, day) => sum + day.requests, 0));
      }),
    );
  });
  it("puts the costliest first", () => {
    const rows = [
      { groupId: "a", groupName: "a", totals: totals(1, 1) },
      { groupId: "b", groupName: "b", totals: totals(1, 2) },
    ];
    expect(totalsByGroup(rows).map((group) => group.id)).toEqual(["b", "a"]);
  });
});

describe("months", () => {
  it("go back over the new year", () => {
    expect(recentMonths(new Date("2026-01-15T00:00:00Z"), 2)).toEqual([
      "2025-12-31T23:00:00.000Z",
      "2025-11-30T23:00:00.000Z",
    ]);
    expect(recentMonths(new Date("2026-03-31T22:30:00Z"), 1)).toEqual(["2026-03-31T22:00:00.000Z"]);
    expect(monthPeriod("2025-11-30T23:00:00.000Z").to).toBe("2025-12-31T23:00:00.000Z");
    expect(lastDays(new Date("2026-01-02T22:59:00Z"), 30)).toEqual({
      from: "2025-12-03T23:00:00.000Z",
      to: "2026-01-02T23:00:00.000Z",
    });
    expect(lastDays(new Date("2026-01-02T23:01:00Z"), 1).from).toBe("2026-01-02T23:00:00.000Z");
  });
});
