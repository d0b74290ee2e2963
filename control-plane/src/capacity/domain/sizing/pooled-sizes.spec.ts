import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aNeed } from "../../../../../test/builders/capacity-need.builder.js";
import type { CapacityNeed } from "../need/capacity-need.js";
import { ProfileCatalogue } from "../profiles/profile-catalogue.js";
import { meanContext } from "../queueing/step-times.js";
import { planCandidates } from "./exact-search.js";
import { fewestPooled, type PooledPart } from "./pooled-search.js";
import { needSizer } from "./size-need.js";
import { workloadOf } from "./workload.js";

const catalogue = new ProfileCatalogue();
const GPU = "H100-80GB";

const day = (likely: number): Pick<CapacityNeed, "quantities"> => ({
  quantities: [{ quarter: "2026Q4", low: likely, likely, high: likely }],
});
function aloneOf(need: CapacityNeed): number {
  const quantity = need.quantities[0];
  if (quantity === undefined) throw new Error("a need has a quarter");
  const choice = { model: need.model, precision: "bf16", gpus: [GPU] } as const;
  const gpus = needSizer(need, choice, catalogue).likely(quantity);
  return typeof gpus === "number" ? gpus : NaN;
}
const pooledOf = (needs: readonly CapacityNeed[]): number => {
  const parts = needs.map((need): PooledPart => {
    const workload = workloadOf(need, need.quantities[0]?.likely ?? NaN);
    const { shape } = workload;
    const candidates = catalogue.candidates(need.model, "bf16", meanContext(shape), [GPU]);
    return {
      workload,
      alone: aloneOf(need),
      plan: (targets) => planCandidates(candidates, { shape, targets }, "likely"),
    };
  });
  return fewestPooled(parts).gpus;
};

const llama = (inputTokens: number, outputTokens: number, changes: Partial<CapacityNeed>): CapacityNeed =>
  aNeed({ model: "llama-3.3-70b", inputTokens, outputTokens, criticality: 4, ...changes });

describe("several needs on the same replicas", () => {
  it("take 3 GPUs instead of 24 in the worked example", () => {
    const twelve = Array.from({ length: 12 }, () => aNeed(day(40_000)));
    expect(twelve.map(aloneOf)).toEqual(twelve.map(() => 2));
    expect(pooledOf(twelve)).toBe(3);
  });

  it.each([
    [
      "requests a day and requests at once",
      llama(8000, 1000, day(300_000)),
      llama(100, 10, { peakConcurrency: 400, ...day(300_000) }),
    ],
    ["long requests and very short ones", llama(16_000, 1500, day(300_000)), llama(60, 10, day(300_000))],
  ])("take no fewer GPUs than the larger one alone, and no more than both: %s", (_, one, other) => {
    const alone = [aloneOf(one), aloneOf(other)];
    const pooled = pooledOf([one, other]);
    expect(pooled).toBeGreaterThanOrEqual(Math.max(...alone));
    expect(pooled).toBeLessThanOrEqual(alone.reduce((sum, gpus) => sum + gpus, 0));
  });

  it("lie between the largest of them and their sum, and grow with each of them, in any mix", () => {
    const need = fc
      .record({
        inputTokens: fc.integer({ min: 10, max: 16_000 }),
        outputTokens: fc.integer({ min: 1, max: 2000 }),
        peakConcurrency: fc.option(fc.integer({ min: 1, max: 2000 }), { nil: null }),
        ttftTargetMs: fc.option(fc.integer({ min: 500, max: 20_000 }), { nil: null, freq: 1 }),
        itlTargetMs: fc.option(fc.integer({ min: 30, max: 300 }), { nil: null, freq: 1 }),
        batchablePercent: fc.constantFrom(0, 0, 40, 100),
        criticality: fc.constantFrom(1, 2, 3, 4),
        likely: fc.integer({ min: 1, max: 2_000_000 }),
      })
      .map(({ likely, ...told }) => ({ ...told, ...day(likely), likely }));
    const model = fc.constantFrom("llama-3.3-70b", "mistral-small-3.2-24b", "qwen3-8b");
    fc.assert(
      fc.property(model, need, need, fc.double({ min: 1, max: 3, noNaN: true }), (name, one, other, more) => {
        const needs = [aNeed({ ...one, model: name }), aNeed({ ...other, model: name })] as const;
        const alone = needs.map(aloneOf);
        fc.pre(!alone.some(Number.isNaN));
        const pooled = pooledOf(needs);
        expect(pooled).toBeGreaterThanOrEqual(Math.max(...alone));
        expect(pooled).toBeLessThanOrEqual(alone.reduce((sum, gpus) => sum + gpus, 0));
        const { peakConcurrency } = one;
        const grown = {
          ...one,
          ...day(one.likely * more),
          peakConcurrency: peakConcurrency === null ? null : peakConcurrency * more,
        };
        expect(pooledOf([aNeed({ ...grown, model: name }), needs[1]])).toBeGreaterThanOrEqual(pooled);
      }),
      { numRuns: 2000 },
    );
  });
});
