import { describe, expect, it } from "vitest";
import { type DayRow, daySeries, daysOf } from "./day-series";

const period = { from: "2026-10-31T23:00:00.000Z", to: "2026-11-30T23:00:00.000Z" };
const now = new Date("2026-11-03T14:00:00Z");
const row = (day: string, groupId: string, costEuro: number): DayRow => ({
  day,
  groupId,
  groupName: groupId,
  totals: {
    requests: 1,
    refused: 0,
    inputTokens: 0,
    outputTokens: 0,
    costEuro,
    gpuSeconds: 0,
    kWh: 0,
    kgCO2eq: 0,
    estimatedRequests: 0,
    amounts: [],
  },
});

describe("days of the usage chart", () => {
  it("go from the first of the period to today", () => {
    expect(daysOf(period, now)).toEqual(["2026-11-01", "2026-11-02", "2026-11-03"]);
    expect(daysOf(period, new Date("2027-01-01T00:00:00Z"))).toHaveLength(30);
    expect(daysOf(period, new Date("2026-11-02T23:30:00Z"))).toEqual(["2026-11-01", "2026-11-02", "2026-11-03"]);
  });
  it("hold a zero where a group used nothing, and mark the day that is not over", () => {
    const series = daySeries([row("2026-11-02", "a", 3)], period, now, (totals) => totals.costEuro);
    expect(series.groups[0]?.values).toEqual([0, 3, 0]);
    expect(series.partial).toBe(true);
  });
  it("lose nothing beyond eight groups: the others are summed", () => {
    const rows = Array.from({ length: 12 }, (_, index) => row("2026-11-01", `g${index}`, index + 1));
    const series = daySeries(rows, period, now, (totals) => totals.costEuro, "Others");
    expect(series.groups).toHaveLength(8);
    expect(series.groups.reduce((sum, group) => sum + (group.values[0] ?? 0), 0)).toBe(78);
    expect(series.groups.at(-1)?.name).toBe("Others");
  });
});
