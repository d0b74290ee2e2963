import type { Clock } from "../../kernel/clock.js";
import type { Logger } from "../../kernel/logger.port.js";
import type { DiscoveredPod } from "../discovered-pod.js";
import { DOUBT_MS, NO_PODS, tellPods } from "./cluster-pods.js";
import type { KubeNode, KubePod } from "./kube-objects.js";
import { KeptWatch } from "./keep-watching.js";
import type { WatchSettings } from "./keep-watching.js";
import { isSilent, readNode } from "./node-gpus.js";
import type { NodeGpus } from "./node-gpus.js";
import type { OpenSession } from "./session.port.js";

export interface ClusterParts {
  readonly cluster: string;
  readonly pools: readonly string[] | null;
  readonly pods: OpenSession<KubePod>;
  readonly nodes: OpenSession<KubeNode>;
  readonly settings: WatchSettings;
  readonly clock: Pick<Clock, "monotonic">;
  readonly random: () => number;
  readonly logger: Logger;
  /** The endpoints of this cluster may have changed. */
  changed(): void;
}

/** One cluster as it is known: as last told, whoever can be reached now. */
export interface WatchedCluster {
  readonly cluster: string;
  endpoints(): readonly DiscoveredPod[];
  gpus(): readonly NodeGpus[];
  /** False while nothing new would be learnt: what is known is then health-checked more often. */
  reachable(): boolean;
  stop(): void;
}

/** A list that was not believed is asked for again within the doubt, so that a true emptiness is seen at its end. */
const ASK_AGAIN_MS = DOUBT_MS / 3;

/** Watches the pods and the nodes of one cluster. Pods do not wait for nodes, which one may not be allowed to see. */
export const watchCluster = (parts: ClusterParts): WatchedCluster => {
  const { cluster, pools, settings, clock, random, logger } = parts;
  let known = NO_PODS;
  let gpus: readonly NodeGpus[] = [];
  let silentNodes: ReadonlySet<string> = new Set();
  let reachable = false;

  const pods: KeptWatch<KubePod> = new KeptWatch(
    parts.pods,
    {
      told(objects, deleted) {
        const told = tellPods(known, { cluster, pools, pods: objects, deleted, silentNodes, now: clock.monotonic() });
        if (told.doubted) {
          logger.warn("cluster_list_doubted", { cluster, known: known.known.size });
          pods.renew(ASK_AGAIN_MS);
        }
        known = told.pods;
        parts.changed();
      },
      reachable(yes, fault) {
        reachable = yes;
        if (yes) logger.info("cluster_reachable", { cluster });
        else logger.warn("cluster_unreachable", { cluster, reason: fault?.reason, kept: known.known.size });
      },
    },
    settings,
    clock,
    random,
  );
  const nodes = new KeptWatch<KubeNode>(
    parts.nodes,
    {
      told(objects) {
        gpus = objects.flatMap((node) => readNode(cluster, node) ?? []);
        silentNodes = new Set(objects.filter(isSilent).map(({ metadata }) => metadata?.name ?? ""));
      },
      reachable(yes, fault) {
        if (!yes) logger.warn("cluster_nodes_unreachable", { cluster, reason: fault?.reason });
      },
    },
    settings,
    clock,
    random,
  );
  return {
    cluster,
    endpoints: () => [...known.known.values()],
    gpus: () => gpus,
    reachable: () => reachable,
    stop() {
      pods.stop();
      nodes.stop();
    },
  };
};
