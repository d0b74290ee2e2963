import type { EndpointView, PickRequest } from "../../../src/endpoint-picker/fleet-view.js";

/** Uncached prompt tokens of requests that wait for their first token there. */
export const pendingTokens = ({ load }: EndpointView): number => load?.pendingTokens ?? 0;

/** Prompt tokens that the endpoint would have to compute; the last token is always computed. */
export const uncachedTokens = ({ endpointId }: EndpointView, { promptTokens = 0, cached }: PickRequest): number =>
  Math.max(Math.min(1, promptTokens), promptTokens - (cached?.tokensOn(endpointId) ?? 0));
