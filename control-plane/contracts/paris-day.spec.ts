import { describe, expect, it } from "vitest";
import { endOfParisDay, startOfParisDay } from "./paris-day.js";

const iso = (millis: number | null): string | null => (millis === null ? null : new Date(millis).toISOString());

describe("days in Paris", () => {
  it.each([
    ["2026-01-01", "2025-12-31T23:00:00.000Z", "2026-01-01T23:00:00.000Z"],
    ["2026-07-01", "2026-06-30T22:00:00.000Z", "2026-07-01T22:00:00.000Z"],
    ["2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
    ["2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"],
  ])("%s lasts from %s to %s", (day, start, end) => {
    expect([iso(startOfParisDay(day)), iso(endOfParisDay(day))]).toEqual([start, end]);
  });

  it.each(["2026-02-29", "2026-13-01", "1 July 2026", "2026-7-1", ""])("%s is no day", (day) => {
    expect(startOfParisDay(day)).toBeNull();
  });
});
