import type { FairnessLevelV1 } from "@socle/contracts";
import { UNITS_PER_GPU } from "../order/pool-rights.js";
import type { PoolShares } from "../order/pool-shares.js";
import { tierName } from "../order/tiers.js";

/** Where a leaf's path stands in the pool at a moment, from the leaf to the root. O(depth). */
export const levelsOf = (shares: PoolShares, leaf: number, now: number): FairnessLevelV1[] => {
  const levels: FairnessLevelV1[] = [];
  for (let n = leaf; n >= 0; n = shares.tree.parent[n] ?? -1) {
    const nodeId = shares.tree.ids[n] ?? "";
    if (nodeId === "") continue;
    const shortfall = (shares.rights.shortfalls[n] ?? 0) / UNITS_PER_GPU;
    const tier = shares.buckets.tierOf(n, now);
    levels.push({
      nodeId,
      tier: tierName(tier),
      right: shares.buckets.rightOf(n),
      ...(shortfall > 0 ? { shortfall } : {}),
      occupied: (shares.quota.usage[n] ?? 0) / UNITS_PER_GPU,
      borrowing: shares.quota.borrowed(n) / UNITS_PER_GPU,
      counter: shares.counters.counterOf(n, tier),
    });
  }
  return levels;
};
