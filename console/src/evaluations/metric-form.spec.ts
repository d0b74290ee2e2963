import { describe, expect, it } from "vitest";
import { daysLate } from "./evaluation-states";
import { metricInput, wrongMetric, type MetricField } from "./metric-form";

const row = (fields: Partial<Record<MetricField, string>>) => ({
  ...{ name: "Utile", value: "75", unit: "%", low: "", high: "", sampleSize: "", source: "" },
  ...fields,
});

describe("wrongMetric", () => {
  it.each([
    [{}, null],
    [{ low: "70" }, "bounds"],
    [{ low: "80", high: "90" }, "order"],
    [{ low: "72,2", high: "77,6" }, null],
    [{ value: "120" }, "share"],
    [{ value: "120", unit: "s" }, null],
  ] as const)("of %o is %s", (fields, wrong) => {
    expect(wrongMetric(row(fields))).toBe(wrong);
  });
});

describe("metricInput", () => {
  it("reads decimal commas, and says nothing of what is empty", () => {
    expect(metricInput(row({ value: "72,5", sampleSize: "3 000" }))).toEqual({
      ...{ name: "Utile", value: 72.5, unit: "%", low: null, high: null, confidence: null, sample: 3000, source: null },
    });
  });
});

describe("daysLate", () => {
  it("counts calendar days, on both sides of today", () => {
    const now = new Date(2026, 10, 24, 23, 30);
    expect(["2026-11-23", "2026-11-24", "2026-12-01"].map((day) => daysLate(day, now))).toEqual([1, 0, -7]);
  });
});
