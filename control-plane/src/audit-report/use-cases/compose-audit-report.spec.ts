import { describe, expect, it } from "vitest";
import { auditPeriod } from "./compose-audit-report.js";

describe("the period of a report", () => {
  it("is whole days of Paris, both included, through a change of the clock", () => {
    const period = auditPeriod("2026-03-28", "2026-03-29");
    expect(period).toMatchObject({
      ok: true,
      value: { from: new Date("2026-03-27T23:00:00Z"), to: new Date("2026-03-29T22:00:00Z") },
    });
  });

  it.each([
    ["2026-3-1", "2026-03-02", "from"],
    ["2026-02-30", "2026-03-02", "from"],
    ["2026-03-02", "soon", "to"],
    ["2026-03-02", "2026-03-01", "to"],
    ["2025-01-01", "2026-01-02", "to"],
  ])("refuses %s to %s, and says which end is wrong", (from, to, path) => {
    expect(auditPeriod(from, to)).toMatchObject({ ok: false, refusal: { issues: [{ path }] } });
  });

  it("may be a year and a leap day", () => {
    expect(auditPeriod("2024-01-01", "2024-12-31").ok).toBe(true);
  });
});
