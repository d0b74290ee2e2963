import { describe, expect, it } from "vitest";
import { aDeployment } from "../../../test/builders/inference-scene.js";
import { estimateUsage, readEngineUsage, settledUsage } from "./engine-usage.js";
import { serviceCost } from "./service-cost.js";
import { annotateUsage } from "../metering/usage-annotation.js";

const usage = (inputTokens: number, outputTokens: number, cachedInputTokens = 0) => ({
  amounts: { inputTokens, outputTokens, cachedInputTokens },
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
    const bounds = { inputTokens: 1_000, outputTokens: 15 };
    const seenAs = { amounts: { inputTokens: 101, outputTokens: 9 }, estimated: true };
    expect(estimateUsage(seen, bounds)).toEqual(seenAs);
    expect(estimateUsage({ ...seen, outputEvents: null }, bounds).amounts.outputTokens).toBe(15);
    const few = { inputTokens: 50, outputTokens: 3 };
    expect(estimateUsage(seen, few).amounts).toEqual(few);
  });

  it("is the engine's when it can be true, else cut to the reservation and marked", () => {
    const bounds = { inputTokens: 100, outputTokens: 10 };
    expect(settledUsage(usage(100, 10), seen, bounds)).toEqual(usage(100, 10));
    expect(settledUsage(usage(100, 11), seen, bounds)).toEqual({ ...usage(100, 10), estimated: true });
  });
});

describe("service cost", () => {
  it("is the reference batch's, whoever else runs: hand-computed", () => {
    // 600 uncached × 0.1 ms + 200 × (20 ms + 10 × 1 ms) / 10, on two GPUs.
    expect(serviceCost(usage(1_000, 200, 400).amounts, aDeployment())).toEqual({
      gpuMicroSeconds: (60_000 + 600_000) * 2,
      costMicroEuro: 1_000 + 600,
      nanoKWh: 2_400_000,
      nanoKgCO2eq: 120_000,
    });
  });
});

describe("annotateUsage", () => {
  const cost = { costMicroEuro: 2_000_000, nanoKWh: 1_000_000_000, nanoKgCO2eq: 3_000_000_000 };
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
