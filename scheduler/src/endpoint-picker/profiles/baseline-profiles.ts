import { healthyFilter } from "../filter-healthy/healthy.filter.js";
import { createBoundedHashPicker } from "../picker-bounded-hash/bounded-hash.picker.js";
import { leastRequestPicker } from "../picker-least-request/least-request.picker.js";
import { createPowerOfTwoPicker } from "../picker-power-of-two/power-of-two.picker.js";
import { createRandomPicker } from "../picker-random/random.picker.js";
import { createRoundRobinPicker } from "../picker-round-robin/round-robin.picker.js";
import type { EndpointPicker, EndpointPreference, EndpointScorer, PickProfile } from "../picker.port.js";
import { stickyPreference } from "../prefer-sticky/sticky.preference.js";
import { createDynamoScorer } from "../scorer-dynamo/dynamo.scorer.js";
import { createKvUseScorer } from "../scorer-kv-use/kv-use.scorer.js";
import { createPrefixScorer } from "../scorer-prefix/prefix.scorer.js";
import { createQueueScorer } from "../scorer-queue/queue.scorer.js";
import { createTokenLoadScorer } from "../scorer-token-load/token-load.scorer.js";

/** Load bound of consistent hashing: no endpoint over 1.25 × the mean. */
const LOAD_BOUND = 1.25;

/**
 * What others do, as profiles of the same interface: they send at once and the engine queues. `random` answers in [0, 1);
 * `blockTokens` is the size of a prefix block.
 */
export const createBaselineProfiles = (random: () => number, blockTokens: number): readonly PickProfile[] => {
  const profile = (
    name: string,
    picker: EndpointPicker,
    scorers: readonly EndpointScorer[] = [],
    preferences: readonly EndpointPreference[] = [],
  ): PickProfile => ({ name, filters: [healthyFilter], preferences, scorers, picker });
  const anyBest = createRandomPicker(random);
  const blend = [createQueueScorer(2), createKvUseScorer(2), createPrefixScorer(3)];
  return [
    profile("random", anyBest),
    profile("round-robin", createRoundRobinPicker()),
    profile("least-request", leastRequestPicker),
    profile("power-of-two", createPowerOfTwoPicker(random)),
    profile("bounded-hash", createBoundedHashPicker(LOAD_BOUND, random)),
    profile("llm-d-blend", anyBest, blend),
    profile("llm-d-sticky", anyBest, [createTokenLoadScorer(1)], [stickyPreference]),
    profile("dynamo", anyBest, [createDynamoScorer(blockTokens)]),
  ];
};
