import type { PoolShares } from "../order/pool-shares.js";

/** Requests and their work, in GPU-seconds. */
export interface Backlog {
  readonly tickets: number;
  readonly gpuSeconds: number;
}

/** What waits under each node of a line. */
export interface LineBacklog {
  readonly tickets: ArrayLike<number>;
  readonly gpuSeconds: ArrayLike<number>;
}

/** GPUs by level of a path, from the leaf up, while it and those who wait now are served. */
interface Rates {
  readonly own: number;
  /** Of a sibling, for each GPU of the node itself. */
  perOwn(sibling: number): number;
}

const siblingsOf = ({ tree }: PoolShares, node: number): readonly [from: number, end: number] => {
  const parent = tree.parent[node] ?? -1;
  return parent < 0 ? [0, tree.roots] : [tree.firstChild[parent] ?? 0, tree.endChild[parent] ?? 0];
};

/** A weight of 0 takes next to nothing while others wait. */
const LEAST_WEIGHT = 1e-3;

/** How `gpus` are shared at the level of a node: rights first, then the surplus by weight, among those who wait. */
const ratesAt = (shares: PoolShares, line: LineBacklog, node: number, gpus: number): Rates => {
  const [from, end] = siblingsOf(shares, node);
  let rights = 0;
  let weights = 0;
  const weightOf = (n: number): number => Math.max(LEAST_WEIGHT, shares.history.weights[n] ?? 0);
  for (let n = from; n < end; n += 1) {
    if (n !== node && (line.tickets[n] ?? 0) <= 0) continue;
    rights += shares.buckets.rightOf(n);
    weights += weightOf(n);
  }
  const fitting = rights > gpus ? gpus / rights : 1;
  const surplus = Math.max(0, gpus - rights);
  const rateOf = (n: number): number => shares.buckets.rightOf(n) * fitting + (surplus * weightOf(n)) / weights;
  const own = Math.max(rateOf(node), gpus * LEAST_WEIGHT);
  return { own, perOwn: (sibling) => rateOf(sibling) / own };
};

/**
 * What goes before a request in the whole fair order, in the fluid limit: while its application's `ahead` is served, each
 * sibling at each level of its path gets its share, its right first and the surplus by weight, until what it has waiting
 * now is done. Newcomers are not foreseen. O(depth × children).
 */
export const aheadInAll = (
  shares: PoolShares,
  line: LineBacklog,
  leaf: number,
  ahead: Backlog,
  gpus: number,
): Backlog => {
  const path: number[] = [];
  for (let n = leaf; n >= 0; n = shares.tree.parent[n] ?? -1) path.push(n);
  const rates: Rates[] = [];
  for (const node of [...path].reverse()) rates.unshift(ratesAt(shares, line, node, rates[0]?.own ?? gpus));
  let { tickets, gpuSeconds } = ahead;
  for (const [level, node] of path.entries()) {
    const own = gpuSeconds;
    const [from, end] = siblingsOf(shares, node);
    for (let n = from; n < end; n += 1) {
      const work = line.gpuSeconds[n] ?? 0;
      if (n === node || work <= 0) continue;
      const served = Math.min(work, own * (rates[level]?.perOwn(n) ?? 0));
      gpuSeconds += served;
      tickets += ((line.tickets[n] ?? 0) * served) / work;
    }
  }
  return { tickets, gpuSeconds };
};
