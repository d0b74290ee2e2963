import type {
  EndpointFilter,
  EndpointPicker,
  EndpointScorer,
  PickProfile,
} from "../../../src/endpoint-picker/picker.port.js";
import { createBoundedHashPicker } from "./bounded-hash.picker.ts";
import { createDynamoScorer } from "./dynamo.scorer.ts";
import { createKvUseScorer } from "./kv-use.scorer.ts";
import { leastRequestPicker } from "./least-request.picker.ts";
import { createPowerOfTwoPicker } from "./power-of-two.picker.ts";
import { createPrefixScorer } from "./prefix.scorer.ts";
import { createQueueScorer } from "./queue.scorer.ts";
import { createRandomPicker } from "./random.picker.ts";
import { createRoundRobinPicker } from "./round-robin.picker.ts";
import { createStickyPicker } from "./sticky.picker.ts";
import { createTokenLoadScorer } from "./token-load.scorer.ts";

/** Load bound of consistent hashing: no endpoint over 1.25 × the mean. */
const LOAD_BOUND = 1.25;

const healthyFilter: EndpointFilter = { name: "healthy", keep: ({ healthy }) => healthy };

/**
 * What others do, as profiles of the scheduler's interface: they send at once and the engine queues. `random` answers in
 * [0, 1); `blockTokens` is the size of a prefix block.
 */
export const createBaselineProfiles = (random: () => number, blockTokens: number): readonly PickProfile[] => {
  const profile = (name: string, picker: EndpointPicker, scorers: readonly EndpointScorer[] = []): PickProfile => ({
    name,
    filters: [healthyFilter],
    scorers,
    picker,
  });
  const anyBest = createRandomPicker(random);
  const blend = [createQueueScorer(2), createKvUseScorer(2), createPrefixScorer(3)];
  return [
    profile("random", anyBest),
    profile("round-robin", createRoundRobinPicker()),
    profile("least-request", leastRequestPicker),
    profile("power-of-two", createPowerOfTwoPicker(random)),
    profile("bounded-hash", createBoundedHashPicker(LOAD_BOUND, random)),
    profile("llm-d-blend", anyBest, blend),
    profile("llm-d-sticky", createStickyPicker(anyBest), [createTokenLoadScorer(1)]),
    profile("dynamo", anyBest, [createDynamoScorer(blockTokens)]),
  ];
};
