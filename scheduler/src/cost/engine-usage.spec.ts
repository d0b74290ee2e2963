import { describe, expect, it } from "vitest";
import { aDeployment } from "../../../test/builders/inference-scene.js";
import { estimateUsage, readEngineUsage, settledUsage } from "./engine-usage.js";
import { serviceCost } from "./service-cost.js";
import { annotateUsage } from "../metering/usage-annotation.js";

const usage = (inputTokens: number, outputTokens: number, cachedInputTokens = 0) => ({
  inputTokens,
  outputTokens,
  cachedInputTokens,
  estimated: false,
});
const seen = { bodyBytes: 401, outputEvents: 9, engineSeconds: 2, secondsPerToken: 0.1 };

describe("usage", () => {
  it("is read as engines write it, zero included", () => {
    expect(
      readEngineUsage({ prompt_tokens: 9, completion_tokens: 0, prompt_tokens_details: { cached_tokens: 4 } }),
    ).toEqual(usage(9, 0, 4));
    expect(readEngineUsage({ prompt_tokens: 9, completion_tokens: 1, prompt_tokens_details: null })).toEqual(
      usage(9, 1),
    );
  });

  it.each([
    null,
    undefined,
    3,
    {},
    { prompt_tokens: -1, completion_tokens: 1 },
    { prompt_tokens: "1", completion_tokens: 1 },
  ])("%j is none", (value) => {
    expect(readEngineUsage(value)).toBeNull();
  });

  it("is estimated from what was forwarded, or from time when nothing could be seen, within the reservation", () => {
    const bounds = { input: 1_000, output: 15 };
    expect(estimateUsage(seen, bounds)).toMatchObject({ inputTokens: 101, outputTokens: 9, estimated: true });
    expect(estimateUsage({ ...seen, outputEvents: null }, bounds).outputTokens).toBe(15);
    expect(estimateUsage(seen, { input: 50, output: 3 })).toMatchObject({ inputTokens: 50, outputTokens: 3 });
  });

  it("is the engine's when it can be true, else cut to the reservation and marked", () => {
    const bounds = { input: 100, output: 10 };
    expect(settledUsage(usage(100, 10), seen, bounds)).toEqual(usage(100, 10));
    expect(settledUsage(usage(100, 11), seen, bounds)).toEqual({ ...usage(100, 10), estimated: true });
  });
});

describe("service cost", () => {
  it("is the reference batch's, whoever else runs: hand-computed", () => {
    const cost = serviceCost(usage(1_000, 200, 400), aDeployment());
    // 600 uncached × 0.1 ms + 200 × (20 ms + 10 × 1 ms) / 10, on two GPUs.
    expect(cost.gpuSeconds).toBeCloseTo((0.06 + 0.6) * 2, 12);
    expect(cost.costMicroEuro).toBe(1_000 + 600);
    expect(cost.kWh).toBeCloseTo(0.0024, 12);
    expect(cost.kgCO2eq).toBeCloseTo(0.00012, 12);
  });
});

describe("annotateUsage", () => {
  const cost = { costMicroEuro: 2_000_000, gpuSeconds: 0, kWh: 1, kgCO2eq: 3 };
  const added = '"cost":2,"impacts":{"kWh":1,"kgCO2eq":3}';

  it.each([
    ['{"usage":{"a":1},"z":1.0}', `{"usage":{"a":1,${added}},"z":1.0}`],
    ['{"usage":{ } }', `{"usage":{ ${added}} }`],
    ['{"usage":null}', '{"usage":null}'],
    ['{"choices":[{"usage":{"a":1}}]}', '{"choices":[{"usage":{"a":1}}]}'],
    ["not json", "not json"],
  ])("%s", (text, expected) => {
    expect(annotateUsage(text, cost)).toBe(expected);
  });
});
