import type { DemandV1, DeploymentV1 } from "@socle/contracts";
import type { PoolShares } from "../order/pool-shares.js";
import type { ShareTree } from "../tree/share-tree.js";

/** Children of the first node from the top that has several: the ministries, under a State or two. */
export const branchesOf = (tree: ShareTree): readonly number[] => {
  let from = 0;
  let end = tree.roots;
  while (end - from === 1 && tree.firstChild[from] !== tree.endChild[from]) {
    const only = from;
    from = tree.firstChild[only] ?? 0;
    end = tree.endChild[only] ?? 0;
  }
  return Array.from({ length: end - from }, (_, at) => from + at);
};

/** What one deployment has to do: `waitingUnder` a node, beside the sequences of it that run. */
export interface DeploymentWork {
  readonly deployment: DeploymentV1;
  readonly waitingUnder: (node: number) => number;
}

/**
 * Sequences that run or wait here for a deployment, by branch of the tree, each with its right and its weight, by which a
 * deployment's slots are split among replicas. Branches with nothing to do are left out. O(branches + running × depth).
 */
export const branchDemand = (shares: PoolShares, { deployment, waitingUnder }: DeploymentWork): DemandV1[] => {
  const { tree, rights } = shares;
  const running = new Map<number, number>();
  const branches = branchesOf(tree);
  const known = new Set(branches);
  for (const { leaf, sequences, deploymentId } of shares.running()) {
    if (deploymentId !== deployment.id) continue;
    let branch = leaf;
    while (branch >= 0 && !known.has(branch)) branch = tree.parent[branch] ?? -1;
    if (branch >= 0) running.set(branch, (running.get(branch) ?? 0) + sequences);
  }
  const sequencesPerGpu = deployment.profile.maxSequences / Math.max(Number.EPSILON, deployment.gpusPerReplica);
  return branches.flatMap((branch) => {
    const sequences = (running.get(branch) ?? 0) + waitingUnder(branch);
    if (sequences === 0) return [];
    return [
      {
        deploymentId: deployment.id,
        nodeId: tree.ids[branch] ?? "",
        sequences,
        right: (rights.nominals[branch] ?? 0) * sequencesPerGpu,
        weight: rights.weights[branch] ?? 0,
      },
    ];
  });
};
