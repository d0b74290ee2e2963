import type { EndpointScorer } from "../../../src/endpoint-picker/picker.port.js";
import { pendingTokens, uncachedTokens } from "./prompt-work.ts";

/** Tokens at which the score is 0: llm-d's default, 512 chunks of 8,192. */
const FULL_TOKENS = 4_194_304;

/** llm-d's token-load scorer: 1 − min(1, (uncached tokens in flight + own uncached) / 4,194,304). */
export const createTokenLoadScorer = (weight: number): EndpointScorer => ({
  name: "token-load",
  weight,
  score: (endpoint, request) =>
    1 - Math.min(1, (pendingTokens(endpoint) + uncachedTokens(endpoint, request)) / FULL_TOKENS),
});
