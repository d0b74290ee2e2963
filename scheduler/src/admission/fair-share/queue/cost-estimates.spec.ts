import { describe, expect, it } from "vitest";
import { stateScene } from "../../../../../test/builders/state-scene.js";
import { createCostEstimates } from "./cost-estimates.js";
import { requestCost } from "./request-cost.js";

const [scene] = stateScene([{ id: "d1", poolId: "p1" }], 1).deployments;
if (scene === undefined) throw new Error("no deployment");
// An H100 with 32 answers of a model of 24 billion parameters.
const alphaSeconds = 0.013_578;
const betaSeconds = 0.000_027_32;
const profile = { ...scene.profile, alphaSeconds, betaSeconds, referenceBatch: 32 };
const deployment = { ...scene, profile };
const { gpusPerReplica } = deployment;
const cost = (input: number, output: number): number => requestCost(profile, { input, output }, gpusPerReplica);
const step = profile.alphaSeconds + profile.betaSeconds * profile.referenceBatch;
const size = { bodyBytes: 4_000, bounds: { inputTokens: 100, outputTokens: 128_000 }, sequences: 1 };

describe("what a running request is charged", () => {
  it("is its input, what it brought and 1.25 s of each sequence, whatever its application was answered before", () => {
    const estimates = createCostEstimates();
    for (const learned of [20, 1_400]) {
      for (let answers = 0; answers < 300; answers += 1) estimates.learn("leaf", deployment.id, learned);
      expect(estimates.rendered(deployment, size, 0)).toBeCloseTo(cost(100, 1.25 / step), 9);
      expect(estimates.rendered(deployment, size, 500)).toBeCloseTo(cost(100, 500 + 1.25 / step), 9);
      const two = { ...size, sequences: 2 };
      expect(estimates.rendered(deployment, two, 500)).toBeCloseTo(cost(100, 500 + 2.5 / step), 9);
    }
  });

  it("never is more than it may cost", () => {
    const short = { ...size, bounds: { inputTokens: 100, outputTokens: 5 } };
    expect(createCostEstimates().rendered(deployment, short, 0)).toBeCloseTo(cost(100, 5), 9);
  });
});
