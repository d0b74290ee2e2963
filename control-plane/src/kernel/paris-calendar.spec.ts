import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parisDay } from "@socle/contracts";
import { parisPeriod } from "./paris-calendar.js";

const hours = (period: { start: Date; end: Date }) => (period.end.getTime() - period.start.getTime()) / 3_600_000;
const instant = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2036-01-01T00:00:00Z"),
  noInvalidDate: true,
});
const unit = fc.constantFrom("day", "month", "year");

describe("Paris calendar", () => {
  it("cuts days at Paris midnight, in winter and in summer", () => {
    expect(parisPeriod("day", new Date("2026-01-15T23:30:00Z")).start.toISOString()).toBe("2026-01-15T23:00:00.000Z");
    expect(parisPeriod("day", new Date("2026-07-15T21:59:59Z")).start.toISOString()).toBe("2026-07-14T22:00:00.000Z");
    expect(parisDay(new Date("2026-07-15T22:00:00Z"))).toBe("2026-07-16");
  });

  it("has a day of 23 hours in March and one of 25 in October", () => {
    expect(hours(parisPeriod("day", new Date("2026-03-29T12:00:00Z")))).toBe(23);
    expect(hours(parisPeriod("day", new Date("2026-10-25T12:00:00Z")))).toBe(25);
    expect(parisPeriod("month", new Date("2026-10-10T00:00:00Z"))).toEqual({
      start: new Date("2026-09-30T22:00:00Z"),
      end: new Date("2026-10-31T23:00:00Z"),
    });
  });

  it("cuts years at the Paris new year", () => {
    expect(parisPeriod("year", new Date("2026-12-31T23:00:00Z"))).toEqual({
      start: new Date("2026-12-31T23:00:00Z"),
      end: new Date("2027-12-31T23:00:00Z"),
    });
  });

  it("puts every instant in exactly one period, and periods follow each other without gap", () => {
    fc.assert(
      fc.property(instant, unit, (at, of) => {
        const period = parisPeriod(of, at);
        expect(period.start.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(period.end.getTime()).toBeGreaterThan(at.getTime());
        expect(parisPeriod(of, period.end).start).toEqual(period.end);
        expect(parisPeriod(of, new Date(period.end.getTime() - 1))).toEqual(period);
      }),
    );
  });

  it("gives all instants of one day the same name and neighbours another", () => {
    fc.assert(
      fc.property(instant, (at) => {
        const day = parisPeriod("day", at);
        expect(parisDay(new Date(day.end.getTime() - 1))).toBe(parisDay(day.start));
        expect(parisDay(day.end)).not.toBe(parisDay(day.start));
      }),
    );
  });
});
