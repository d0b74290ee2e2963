import { loadOf, neededTokens, STEP_TOKEN_BUDGET } from "../predict.js";
import type { EndpointView, PickRequest } from "../fleet-view.js";
import type { EndpointFilter } from "../picker.port.js";

/**
 * Whether the endpoint would start on another prompt within a step; fewer pending tokens are allowed in a slow start. One
 * to which this scheduler has given nothing takes a request whatever others do there: no event would announce its room.
 */
export const takesPrompts = (endpoint: EndpointView): boolean => {
  const { pendingTokens } = loadOf(endpoint);
  return endpoint.running === 0 || pendingTokens < STEP_TOKEN_BUDGET * (endpoint.warmth ?? 1);
};

/** Whether the endpoint has KV memory for the whole request, with `ahead` tokens of it for others; an idle one has. */
export const hasMemory = (endpoint: EndpointView, request: PickRequest, ahead = 0): boolean => {
  const { kvTokens, reservedTokens } = loadOf(endpoint);
  const promised = reservedTokens + ahead;
  return kvTokens === null || endpoint.running === 0 || promised + neededTokens(endpoint, request) <= kvTokens;
};

/**
 * Keeps endpoints with less than a step of pending uncached tokens and KV memory for the whole request; an idle one takes
 * any request. What is held waits where it can still be ordered.
 */
export const holdFilter: EndpointFilter = {
  name: "hold",
  keep: (endpoint, request) => takesPrompts(endpoint) && hasMemory(endpoint, request),
};
