import type { EndpointView, PickRequest } from "./fleet-view.js";
import type { PickProfile, ScoredEndpoint } from "./picker.port.js";

export type PickResult =
  | { readonly ok: true; readonly endpoint: EndpointView; readonly scores: readonly ScoredEndpoint[] }
  /** How many endpoints each filter took out, in the filters' order. */
  | { readonly ok: false; readonly removed: Readonly<Record<string, number>> };

/** Filter → score → pick over the endpoints as they are now. Pure but for the picker's own state; synchronous. */
export const pickEndpoint = (
  profile: PickProfile,
  endpoints: readonly EndpointView[],
  request: PickRequest,
): PickResult => {
  let left = endpoints.filter((endpoint) => !request.excluded.includes(endpoint.endpointId));
  const removed: Record<string, number> = {};
  for (const filter of profile.filters) {
    const kept = left.filter((endpoint) => filter.keep(endpoint, request));
    removed[filter.name] = left.length - kept.length;
    left = kept;
  }
  if (left.length === 0) return { ok: false, removed };
  const scores = left.map((endpoint) => ({
    endpoint,
    score: profile.scorers.reduce((sum, scorer) => sum + scorer.weight * scorer.score(endpoint, request), 0),
  }));
  return { ok: true, endpoint: profile.picker.pick(scores, request).endpoint, scores };
};
