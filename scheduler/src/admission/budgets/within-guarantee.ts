import type { DeploymentV1, NodeId } from "@socle/contracts";
import type { FairQueues } from "../fair-share/queue/fair-queues.port.js";
import type { Chosen } from "../fair-share/queue/waiter.js";
import { GUARANTEE } from "../fair-share/order/tiers.js";

/**
 * Deployments in whose pool the nearest right on the path still has some of its guarantee: where a request may run whose
 * budget is used up and throttles to the guarantee. `path` from the leaf to the root.
 */
export const deploymentsWithinGuarantee = (
  queues: Pick<FairQueues<Chosen>, "shares">,
  path: readonly NodeId[],
  deployments: readonly DeploymentV1[],
  monotonicNow: number,
): DeploymentV1[] =>
  deployments.filter(({ poolId }) => {
    const shares = queues.shares(poolId);
    if (shares === undefined) return false;
    for (const id of path) {
      const node = shares.tree.indexOf.get(id);
      if (node === undefined || shares.buckets.rightOf(node) === 0) continue;
      return shares.buckets.guaranteeOf(node) > 0 && shares.buckets.tierOf(node, monotonicNow) === GUARANTEE;
    }
    return false;
  });
