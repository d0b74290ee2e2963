import { describe, expect, it } from "vitest";
import { monthBack, periodFault } from "./report-period";

describe("the period of a report", () => {
  it("is a month, cut at today", () => {
    const now = new Date("2026-03-17T09:00:00Z");
    expect(monthBack(now, 0)).toEqual({ from: "2026-03-01", to: "2026-03-17" });
    expect(monthBack(now, 1)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(monthBack(new Date("2026-03-31T22:30:00Z"), 0)).toEqual({ from: "2026-04-01", to: "2026-04-01" });
    expect(monthBack(new Date("2026-01-31T00:00:00Z"), 1)).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  });

  it("says why it cannot be asked for", () => {
    expect(periodFault({ from: "2026-01-01", to: "2026-01-01" })).toBeNull();
    expect(periodFault({ from: "", to: "2026-01-01" })).toBe("audit.fault.day");
    expect(periodFault({ from: "2026-01-02", to: "2026-01-01" })).toBe("audit.fault.order");
    expect(periodFault({ from: "2025-01-01", to: "2026-01-01" })).toBeNull();
    expect(periodFault({ from: "2025-01-01", to: "2026-01-02" })).toBe("audit.fault.long");
  });
});
