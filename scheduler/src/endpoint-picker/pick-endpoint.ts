import type { EndpointView, PickRequest } from "./fleet-view.js";
import type { EndpointFilter, PickProfile, ScoredEndpoint } from "./picker.port.js";

export type PickResult =
  | { readonly ok: true; readonly endpoint: EndpointView; readonly scores: readonly ScoredEndpoint[] }
  /** How many endpoints each filter took out, in the filters' order. */
  | { readonly ok: false; readonly removed: Readonly<Record<string, number>> };

const NO_FILTERS: readonly EndpointFilter[] = [];

const keptBy = (filters: readonly EndpointFilter[], endpoint: EndpointView, request: PickRequest): boolean => {
  for (const filter of filters) if (!filter.keep(endpoint, request)) return false;
  return true;
};

/** Why nothing is left; worked out only then, so that a decision that succeeds counts nothing. */
const removals = (
  filters: readonly EndpointFilter[],
  endpoints: readonly EndpointView[],
  request: PickRequest,
): Record<string, number> => {
  const removed: Record<string, number> = {};
  for (const { name } of filters) removed[name] = 0;
  for (const endpoint of endpoints) {
    if (request.excluded.includes(endpoint.endpointId)) continue;
    const by = filters.find((filter) => !filter.keep(endpoint, request));
    if (by !== undefined) removed[by.name] = (removed[by.name] ?? 0) + 1;
  }
  return removed;
};

const totalScore = (
  { scorers }: PickProfile,
  endpoint: EndpointView,
  request: PickRequest,
  candidates: readonly EndpointView[],
): number => {
  let sum = 0;
  for (const scorer of scorers) sum += scorer.weight * scorer.score(endpoint, request, candidates);
  return sum;
};

/** Filter → score → pick over the endpoints as they are now. Pure but for the plugins' own state; synchronous. */
export const pickEndpoint = (
  profile: PickProfile,
  endpoints: readonly EndpointView[],
  request: PickRequest,
): PickResult => {
  const holds = request.again === true ? NO_FILTERS : (profile.holds ?? NO_FILTERS);
  const candidates = endpoints.filter(
    (endpoint) =>
      !request.excluded.includes(endpoint.endpointId) &&
      keptBy(profile.filters, endpoint, request) &&
      keptBy(holds, endpoint, request),
  );
  if (candidates.length === 0)
    return { ok: false, removed: removals([...profile.filters, ...holds], endpoints, request) };
  const scores = candidates.map((endpoint) => ({
    endpoint,
    score: totalScore(profile, endpoint, request, candidates),
  }));
  return { ok: true, endpoint: profile.picker.pick(scores, request).endpoint, scores };
};
