import type { EndpointId } from "@socle/contracts";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import { OutlierWatch } from "./health/outlier.js";
import { EndpointWork } from "./own-load/endpoint-work.js";

/** Mutable facts about one endpoint, owned by the fleet. */
export interface EndpointState {
  placed: PlacedEndpoint;
  running: number;
  /** Sequences ever given to it and ever seen end. */
  dispatched: number;
  finished: number;
  readonly work: EndpointWork;
  /** The view last given out, and when; `null` once the account has changed. */
  shown: { readonly view: EndpointView; readonly at: number } | null;
  readonly outlier: OutlierWatch;
  /** Not ejected. */
  healthy: boolean;
  /** Ejected as all of its deployment are, and tried all the same. */
  lastResort: boolean;
  /** Monotonic milliseconds from which its slow start counts. */
  warmSince: number;
  /** Neither the snapshot nor a cluster names it any more: nothing new goes there, running answers finish. */
  leaving: boolean;
}

const freshState = (placed: PlacedEndpoint, warmSince: number): EndpointState => ({
  placed,
  running: 0,
  dispatched: 0,
  finished: 0,
  shown: null,
  work: new EndpointWork(placed.deployment.profile, placed.deployment.profile.referenceBatch),
  outlier: new OutlierWatch(),
  healthy: true,
  lastResort: false,
  warmSince,
  leaving: false,
});

/**
 * An endpoint that moved to another server: nothing runs there yet. Its counts go on, with what ran on the old one as
 * ended, so that gauges of the old one are read as those of a server that these sequences left.
 */
const movedState = (placed: PlacedEndpoint, warmSince: number, { dispatched }: EndpointState): EndpointState => ({
  ...freshState(placed, warmSince),
  dispatched,
  finished: dispatched,
});

/** Joins what is known of endpoints with those that are named now; states that ended and run nothing are dropped. */
export const reconcile = (
  states: Map<EndpointId, EndpointState>,
  named: ReadonlyMap<EndpointId, PlacedEndpoint>,
  now: number,
): void => {
  // The first endpoints of all start warm: there is nobody who could take the load meanwhile.
  const warmSince = states.size === 0 ? -Infinity : now;
  for (const [id, placed] of named) {
    const known = states.get(id);
    if (known === undefined) states.set(id, freshState(placed, warmSince));
    else if (known.placed.endpoint.url !== placed.endpoint.url) states.set(id, movedState(placed, warmSince, known));
    else {
      known.placed = placed;
      known.shown = null;
      known.leaving = false;
    }
  }
  for (const [id, state] of states) {
    if (named.has(id)) continue;
    state.leaving = true;
    if (state.running === 0) states.delete(id);
  }
};
