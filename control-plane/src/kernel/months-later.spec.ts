import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthsLater } from "./months-later.js";

describe("some months later", () => {
  it.each([
    ["2027-08-31T10:15:00.000Z", 6, "2028-02-29T10:15:00.000Z"],
    ["2026-11-15T23:59:59.999Z", 2, "2027-01-15T23:59:59.999Z"],
    ["2027-03-31T00:00:00.000Z", -1, "2027-02-28T00:00:00.000Z"],
    ["2026-08-31T00:00:00.000Z", -6, "2026-02-28T00:00:00.000Z"],
  ])("than %s by %i is %s", (from, months, to) => {
    expect(monthsLater(new Date(from), months).toISOString()).toBe(to);
  });

  it("is in the month that many further, however long it is", () => {
    const days = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
    const monthOf = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth();
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (at, months) => {
        expect(monthOf(monthsLater(at, months))).toBe(monthOf(at) + months);
      }),
    );
  });
});
