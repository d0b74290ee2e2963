import type { EndpointId } from "@socle/contracts";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";

/** Failures in a row after which an endpoint is ejected until it answers a probe. */
export const EJECT_AFTER_FAILURES = 3;

/** Mutable facts about one endpoint, owned by the fleet. */
export interface EndpointState {
  placed: PlacedEndpoint;
  running: number;
  failuresInARow: number;
  healthy: boolean;
  /** The snapshot no longer names it: nothing new goes there, running answers finish. */
  leaving: boolean;
}

const freshState = (placed: PlacedEndpoint): EndpointState => ({
  placed,
  running: 0,
  failuresInARow: 0,
  healthy: true,
  leaving: false,
});

/** Joins what is known of endpoints with what a snapshot names; states that ended and run nothing are dropped. */
export const reconcile = (
  states: Map<EndpointId, EndpointState>,
  named: ReadonlyMap<EndpointId, PlacedEndpoint>,
): void => {
  for (const [id, placed] of named) {
    const known = states.get(id);
    if (known === undefined || known.placed.endpoint.url !== placed.endpoint.url) {
      states.set(id, { ...freshState(placed), running: known?.running ?? 0 });
    } else {
      known.placed = placed;
      known.leaving = false;
    }
  }
  for (const [id, state] of states) {
    if (named.has(id)) continue;
    state.leaving = true;
    if (state.running === 0) states.delete(id);
  }
};
