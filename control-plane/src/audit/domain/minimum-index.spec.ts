import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCheckpoint } from "./note/checkpoint.js";
import { cutoffOf, minimumText, parseMinimum } from "./minimum-index.js";

describe("the note on pruning", () => {
  it("is read as it was written, and never as a checkpoint", () => {
    const some = fc.record({
      origin: fc.constantFrom("socle.example/inference", "a"),
      index: fc.nat(1_000_000).map((bundle) => bundle * 256),
      prunedUntil: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
    });
    fc.assert(
      fc.property(some, (minimum) => {
        expect(parseMinimum(minimumText(minimum))).toEqual(minimum);
        expect(parseCheckpoint(minimumText(minimum))).toBeNull();
      }),
    );
  });

  it.each([
    "",
    "a\nminimum-index 1\npruned-until 2026-01-01T00:00:00.000Z\n",
    "a\nminimum-index 256\npruned-until x\n",
  ])("is not read from %j", (text) => {
    expect(parseMinimum(text)).toBeNull();
  });
});

describe("the moment before which entries may go", () => {
  it.each([
    ["2026-11-30T10:00:00Z", 12, "2025-11-30T10:00:00.000Z"],
    ["2026-08-31T10:00:00Z", 6, "2026-02-28T10:00:00.000Z"],
    ["2026-11-30T10:00:00Z", 1, "2026-05-30T10:00:00.000Z"],
  ])("at %s with %i months is %s: never less than six", (now, months, cutoff) => {
    expect(cutoffOf(new Date(now), months).toISOString()).toBe(cutoff);
  });
});
