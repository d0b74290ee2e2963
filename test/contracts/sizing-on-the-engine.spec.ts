import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProfileCatalogue } from "../../control-plane/src/capacity/domain/profiles/profile-catalogue.js";
import { FirstTokenRate } from "../../control-plane/src/capacity/domain/queueing/first-token-rate.js";
import { saturatedRate } from "../../control-plane/src/capacity/domain/queueing/saturated-rate.js";
import { needSizer } from "../../control-plane/src/capacity/domain/sizing/size-need.js";
import { replay } from "../../scheduler/engine-simulator/drivers/replay.js";
import { passagesOf } from "../../scheduler/bench/sizing/one-shape.js";
import { randomFrom } from "../builders/random.js";
import { aNeed } from "../builders/capacity-need.builder.js";

const GPU = "A100-80GB";
const TARGET_MS = 100;
const OUTPUT = 300;
const likely = 1_000_000;

describe("GPUs of long prompts under a target between tokens", () => {
  const quantity = { quarter: "2026Q4", low: likely, likely, high: likely } as const;
  const need = aNeed({
    inputTokens: 30_000,
    outputTokens: OUTPUT,
    itlTargetMs: TARGET_MS,
    criticality: 4,
    quantities: [quantity],
  });
  const choice = { model: need.model, precision: "bf16", gpus: [GPU] } as const;

  it("keep it on the scheduler's engine, prompts that others read included", () => {
    const sized = needSizer(need, choice, new ProfileCatalogue()).size(quantity);
    if (sized.kind !== "served") throw new Error(sized.kind);
    const { plan, dayReplicas } = sized.likely;
    const gapMs = (1000 * dayReplicas) / sized.workload.load.dayPerSecond;
    const passages = replay(
      {
        alphaMs: plan.times.alphaMs,
        betaMs: plan.times.betaMs,
        prefillMsPerToken: plan.times.deltaMs,
        stepTokenBudget: 8192,
        maxSequences: plan.batch,
        blockSize: 16,
        kvBlocks: Math.floor(plan.freeBytes / plan.profile.kvBytesPerToken / 16),
      },
      // Quantiles of exponential gaps in a scattered order: arrivals by chance, the same in each run.
      arrivals(gapMs),
    );
    const between = passages.map(({ firstTokenAt, finishedAt }) => (finishedAt - firstTokenAt) / (OUTPUT - 1));
    const p95 = between.sort((a, b) => a - b)[Math.ceil(0.95 * between.length) - 1];
    expect(p95).toBeLessThanOrEqual(TARGET_MS);
  });

  function arrivals(gapMs: number) {
    const requests = 997;
    let at = 0;
    return Array.from({ length: requests }, (_, number) => {
      at -= gapMs * Math.log(1 - (((number * 389) % requests) + 0.5) / requests);
      return { at, spec: { id: String(number), promptTokens: 30_000, outputTokens: OUTPUT, chain: [] } };
    });
  }
});

describe("what a replica ends while a line waits", () => {
  it("is what the scheduler's engine ends, for prompts and answers of any length", () => {
    const engine = fc.record({
      inputTokens: fc.integer({ min: 20, max: 30_000 }),
      outputTokens: fc.integer({ min: 2, max: 60 }),
      places: fc.integer({ min: 1, max: 24 }),
      alphaMs: fc.integer({ min: 5, max: 40 }),
      betaMs: fc.double({ min: 0.02, max: 0.5, noNaN: true }),
      deltaMs: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(engine, ({ inputTokens, outputTokens, places, ...steps }) => {
        const times = { ...steps, gammaMs: 0 };
        const passages = replay(
          {
            alphaMs: times.alphaMs,
            betaMs: times.betaMs,
            prefillMsPerToken: times.deltaMs,
            stepTokenBudget: 8192,
            maxSequences: places,
            blockSize: 16,
            kvBlocks: 200_000,
          },
          Array.from({ length: 40 * places }, (_, number) => ({
            at: 0,
            spec: { id: String(number), promptTokens: inputTokens, outputTokens, chain: [] },
          })),
        );
        const rate = slopeOf(passages.slice(places).map(({ firstTokenAt }) => firstTokenAt));
        const ratio = saturatedRate({ times, shape: { inputTokens, outputTokens }, places }) / rate;
        expect(Math.abs(ratio - 1)).toBeLessThan(0.015);
      }),
      { numRuns: 60 },
    );
  });

  /** Requests per second along the straight line through times: places that fill at once do not bend it. */
  function slopeOf(times: readonly number[]): number {
    const middle = (times.length - 1) / 2;
    const mean = times.reduce((sum, at) => sum + at, 0) / times.length;
    const spread = times.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
    return (1000 * spread) / times.reduce((sum, at, index) => sum + (index - middle) * (at - mean), 0);
  }
});

describe("the rate at which first tokens are in time", () => {
  it.each([
    { inputTokens: 838, outputTokens: 87, places: 44, alphaMs: 74, betaMs: 0.17, deltaMs: 0.656, limitMs: 900 },
    { inputTokens: 2969, outputTokens: 163, places: 11, alphaMs: 38, betaMs: 0.23, deltaMs: 0.207, limitMs: 4340 },
    { inputTokens: 12_616, outputTokens: 18, places: 237, alphaMs: 19, betaMs: 0.305, deltaMs: 0.00547, limitMs: 641 },
    { inputTokens: 20_801, outputTokens: 15, places: 5, alphaMs: 11, betaMs: 0.445, deltaMs: 0.0309, limitMs: 1301 },
    { inputTokens: 1460, outputTokens: 1809, places: 256, alphaMs: 7.3, betaMs: 0.1, deltaMs: 0.0315, limitMs: 977 },
    { inputTokens: 25_000, outputTokens: 40, places: 1, alphaMs: 15, betaMs: 0.8, deltaMs: 0.07, limitMs: 5000 },
  ])("is the engine's to within an eighth, never beyond it: $inputTokens in, $places places", (each) => {
    const engine = { times: { ...each, gammaMs: 0 }, shape: each, places: each.places };
    const rate = new FirstTokenRate(engine, each.limitMs);
    while (rate.halve());
    const [found] = rate.bounds();
    expect(lateAt(0.98 * found)).toBeLessThanOrEqual(0.055);
    expect(Math.max(lateAt(1.125 * found), 1.125 * found > saturatedRate(engine) ? 1 : 0)).toBeGreaterThan(0.05);

    function lateAt(perSecond: number): number {
      const random = randomFrom(7);
      let at = 0;
      const arrivals = Float64Array.from({ length: 60_000 }, () => (at -= (1000 * Math.log(1 - random())) / perSecond));
      const { firstAt } = passagesOf(each, arrivals);
      return (
        firstAt.filter((first, number) => first - (arrivals[number] ?? NaN) > each.limitMs).length / arrivals.length
      );
    }
  });
});
