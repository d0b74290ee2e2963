import type { EndpointPicker, ScoredEndpoint } from "../../../src/endpoint-picker/picker.port.js";
import { prefixShare } from "./prefix.scorer.ts";
import { pendingTokens } from "./prompt-work.ts";

/** llm-d's defaults: matched share, seconds of extra wait that break stickiness, prefill tokens a second. */
const STICKY_SHARE = 0.8;
const BREAK_SECONDS = 18;
const PREFILL_TOKENS_PER_SECOND = 15_928;

const leastSeconds = (candidates: readonly ScoredEndpoint[]): number =>
  Math.min(...candidates.map(({ endpoint }) => pendingTokens(endpoint))) / PREFILL_TOKENS_PER_SECOND;

/**
 * llm-d's prefix-cache-affinity filter before another picker: only endpoints that hold at least 80 % of the prompt, unless
 * there is none, or the best of them is expected to answer more than 18 s after the best of the others.
 */
export const createStickyPicker = (among: EndpointPicker): EndpointPicker => ({
  name: "sticky",
  pick(candidates, request) {
    const sticky = candidates.filter(({ endpoint }) => prefixShare(endpoint, request) >= STICKY_SHARE);
    if (sticky.length === 0 || sticky.length === candidates.length) return among.pick(candidates, request);
    const others = candidates.filter((candidate) => !sticky.includes(candidate));
    const breaks = leastSeconds(sticky) - leastSeconds(others) > BREAK_SECONDS;
    return among.pick(breaks ? candidates : sticky, request);
  },
});
