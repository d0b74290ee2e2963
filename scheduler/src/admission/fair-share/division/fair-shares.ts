import { unitsOf } from "../order/pool-rights.js";
import type { PoolRights } from "../order/pool-rights.js";
import type { Claim } from "./divide.js";
import { divide } from "./divide.js";
import { weightsWithHistory } from "./history.js";

export interface FairShareOptions {
  /** Part of the pool's GPU time each node had in the window, 0 to 1. */
  readonly used?: ArrayLike<number>;
  /** Weight of the past; 0 looks at the present only. */
  readonly k?: number;
}

/**
 * What each node of a pool may expect now, in millionths of a GPU: the capacity divided down the tree among those who
 * ask (`requests`, at the leaves), rights first, then the surplus by weight and history. O(nodes × log children).
 */
export const fairShares = (
  rights: PoolRights,
  capacity: number,
  requests: ArrayLike<number>,
  { used = [], k = 0 }: FairShareOptions = {},
): Float64Array => {
  const { tree } = rights;
  const asked = Float64Array.from({ length: tree.size }, (_, n) => requests[n] ?? 0);
  for (let n = tree.size - 1; n >= 0; n -= 1) {
    const above = tree.parent[n] ?? -1;
    if (above >= 0) asked[above] = (asked[above] ?? 0) + (asked[n] ?? 0);
  }
  const shares = new Float64Array(tree.size);
  for (let parent = -1; parent < tree.size; parent += 1) {
    const from = parent < 0 ? 0 : (tree.firstChild[parent] ?? 0);
    const end = parent < 0 ? tree.roots : (tree.endChild[parent] ?? 0);
    if (from === end) continue;
    const nodes = Array.from({ length: end - from }, (_, at) => from + at);
    const weights = nodes.map((n) => rights.weights[n] ?? 0);
    const weighed =
      k === 0
        ? weights
        : weightsWithHistory(
            weights,
            nodes.map((n) => used[n] ?? 0),
            k,
          );
    const claims = nodes.map((n, at): Claim => {
      const borrowLimit = rights.quotas[n]?.borrowLimit ?? null;
      const deserved = unitsOf(rights.nominals[n] ?? 0);
      const limit = borrowLimit === null ? Infinity : deserved + borrowLimit;
      const id = tree.ids[n] ?? "";
      return { id, deserved, limit, request: asked[n] ?? 0, weight: weighed[at] ?? 0, priority: 0, age: 0 };
    });
    const division = divide(parent < 0 ? capacity : (shares[parent] ?? 0), claims);
    for (const [at, n] of nodes.entries()) shares[n] = division.shares[at] ?? 0;
  }
  return shares;
};
