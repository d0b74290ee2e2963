import { describe, expect, it } from "vitest";
import { timeLeft } from "./time-left";

describe("the time that is left", () => {
  it.each([
    ["2026-10-10T12:00:00Z", "days", 9],
    ["2026-10-03T11:59:00Z", "hours", 47],
    ["2026-10-01T12:30:00Z", "hours", 0],
    ["2026-09-30T12:00:00Z", "hours", 24],
    ["2026-09-20T12:00:00Z", "days", 11],
  ] as const)("to %s is counted in %s", (dueAt, unit, count) => {
    expect(timeLeft(dueAt, new Date("2026-10-01T12:00:00Z"))).toEqual({ unit, count });
  });
});
