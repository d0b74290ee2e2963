import fc from "fast-check";
import { expect, it } from "vitest";
import { createOutputForecast } from "./output-forecast.js";

it("says nothing before enough answers were seen", () => {
  const forecast = createOutputForecast();
  for (let seen = 0; seen < 49; seen += 1) forecast.record("mail", "model", 100);
  expect(forecast.p95("mail", "model")).toBeNull();
  forecast.record("mail", "model", 100);
  expect(forecast.p95("mail", "model")).toBeGreaterThanOrEqual(100);
  expect(forecast.p95("mail", "other")).toBeNull();
});

it("covers at least 95 of 100 answers, and is at most an eighth above the quantile", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 60, maxLength: 300 }), (lengths) => {
      const forecast = createOutputForecast();
      for (const length of lengths) forecast.record("mail", "model", length);
      const p95 = forecast.p95("mail", "model") ?? 0;
      const sorted = [...lengths].sort((a, b) => a - b);
      const exact = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
      expect(lengths.filter((length) => length <= p95).length).toBeGreaterThanOrEqual(
        Math.floor(lengths.length * 0.95),
      );
      expect(p95).toBeLessThanOrEqual(Math.ceil(exact * 1.125) + 1);
    }),
    { numRuns: 1_000 },
  );
});

it("learns anew when answers become shorter", () => {
  const forecast = createOutputForecast();
  for (let seen = 0; seen < 3_000; seen += 1) forecast.record("mail", "model", 4_000);
  for (let seen = 0; seen < 12_000; seen += 1) forecast.record("mail", "model", 40);
  expect(forecast.p95("mail", "model")).toBeLessThan(50);
});
