import type { EndpointId } from "@socle/contracts";
import type { CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { SnapshotHolder } from "../kernel/snapshot/snapshot-holder.js";
import { joinEndpoints } from "./discovered-pod.js";
import type { DiscoveredPod } from "./discovered-pod.js";
import type { EngineKind } from "./metrics/engine-gauges.js";

/** Every endpoint there is: those of the snapshot in force and the pods found in clusters. */
export interface EndpointRoster {
  /** The snapshot in force with both in its `endpoints`; `null` before the first snapshot. */
  current(): CompiledSnapshot | null;
  /** Takes all pods found now, in every cluster. */
  discover(pods: readonly DiscoveredPod[]): void;
  /** Engine of an endpoint by its pod's label. */
  engineOf(endpointId: EndpointId): EngineKind | null;
  /** Calls `listener` with the present roster, if any, and after each change. */
  onChange(listener: (roster: CompiledSnapshot) => void): void;
}

const signature = (pods: readonly DiscoveredPod[]): string =>
  pods.map(({ endpointId, deploymentId, url, engine }) => `${endpointId} ${deploymentId} ${url} ${engine}`).join("\n");

export const createEndpointRoster = (holder: Pick<SnapshotHolder, "onSwap">): EndpointRoster => {
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
    discover(found) {
      if (signature(found) === signature(pods)) return;
      pods = found;
      engines.clear();
      for (const { endpointId, engine } of found) if (engine !== null) engines.set(endpointId, engine);
      settle();
    },
    engineOf: (endpointId) => engines.get(endpointId) ?? null,
    onChange(listener) {
      listeners.push(listener);
      if (joined !== null) listener(joined);
    },
  };
};
