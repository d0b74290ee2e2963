import type { EndpointState } from "../endpoint-state.js";

/**
 * Where all endpoints of a deployment are ejected, what ejected them is more likely a fault of all than of each: those that
 * failed least lately are tried on, as with Envoy's panic threshold, rather than every caller refused until a probe is
 * answered. Failures go on counting, so that others have their turn. O(endpoints).
 */
export const tryLastResorts = (states: readonly EndpointState[]): void => {
  const allEjected = states.every(({ healthy }) => !healthy);
  const least = Math.min(...states.map(({ outlier }) => outlier.failures()));
  for (const state of states) {
    const lastResort = allEjected && state.outlier.failures() === least;
    if (lastResort === state.lastResort) continue;
    state.lastResort = lastResort;
    state.shown = null;
  }
};
