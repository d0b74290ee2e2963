import type { EndpointView, PickRequest } from "../../../src/endpoint-picker/fleet-view.js";
import type { EndpointScorer } from "../../../src/endpoint-picker/picker.port.js";

/** Share of the prompt that the endpoint is thought to hold, 0 to 1. */
export const prefixShare = (endpoint: EndpointView, { cached, promptTokens }: PickRequest): number => {
  if (cached === undefined || promptTokens === undefined || promptTokens === 0) return 0;
  return Math.min(1, cached.tokensOn(endpoint.endpointId) / promptTokens);
};

/** llm-d's prefix scorer with its default weight of 0 for absolute length: matched share of the prompt's blocks. */
export const createPrefixScorer = (weight: number): EndpointScorer => ({
  name: "prefix",
  weight,
  score: prefixShare,
});
