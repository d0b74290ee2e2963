import type { Clock } from "../../kernel/clock.js";
import type { Logger } from "../../kernel/logger.port.js";
import type { EndpointRoster } from "../endpoint-roster.js";
import type { Fleet } from "../fleet.js";
import type { Probe } from "../probe.port.js";
import { loadClientNode } from "./client-node.js";
import type { ClusterSource } from "./cluster-source.js";
import { DIRECT_HEALTH, startDirectHealth } from "./direct-health.js";
import type { DirectHealthSettings } from "./direct-health.js";
import { informerSessions } from "./informer-session.js";
import { WATCH_SETTINGS } from "./keep-watching.js";
import type { WatchSettings } from "./keep-watching.js";
import type { NodeGpus } from "./node-gpus.js";
import { watchCluster } from "./watch-cluster.js";
import type { WatchedCluster } from "./watch-cluster.js";
import { nodesOf, podsOf } from "./watched-kinds.js";

export interface KubernetesSettings {
  readonly clusters: readonly ClusterSource[];
  /** `null`: every namespace. */
  readonly namespace: string | null;
  /** Narrows the label of model deployments further. */
  readonly selector: string | null;
  readonly watch?: WatchSettings;
  readonly health?: DirectHealthSettings;
}

export interface KubernetesParts {
  readonly roster: Pick<EndpointRoster, "discover">;
  readonly fleet: Pick<Fleet, "find" | "finish" | "ejected">;
  readonly probe: Probe;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
}

export interface ClusterStatus {
  readonly cluster: string;
  readonly reachable: boolean;
  readonly endpoints: number;
  /** GPUs that pods of its nodes may ask for. */
  readonly gpus: number;
}

export interface KubernetesDiscovery {
  status(): readonly ClusterStatus[];
  /** GPUs of every node of every cluster. */
  gpus(): readonly NodeGpus[];
  stop(): void;
}

/** Finds model servers in clusters and keeps the roster told; a cluster that cannot be reached keeps what it last told. */
export const startKubernetes = async (
  settings: KubernetesSettings,
  parts: KubernetesParts,
): Promise<KubernetesDiscovery> => {
  const client = await loadClientNode();
  const { roster, clock, random, logger } = parts;
  const clusters: WatchedCluster[] = [];
  const publish = (): void => roster.discover(clusters.flatMap((cluster) => cluster.endpoints()));
  for (const source of settings.clusters) {
    clusters.push(
      watchCluster({
        cluster: source.name,
        pools: source.pools,
        pods: informerSessions(client, source, podsOf(client, settings.namespace, settings.selector)),
        nodes: informerSessions(client, source, nodesOf(client)),
        settings: settings.watch ?? WATCH_SETTINGS,
        clock,
        random,
        logger,
        changed: publish,
      }),
    );
  }
  const health = startDirectHealth({
    ...parts,
    settings: settings.health ?? DIRECT_HEALTH,
    endpoints: () =>
      clusters.flatMap((cluster) =>
        cluster.endpoints().map(({ endpointId }) => ({ endpointId, reachable: cluster.reachable() })),
      ),
  });
  return {
    status: () =>
      clusters.map((one) => ({
        cluster: one.cluster,
        reachable: one.reachable(),
        endpoints: one.endpoints().length,
        gpus: one.gpus().reduce((sum, { allocatable }) => sum + allocatable, 0),
      })),
    gpus: () => clusters.flatMap((cluster) => cluster.gpus()),
    stop() {
      health.stop();
      for (const cluster of clusters) cluster.stop();
    },
  };
};
