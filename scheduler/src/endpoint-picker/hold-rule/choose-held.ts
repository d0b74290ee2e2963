import type { EndpointView, PickRequest } from "../fleet-view.js";
import { holdFilter, takesPrompts } from "../filter-hold/hold.filter.js";
import { pickEndpoint } from "../pick-endpoint.js";
import type { PickResult } from "../pick-endpoint.js";
import type { PickProfile } from "../picker.port.js";

/** Requests from the front of a line among which the shortest may go first. */
export const HELD_WINDOW = 64;
/** Seconds of predicted time that a second of waiting outweighs. */
const AGEING = 0.5;

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
 * `predicted seconds − 0.5 × seconds waited` on the best endpoint that has room for it; the earlier of equals. `null` when
 * none has. The profile's scores are minus predicted seconds.
 */
export const chooseHeld = <Item extends Held>(
  profile: PickProfile,
  endpoints: readonly EndpointView[],
  line: Iterable<Item>,
): HeldChoice<Item> | null => {
  const holds = profile.holds?.includes(holdFilter) === true;
  const open = holds ? endpoints.filter(takesPrompts) : endpoints;
  if (open.length === 0) return null;
  let best: HeldChoice<Item> | null = null;
  let bestKey = Infinity;
  let seen = 0;
  for (const held of line) {
    if ((seen += 1) > HELD_WINDOW) break;
    const choice = pickEndpoint(profile, open, held.request);
    if (!choice.ok) continue;
    const key = heldKey(choice, held.waitedSeconds);
    if (key >= bestKey) continue;
    bestKey = key;
    best = { held, choice };
  }
  return best;
};

/** The order of held requests, least first, in seconds. */
export const heldKey = ({ endpoint, scores }: HeldChoice<Held>["choice"], waitedSeconds: number): number => {
  const score = scores.find((scored) => scored.endpoint === endpoint)?.score ?? 0;
  return -score - AGEING * waitedSeconds;
};
