import { describe, expect, it } from "vitest";
import type { RoadmapSheet } from "../roadmap-states";
import { cellKey, toTrajectory, trajectoryForm, wrongCells, yearTotal } from "./trajectory-form";

const content = {
  dependencies: [{ domain: "CLOUD" }, { domain: "OFFICE_SUITE" }],
  plannedSpend: [
    { year: 2025, domain: "OFFICE_SUITE", euros: 3_000_000 },
    { year: 2026, domain: "OFFICE_SUITE", euros: 2_500_000 },
  ],
  trajectory: [{ year: 2025, sovereignUsersPct: 10, sensitiveOnQualifiedPct: 42.5 }],
} as unknown as RoadmapSheet["content"];
const form = trajectoryForm(content);
const typed = (cells: Record<string, string>) => ({ ...form, cells: { ...form.cells, ...cells } });

describe("a trajectory", () => {
  it("has a column a domain of the inventory or of the plan, and gives back what stands", () => {
    expect(form.domains).toEqual(["OFFICE_SUITE", "CLOUD"]);
    expect(toTrajectory(form)).toEqual({ plannedSpend: content.plannedSpend, trajectory: content.trajectory });
    expect(wrongCells(form)).toEqual([]);
  });

  it("takes whole euros, and percents up to 100 with decimals", () => {
    const spend = cellKey(2027, "CLOUD");
    expect(wrongCells(typed({ [spend]: "1,5" }))).toEqual([spend]);
    expect(wrongCells(typed({ [spend]: "1 500 000" }))).toEqual([]);
    const share = cellKey(2025, "sovereignUsersPct");
    expect(wrongCells(typed({ [share]: "101" }))).toEqual([share]);
    expect(wrongCells(typed({ [share]: "12,5 %" }))).toEqual([]);
  });

  it("asks for both shares of a year, or none", () => {
    const [users, sensitive] = [cellKey(2028, "sovereignUsersPct"), cellKey(2028, "sensitiveOnQualifiedPct")];
    expect(wrongCells(typed({ [users]: "50" }))).toEqual([sensitive]);
    expect(toTrajectory(typed({ [users]: "50", [sensitive]: "60" })).trajectory).toHaveLength(2);
  });

  it("sums a year as it is typed", () => {
    expect(yearTotal(typed({ [cellKey(2025, "CLOUD")]: "500 000" }), 2025)).toBe(3_500_000);
    expect(yearTotal(typed({ [cellKey(2025, "CLOUD")]: "beaucoup" }), 2025)).toBeNull();
    expect(yearTotal(form, 2030)).toBeNull();
  });
});
