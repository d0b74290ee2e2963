import { loadOf, uncachedTokens } from "../predict.js";
import type { EndpointScorer } from "../picker.port.js";

/**
 * Minus the cost of Dynamo's KV router in blocks: prefill load scale 1 × (prompt work in flight + own uncached prompt) +
 * blocks of sequences that decode; overlap credit 1. Least cost wins (softmax temperature 0).
 */
export const createDynamoScorer = (blockTokens: number): EndpointScorer => ({
  name: "dynamo",
  weight: 1,
  score(endpoint, request) {
    const { pendingTokens, decodingTokens } = loadOf(endpoint);
    return -(pendingTokens + uncachedTokens(endpoint, request) + decodingTokens) / blockTokens;
  },
});
