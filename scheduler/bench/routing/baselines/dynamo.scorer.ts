import type { EndpointScorer } from "../../../src/endpoint-picker/picker.port.js";
import { pendingTokens, uncachedTokens } from "./prompt-work.ts";

/**
 * Minus the cost of Dynamo's KV router in blocks: prefill load scale 1 × (prompt work in flight + own uncached prompt) +
 * blocks of sequences that decode; overlap credit 1. Least cost wins (softmax temperature 0).
 */
export const createDynamoScorer = (blockTokens: number): EndpointScorer => ({
  name: "dynamo",
  weight: 1,
  score: (endpoint, request) =>
    -(pendingTokens(endpoint) + uncachedTokens(endpoint, request) + (endpoint.load?.decodingTokens ?? 0)) / blockTokens,
});
