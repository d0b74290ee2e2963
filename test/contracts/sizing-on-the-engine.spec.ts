import { describe, expect, it } from "vitest";
import { ProfileCatalogue } from "../../control-plane/src/capacity/domain/profiles/profile-catalogue.js";
import { needSizer } from "../../control-plane/src/capacity/domain/sizing/size-need.js";
import { replay } from "../../scheduler/engine-simulator/drivers/replay.js";
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
