import type { DeploymentId, EndpointId } from "@socle/contracts";
import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import type { CompiledSnapshot, PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { Telemetry } from "../kernel/telemetry.port.js";
import { EJECT_AFTER_FAILURES, reconcile } from "./endpoint-state.js";
import type { EndpointState } from "./endpoint-state.js";

/** How an attempt on an endpoint ended, as far as its health goes. */
export type AttemptHealth = "good" | "bad" | "unknown";

/** The endpoints this replica may call: what runs on them, which are ejected. */
export interface Fleet {
  /** Follows a new snapshot. */
  follow(snapshot: CompiledSnapshot): void;
  /** Endpoints of some deployments as they are now. */
  view(deployments: readonly DeploymentId[]): readonly EndpointView[];
  find(endpointId: EndpointId): PlacedEndpoint | undefined;
  start(endpointId: EndpointId, sequences: number): void;
  finish(endpointId: EndpointId, sequences: number, health: AttemptHealth): void;
  ejected(): readonly PlacedEndpoint[];
  /** A probe was answered. */
  restore(endpointId: EndpointId): void;
  /** Calls `listener` with a deployment whose endpoints may have room again. */
  onRoom(listener: (deploymentId: DeploymentId) => void): void;
  /** Calls `listener` when an endpoint is ejected. */
  onEjected(listener: (placed: PlacedEndpoint) => void): void;
}

export const createFleet = (telemetry: Telemetry): Fleet => {
  const states = new Map<EndpointId, EndpointState>();
  const byDeployment = new Map<DeploymentId, EndpointState[]>();
  const roomListeners: ((deploymentId: DeploymentId) => void)[] = [];
  const ejectionListeners: ((placed: PlacedEndpoint) => void)[] = [];

  const announceRoom = (deploymentId: DeploymentId): void => {
    for (const listener of roomListeners) listener(deploymentId);
  };

  const eject = (state: EndpointState): void => {
    state.healthy = false;
    telemetry.endpointHealth(state.placed.endpoint.id, false);
    for (const listener of ejectionListeners) listener(state.placed);
  };

  const judge = (state: EndpointState, health: AttemptHealth): void => {
    if (health === "unknown") return;
    state.failuresInARow = health === "good" ? 0 : state.failuresInARow + 1;
    if (state.healthy && state.failuresInARow >= EJECT_AFTER_FAILURES) eject(state);
  };

  const viewOf = (state: EndpointState): EndpointView => ({
    endpointId: state.placed.endpoint.id,
    deploymentId: state.placed.deployment.id,
    poolId: state.placed.pool.id,
    healthy: state.healthy,
    running: state.running,
    maxSequences: state.placed.deployment.profile.maxSequences,
  });

  return {
    follow(snapshot) {
      reconcile(states, snapshot.endpoints);
      byDeployment.clear();
      for (const state of states.values()) {
        if (state.leaving) continue;
        const { id } = state.placed.deployment;
        byDeployment.set(id, [...(byDeployment.get(id) ?? []), state]);
      }
      for (const id of byDeployment.keys()) announceRoom(id);
    },
    view: (deployments) => deployments.flatMap((id) => (byDeployment.get(id) ?? []).map(viewOf)),
    find: (endpointId) => states.get(endpointId)?.placed,
    start(endpointId, sequences) {
      const state = states.get(endpointId);
      if (state !== undefined) state.running += sequences;
    },
    finish(endpointId, sequences, health) {
      const state = states.get(endpointId);
      if (state === undefined) return;
      state.running = Math.max(0, state.running - sequences);
      judge(state, health);
      if (state.leaving && state.running === 0) states.delete(endpointId);
      announceRoom(state.placed.deployment.id);
    },
    ejected: () => [...states.values()].filter((state) => !state.healthy).map((state) => state.placed),
    restore(endpointId) {
      const state = states.get(endpointId);
      if (state === undefined || state.healthy) return;
      state.healthy = true;
      state.failuresInARow = 0;
      telemetry.endpointHealth(endpointId, true);
      announceRoom(state.placed.deployment.id);
    },
    onRoom: (listener) => void roomListeners.push(listener),
    onEjected: (listener) => void ejectionListeners.push(listener),
  };
};
