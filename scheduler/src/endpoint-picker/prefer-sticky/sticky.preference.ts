import { loadOf } from "../predict.js";
import { prefixShare } from "../scorer-prefix/prefix.scorer.js";
import type { EndpointView } from "../fleet-view.js";
import type { EndpointPreference } from "../picker.port.js";

/** llm-d's defaults: matched share, seconds of extra wait that break stickiness, prefill tokens a second. */
const STICKY_SHARE = 0.8;
const BREAK_SECONDS = 18;
const PREFILL_TOKENS_PER_SECOND = 15_928;

const leastSeconds = (endpoints: readonly EndpointView[]): number =>
  Math.min(...endpoints.map((endpoint) => loadOf(endpoint).pendingTokens)) / PREFILL_TOKENS_PER_SECOND;

/**
 * llm-d's prefix-cache-affinity filter: only endpoints that hold at least 80 % of the prompt, unless there is none, or the
 * best of them is expected to answer more than 18 s after the best of the others.
 */
export const stickyPreference: EndpointPreference = {
  name: "sticky",
  prefer(candidates, request) {
    const sticky = candidates.filter((endpoint) => prefixShare(endpoint, request) >= STICKY_SHARE);
    if (sticky.length === 0 || sticky.length === candidates.length) return candidates;
    const others = candidates.filter((endpoint) => !sticky.includes(endpoint));
    return leastSeconds(sticky) - leastSeconds(others) > BREAK_SECONDS ? candidates : sticky;
  },
};
