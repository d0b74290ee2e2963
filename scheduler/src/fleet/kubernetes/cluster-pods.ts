import type { EndpointId } from "@socle/contracts";
import type { DiscoveredPod } from "../discovered-pod.js";
import type { KubePod } from "./kube-objects.js";
import { endpointIdOf, readPod } from "./pod-endpoint.js";

/** The endpoints of one cluster as last told; kept while nothing is told. */
export interface ClusterPods {
  readonly known: ReadonlyMap<EndpointId, DiscoveredPod>;
  /** Since when, in monotonic milliseconds, whole lists have come without one of the known pods; `null` usually. */
  readonly emptySince: number | null;
}

export const NO_PODS: ClusterPods = { known: new Map(), emptySince: null };

/**
 * A whole list that no longer has any of the known pods is believed only after this long: an API server that comes back
 * answers from a cache that may not be filled yet. Pods that really left fail their health checks meanwhile.
 */
export const DOUBT_MS = 15_000;

export interface Told {
  readonly pods: ClusterPods;
  /** True when a list was not believed: ask again. */
  readonly doubted: boolean;
}

/** What is told of a cluster at one moment. */
export interface Telling {
  readonly cluster: string;
  /** Slugs of the pools it may serve; `null` for all. */
  readonly pools: readonly string[] | null;
  readonly pods: readonly KubePod[];
  /** Deletions told one by one since the last time. */
  readonly deleted: number;
  /** Nodes whose kubelet tells nothing. */
  readonly silentNodes: ReadonlySet<string>;
  /** Monotonic milliseconds. */
  readonly now: number;
}

/**
 * Takes the cluster's pods as they are told now. An emptiness explained by deletions told one by one is believed at
 * once, as is one of pods that are there but not ready or leaving. A known pod that is called not ready because its node
 * is silent is kept: the node may be cut off from the API server and not from here, and health checks tell.
 */
export const tellPods = (before: ClusterPods, { cluster, pools, pods, deleted, silentNodes, now }: Telling): Told => {
  const known = new Map<EndpointId, DiscoveredPod>();
  for (const pod of pods) {
    const reading = readPod(cluster, pod, pools);
    const kept = before.known.get(endpointIdOf(cluster, pod));
    if (reading.ok) known.set(reading.pod.endpointId, reading.pod);
    else if (reading.why === "not_ready" && kept !== undefined && silentNodes.has(pod.spec?.nodeName ?? "")) {
      known.set(kept.endpointId, kept);
    }
  }
  const vanished = pods.length === 0 && before.known.size > deleted;
  if (!vanished) return { pods: { known, emptySince: null }, doubted: false };
  const emptySince = before.emptySince ?? now;
  if (now - emptySince >= DOUBT_MS) return { pods: { known, emptySince: null }, doubted: false };
  return { pods: { known: before.known, emptySince }, doubted: true };
};
