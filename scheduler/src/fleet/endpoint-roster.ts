import type { EndpointId } from "@socle/contracts";
import type { CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { SnapshotHolder } from "../kernel/snapshot/snapshot-holder.js";
import { joinEndpoints } from "./discovered-pod.js";
import type { DiscoveredPod } from "./discovered-pod.js";
import type { EngineKind } from "./metrics/engine-gauges.js";

/**
 * A holder of snapshots whose `endpoints` are those of the snapshot and the pods found in clusters, in one map. Who
 * follows it is told of either's changes alike.
 */
export interface EndpointRoster extends SnapshotHolder {
  /** Takes all pods found now, in every cluster. */
  discover(pods: readonly DiscoveredPod[]): void;
  /** Engine of an endpoint by its pod's label. */
  engineOf(endpointId: EndpointId): EngineKind | null;
}

const signature = (pods: readonly DiscoveredPod[]): string =>
  pods.map(({ endpointId, deploymentId, url, engine }) => `${endpointId} ${deploymentId} ${url} ${engine}`).join("\n");

export const createEndpointRoster = (holder: SnapshotHolder): EndpointRoster => {
  const listeners: ((roster: CompiledSnapshot) => void)[] = [];
  const engines = new Map<EndpointId, EngineKind>();
  let snapshot: CompiledSnapshot | null = null;
  let joined: CompiledSnapshot | null = null;
  let pods: readonly DiscoveredPod[] = [];

  const settle = (): void => {
    if (snapshot === null) return;
    joined = pods.length === 0 ? snapshot : { ...snapshot, endpoints: joinEndpoints(snapshot, pods) };
    for (const listener of listeners) listener(joined);
  };

  holder.onSwap((next) => {
    snapshot = next;
    settle();
  });
  return {
    current: () => joined,
    swap: (next) => holder.swap(next),
    onSwap(listener) {
      listeners.push(listener);
      if (joined !== null) listener(joined);
    },
    discover(found) {
      if (signature(found) === signature(pods)) return;
      pods = found;
      engines.clear();
      for (const { endpointId, engine } of found) if (engine !== null) engines.set(endpointId, engine);
      settle();
    },
    engineOf: (endpointId) => engines.get(endpointId) ?? null,
  };
};
