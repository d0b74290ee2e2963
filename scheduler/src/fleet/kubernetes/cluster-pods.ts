import type { EndpointId } from "@socle/contracts";
import type { DiscoveredPod } from "../discovered-pod.js";
import type { KubePod } from "./kube-objects.js";
import { readPod } from "./pod-endpoint.js";

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

/**
 * Takes the cluster's pods as they are told now. `deleted` counts deletions told one by one since the last time: an
 * emptiness explained by them is believed at once, as is one of pods that are there but not ready or leaving.
 */
export const tellPods = (
  before: ClusterPods,
  cluster: string,
  pods: readonly KubePod[],
  deleted: number,
  now: number,
): Told => {
  const known = new Map<EndpointId, DiscoveredPod>();
  for (const pod of pods) {
    const reading = readPod(cluster, pod);
    if (reading.ok) known.set(reading.pod.endpointId, reading.pod);
  }
  const vanished = pods.length === 0 && before.known.size > deleted;
  if (!vanished) return { pods: { known, emptySince: null }, doubted: false };
  const emptySince = before.emptySince ?? now;
  if (now - emptySince >= DOUBT_MS) return { pods: { known, emptySince: null }, doubted: false };
  return { pods: { known: before.known, emptySince }, doubted: true };
};
