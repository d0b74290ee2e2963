import { describe, expect, it } from "vitest";
import { type Cell, sumOf, totalsOf } from "./cell-totals";

const cell = (fields: Partial<Cell>): Cell => ({
  ...{ quarter: "2027Q1", ministryId: "m-1", gpuType: "H100-80GB", zone: "state" },
  ...{ demand: { low: 1, likely: 4, high: 8 }, declared: 0, verified: 0, offered: 0, allocated: 0.1 },
  ...{ usedP95: null, idleLendable: 0, granted: 3, unmet: 1 },
  ...fields,
});

describe("a consolidation's totals", () => {
  it("add up ministries, and keep quarters and kinds apart", () => {
    const totals = totalsOf([
      cell({}),
      cell({ ministryId: "m-2", allocated: 0.2 }),
      cell({ gpuType: "L40S-48GB" }),
      cell({ quarter: "2027Q2" }),
    ]);
    expect(totals.map(({ quarter, gpuType, demand }) => [quarter, gpuType, demand])).toEqual([
      ["2027Q1", "H100-80GB", 8],
      ["2027Q1", "L40S-48GB", 4],
      ["2027Q2", "H100-80GB", 4],
    ]);
    expect(totals[0]?.allocated).toBe(0.3);
    expect(sumOf(totals, "granted") + sumOf(totals, "unmet")).toBe(sumOf(totals, "demand"));
  });
});
