import { addDays } from "@socle/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, isDay } from "./calendar-day.js";

const days = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("days of the calendar", () => {
  it("exist or do not", () => {
    expect(["2028-02-29", "2026-02-29", "2026-13-01", "2026-1-1", ""].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("keep the day of the month where the month has it", () => {
    expect(addMonths("2026-08-31", 18)).toBe("2028-02-29");
    expect(addMonths("2026-01-15", 12)).toBe("2027-01-15");
  });

  it("come back when days are added and taken away", () => {
    fc.assert(fc.property(days, fc.integer({ min: -900, max: 900 }), (day, n) => addDays(addDays(day, n), -n) === day));
  });

  it("never end later for fewer months", () => {
    fc.assert(
      fc.property(days, fc.nat(60), fc.nat(60), (day, a, b) => a > b || addMonths(day, a) <= addMonths(day, b)),
    );
  });
});
