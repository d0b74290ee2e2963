import { describe, expect, it } from "vitest";
import { MEASURED_PROFILES } from "./measured-profiles.js";
import { ROOFLINE_BAND, rooflineProfile } from "./roofline.js";

/** What a measured step is against the bound's, at a batch that the curve covers. */
const ratios = MEASURED_PROFILES.map((profile) => {
  const roof = rooflineProfile(profile, 256);
  if (roof === null) throw new Error(profile.key);
  const batch = 32;
  const step = ({ alphaMs, betaMs }: typeof profile.times): number => alphaMs + betaMs * batch;
  return step(profile.times) / step(roof.times);
});

describe("the bound by bandwidth and FLOPS", () => {
  it("has the band that measured curves lie in, and their middle", () => {
    const sorted = [...ratios].sort((a, b) => a - b);
    expect(sorted[0]).toBeGreaterThanOrEqual(ROOFLINE_BAND.fast);
    expect(sorted.at(-1)).toBeLessThanOrEqual(ROOFLINE_BAND.slow);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeCloseTo(ROOFLINE_BAND.likely, 1);
  });

  it("meets the published point of Qwen3-32B on two H200: 29.1 ms a token at 64 × (2,048 in, 512 out)", () => {
    const configuration = { model: "qwen3-32b", precision: "bf16", gpu: "H200-141GB", gpusPerReplica: 2 } as const;
    const roof = rooflineProfile(configuration, 2048 + 256);
    if (roof === null) throw new Error("no bound");
    const { alphaMs, betaMs, deltaMs } = roof.times;
    // Sixty-three prompts are read between two tokens of a sequence, spread over its 512.
    const token = alphaMs + betaMs * 64 + (deltaMs * 2048 * 64) / 512;
    expect(token / 29.1).toBeGreaterThan(1 / ROOFLINE_BAND.slow);
    expect(token / 29.1).toBeLessThan(1.15);
  });

  it("knows nothing of what it was not told of, nor of weights that do not fit", () => {
    expect(
      rooflineProfile({ model: "unheard-of", precision: "bf16", gpu: "H100-80GB", gpusPerReplica: 1 }, 1),
    ).toBeNull();
    expect(rooflineProfile({ model: "qwen3-8b", precision: "bf16", gpu: "Z9", gpusPerReplica: 1 }, 1)).toBeNull();
    expect(
      rooflineProfile({ model: "llama-3.3-70b", precision: "bf16", gpu: "H100-80GB", gpusPerReplica: 1 }, 1),
    ).toBeNull();
  });
});
