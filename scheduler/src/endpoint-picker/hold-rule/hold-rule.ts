import type { EndpointView, PickRequest } from "../fleet-view.js";
import { holdFilter, takesPrompts } from "../filter-hold/hold.filter.js";
import { pickEndpoint } from "../pick-endpoint.js";
import type { PickResult } from "../pick-endpoint.js";
import type { PickProfile } from "../picker.port.js";

/** Seconds of predicted time that a second of waiting outweighs. */
const AGEING = 0.5;

/** Seconds of predicted time that a second of waiting makes a request give up for an endpoint that has room now. */
const PATIENCE = 1;

/** A request that waits in the scheduler. */
export interface Held {
  readonly request: PickRequest;
  /** Seconds it has waited. */
  readonly waitedSeconds: number;
}

type Choice = Extract<PickResult, { ok: true }>;

/** Endpoints that would take some request now; none: nobody in any line can go. */
export const openEndpoints = (profile: PickProfile, endpoints: readonly EndpointView[]): readonly EndpointView[] =>
  profile.holds?.includes(holdFilter) === true
    ? endpoints.filter((endpoint) => endpoint.healthy && takesPrompts(endpoint))
    : endpoints;

/**
 * Where a waiting request goes now; `null` when it waits on: for room, or for a busy endpoint that would still answer
 * sooner because it holds its prefix, the less the longer it has waited. `open` are the `openEndpoints` among
 * `endpoints`. The profile's scores are minus predicted seconds.
 */
export const chooseFor = (
  profile: PickProfile,
  endpoints: readonly EndpointView[],
  open: readonly EndpointView[],
  held: Held,
): Choice | null => {
  const choice = pickEndpoint(profile, open, held.request);
  return !choice.ok || isWorthWaiting(profile, endpoints, held, choice) ? null : choice;
};

/**
 * The order of the held requests of one application and class that could go now, least first, in seconds: `predicted
 * seconds − 0.5 × seconds waited`.
 */
export const heldKey = (choice: Choice, waitedSeconds: number): number => -scoreOf(choice) - AGEING * waitedSeconds;

const scoreOf = ({ endpoint, scores }: Choice): number =>
  scores.find((scored) => scored.endpoint === endpoint)?.score ?? 0;

/** Whether an endpoint without room now, its pending work included, would still answer sooner than the one with room. */
const isWorthWaiting = (
  profile: PickProfile,
  endpoints: readonly EndpointView[],
  { request, waitedSeconds }: Held,
  open: Choice,
): boolean => {
  if (open.scores.length === endpoints.length) return false;
  const any = pickEndpoint(profile, endpoints, { ...request, again: true });
  return any.ok && scoreOf(any) > scoreOf(open) + PATIENCE * waitedSeconds;
};
