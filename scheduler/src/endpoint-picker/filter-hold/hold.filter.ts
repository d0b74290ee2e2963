import { loadOf, neededTokens, STEP_TOKEN_BUDGET } from "../predict.js";
import type { EndpointView, PickRequest } from "../fleet-view.js";
import type { EndpointFilter } from "../picker.port.js";

/** Whether the endpoint would start on another prompt within a step; fewer pending tokens are allowed in a slow start. */
export const takesPrompts = (endpoint: EndpointView): boolean => {
  const { pendingTokens } = loadOf(endpoint);
  return pendingTokens === 0 || pendingTokens < STEP_TOKEN_BUDGET * (endpoint.warmth ?? 1);
};

const hasMemory = (endpoint: EndpointView, request: PickRequest): boolean => {
  const { kvTokens, reservedTokens, inFlight } = loadOf(endpoint);
  return kvTokens === null || inFlight === 0 || reservedTokens + neededTokens(request) <= kvTokens;
};

/**
 * Keeps endpoints with less than a step of pending uncached tokens and KV memory for the whole request; an idle one takes
 * any request. What is held waits where it can still be ordered.
 */
export const holdFilter: EndpointFilter = {
  name: "hold",
  keep: (endpoint, request) => takesPrompts(endpoint) && hasMemory(endpoint, request),
};
