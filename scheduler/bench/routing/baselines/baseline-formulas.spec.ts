import { describe, expect, it } from "vitest";
import type { PickRequest } from "../../../src/endpoint-picker/fleet-view.js";
import { endpointView, pickerBehaviour, pickRequest } from "../../../src/endpoint-picker/picker.behaviour.js";
import { profileBehaviour } from "../../../src/endpoint-picker/profile.behaviour.js";
import { randomFrom } from "../../../../test/builders/random.ts";
import { createBaselineProfiles } from "./baseline-profiles.ts";
import { createBoundedHashPicker } from "./bounded-hash.picker.ts";
import { createDynamoScorer } from "./dynamo.scorer.ts";
import { createKvUseScorer } from "./kv-use.scorer.ts";
import { createPowerOfTwoPicker } from "./power-of-two.picker.ts";
import { createPrefixScorer } from "./prefix.scorer.ts";
import { createQueueScorer } from "./queue.scorer.ts";
import { createRandomPicker } from "./random.picker.ts";
import { createStickyPicker } from "./sticky.picker.ts";
import { createTokenLoadScorer } from "./token-load.scorer.ts";

for (const name of ["random", "round-robin", "least-request", "power-of-two", "bounded-hash"]) {
  pickerBehaviour(name, () => {
    const profile = createBaselineProfiles(randomFrom(42), 512).find((candidate) => candidate.name === name);
    if (profile === undefined) throw new Error(`no profile called ${name}`);
    return profile.picker;
  });
}
createBaselineProfiles(randomFrom(7), 512).forEach(profileBehaviour);

const view = (
  endpointId: string,
  over: { waiting?: number; kvUse?: number; pending?: number; decoding?: number } = {},
) =>
  endpointView({
    endpointId,
    gauges: {
      at: 0,
      engine: "vllm",
      running: 0,
      waiting: over.waiting ?? 0,
      kvUse: over.kvUse ?? 0,
      prefixHitRatio: null,
      kvTokens: null,
      blockSize: null,
      adapters: [],
    },
    load: {
      pendingTokens: over.pending ?? 0,
      inFlight: 0,
      reservedTokens: 0,
      decodingTokens: over.decoding ?? 0,
      kvTokens: null,
      step: { alphaSeconds: 0, betaSeconds: 0, prefillSecondsPerToken: 0 },
      tokenSeconds: 0,
    },
  });
const holding = (tokens: Record<string, number>): PickRequest =>
  pickRequest({ promptTokens: 1_000, cached: { tokensOn: (id) => tokens[id] ?? 0 } });

describe("llm-d's scorers", () => {
  it("queue: 1 for the shortest, 0 for the longest, 1 for all when equal", () => {
    const scorer = createQueueScorer(2);
    const three = [0, 1, 4].map((waiting, index) => view(`e${index}`, { waiting }));
    expect(three.map((endpoint) => scorer.score(endpoint, pickRequest(), three))).toEqual([1, 0.75, 0]);
    const equal = [view("a", { waiting: 3 }), view("b", { waiting: 3 })];
    expect(equal.map((endpoint) => scorer.score(endpoint, pickRequest(), equal))).toEqual([1, 1]);
  });

  it("KV use, prefix and token load: the share that is free, matched, left", () => {
    const endpoint = view("a", { kvUse: 0.25, pending: 1_048_076 });
    expect(createKvUseScorer(2).score(endpoint, pickRequest(), [])).toBe(0.75);
    expect(createPrefixScorer(3).score(endpoint, holding({ a: 500 }), [])).toBe(0.5);
    expect(createTokenLoadScorer(1).score(endpoint, holding({ a: 500 }), [])).toBe(0.75);
  });

  it("sticky: who holds 80 %, unless the wait there is 18 s longer", () => {
    const sticky = createStickyPicker(createRandomPicker(() => 0.99));
    const chosen = (pending: number, held = 800): string => {
      const candidates = [view("a", { pending }), view("b")].map((endpoint) => ({ endpoint, score: 1 }));
      return sticky.pick(candidates, holding({ a: held })).endpoint.endpointId;
    };
    expect(chosen(15_928 * 18)).toBe("a");
    expect(chosen(15_928 * 18 + 1)).toBe("b");
    expect(chosen(0, 799)).toBe("b");
  });
});

it("Dynamo: prompt blocks in flight and own, plus decoding blocks", () => {
  const endpoint = view("a", { pending: 1_024, decoding: 512 });
  expect(createDynamoScorer(512).score(endpoint, holding({ a: 488 }), [])).toBe(-(1_024 + 512 + 512) / 512);
});

describe("pickers of the baselines", () => {
  const scored = (running: number[]) =>
    running.map((count, index) => ({ score: 0, endpoint: endpointView({ endpointId: `e${index}`, running: count }) }));

  it("power of two: the less busy of the two drawn", () => {
    const draws = [0, 0.99];
    const picker = createPowerOfTwoPicker(() => draws.shift() ?? 0);
    expect(picker.pick(scored([5, 0, 2]), pickRequest()).endpoint.endpointId).toBe("e2");
  });

  it("bounded hash: the same endpoint for a key until it is over 1.25 × the mean", () => {
    const picker = createBoundedHashPicker(1.25, () => 0.5);
    const request = pickRequest({ blocks: [1, 2, 3] });
    const home = picker.pick(scored([0, 0, 0, 0]), request).endpoint.endpointId;
    expect(picker.pick(scored([9, 9, 9, 9]), pickRequest({ blocks: [1, 2, 7] })).endpoint.endpointId).toBe(home);
    const loaded = [0, 1, 2, 3].map((index) => (home === `e${index}` ? 9 : 0));
    expect(picker.pick(scored(loaded), request).endpoint.endpointId).not.toBe(home);
  });
});
