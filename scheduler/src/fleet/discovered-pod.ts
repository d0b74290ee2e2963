import type { DeploymentId, EndpointId } from "@socle/contracts";
import type { CompiledSnapshot, PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { EngineKind } from "./metrics/engine-gauges.js";

/** A model server found beside those of the snapshot. */
export interface DiscoveredPod {
  /** `cluster/namespace/uid`: a pod that is created again is another endpoint. */
  readonly endpointId: EndpointId;
  readonly deploymentId: DeploymentId;
  readonly url: string;
  /** By its label; `null` to find out from what it publishes. */
  readonly engine: EngineKind | null;
  readonly simulated: boolean;
  /** Slugs of the pools that its cluster may serve; `null` for all. */
  readonly pools: readonly string[] | null;
}

/**
 * The endpoints of a snapshot and the pods found for its deployments, in one map. A pod of a deployment that the snapshot
 * does not name is nobody's, as is one whose cluster may not serve the deployment's pool: its data could go
 * where it must not. One whose URL is an endpoint of the snapshot already is that endpoint.
 */
export const joinEndpoints = (
  snapshot: CompiledSnapshot,
  pods: readonly DiscoveredPod[],
): ReadonlyMap<EndpointId, PlacedEndpoint> => {
  if (pods.length === 0) return snapshot.endpoints;
  const joined = new Map(snapshot.endpoints);
  const urls = new Set([...joined.values()].map(({ endpoint }) => endpoint.url));
  const deployments = new Map(snapshot.source.deployments.map((deployment) => [deployment.id, deployment]));
  for (const { endpointId, deploymentId, url, simulated, pools } of pods) {
    const deployment = deployments.get(deploymentId);
    const pool = deployment === undefined ? undefined : snapshot.pools.get(deployment.poolId);
    if (deployment === undefined || pool === undefined || urls.has(url)) continue;
    if (pools !== null && !pools.includes(pool.slug)) continue;
    urls.add(url);
    const endpoint = { id: endpointId, url, apiKeyVariable: null, simulated };
    joined.set(endpointId, { endpoint, deployment, pool });
  }
  return joined;
};
