import type { EndpointView, PickRequest } from "../fleet-view.js";
import { holdFilter, takesPrompts } from "../filter-hold/hold.filter.js";
import { pickEndpoint } from "../pick-endpoint.js";
import type { PickResult } from "../pick-endpoint.js";
import type { PickProfile } from "../picker.port.js";

/** Requests from the front of a line among which the shortest may go first. */
export const HELD_WINDOW = 64;
/** Seconds of predicted time that a second of waiting outweighs. */
const AGEING = 0.5;

/** Seconds of predicted time that a second of waiting makes a request give up for an endpoint that has room now. */
const PATIENCE = 0.3;

/** A request that waits in the scheduler. */
export interface Held {
  readonly request: PickRequest;
  /** Seconds it has waited. */
  readonly waitedSeconds: number;
}

export interface HeldChoice<Item extends Held> {
  readonly held: Item;
  readonly choice: Extract<PickResult, { ok: true }>;
}

/**
 * Which waiting request goes next, and where: among the first 64 of a line in order of arrival, the one with the least
 * `predicted seconds − 0.5 × seconds waited` on the best endpoint that has room for it; the earlier of equals. One that a
 * busy endpoint would still answer sooner, because it holds its prefix, waits on, the less the longer it has waited. `null`
 * when none may go. The profile's scores are minus predicted seconds.
 */
export const chooseHeld = <Item extends Held>(
  profile: PickProfile,
  endpoints: readonly EndpointView[],
  line: Iterable<Item>,
): HeldChoice<Item> | null => {
  const open = openEndpoints(profile, endpoints);
  if (open.length === 0) return null;
  let best: HeldChoice<Item> | null = null;
  let bestKey = Infinity;
  let seen = 0;
  for (const held of line) {
    if ((seen += 1) > HELD_WINDOW) break;
    const choice = chooseFor(profile, endpoints, open, held);
    if (choice === null) continue;
    const key = heldKey(choice, held.waitedSeconds);
    if (key >= bestKey) continue;
    bestKey = key;
    best = { held, choice };
  }
  return best;
};

/** Endpoints that would take some request now; none: nobody in any line can go. */
export const openEndpoints = (profile: PickProfile, endpoints: readonly EndpointView[]): readonly EndpointView[] =>
  profile.holds?.includes(holdFilter) === true
    ? endpoints.filter((endpoint) => endpoint.healthy && takesPrompts(endpoint))
    : endpoints;

/** Where a waiting request goes now; `null` when it waits on. `open` are the `openEndpoints` among `endpoints`. */
export const chooseFor = (
  profile: PickProfile,
  endpoints: readonly EndpointView[],
  open: readonly EndpointView[],
  held: Held,
): HeldChoice<Held>["choice"] | null => {
  const choice = pickEndpoint(profile, open, held.request);
  return !choice.ok || isWorthWaiting(profile, endpoints, held, choice) ? null : choice;
};

const scoreOf = ({ endpoint, scores }: HeldChoice<Held>["choice"]): number =>
  scores.find((scored) => scored.endpoint === endpoint)?.score ?? 0;

/** Whether an endpoint without room now, its pending work included, would still answer sooner than the one with room. */
const isWorthWaiting = (
  profile: PickProfile,
  endpoints: readonly EndpointView[],
  { request, waitedSeconds }: Held,
  open: HeldChoice<Held>["choice"],
): boolean => {
  if (open.scores.length === endpoints.length) return false;
  const any = pickEndpoint(profile, endpoints, { ...request, again: true });
  return any.ok && scoreOf(any) > scoreOf(open) + PATIENCE * waitedSeconds;
};

/** The order of held requests, least first, in seconds. */
export const heldKey = (choice: HeldChoice<Held>["choice"], waitedSeconds: number): number =>
  -scoreOf(choice) - AGEING * waitedSeconds;
