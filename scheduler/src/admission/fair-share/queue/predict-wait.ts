import type { PoolShares } from "../order/pool-shares.js";

/** Requests and their work, in GPU-seconds. */
export interface Backlog {
  readonly tickets: number;
  readonly gpuSeconds: number;
}

/** What waits under each node of a line, and by parent (shifted by one, 0 for the roots) the sums over who waits. */
export interface LineBacklog {
  readonly tickets: ArrayLike<number>;
  readonly gpuSeconds: ArrayLike<number>;
  /** GPUs of nominal rights. */
  readonly rights: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** A weight of 0 takes next to nothing while others wait. */
const LEAST_WEIGHT = 1e-3;
export const weightInLine = (weight: number): number => Math.max(LEAST_WEIGHT, weight);

/** How the GPUs of one level are shared: rights as far as they fit, and what is left by weight. */
interface Level {
  readonly node: number;
  readonly ofRight: number;
  readonly ofWeight: number;
  /** GPUs of the node itself. */
  readonly own: number;
}

const levelAt = (shares: PoolShares, line: LineBacklog, node: number, gpus: number): Level => {
  const { nominals, weights } = shares.rights;
  const parent = (shares.tree.parent[node] ?? -1) + 1;
  const [right, weight] = [nominals[node] ?? 0, weightInLine(weights[node] ?? 0)];
  const joins = (line.tickets[node] ?? 0) > 0 ? 0 : 1;
  const allRights = (line.rights[parent] ?? 0) + joins * right;
  const ofRight = allRights > gpus ? gpus / allRights : 1;
  const ofWeight = Math.max(0, gpus - allRights) / ((line.weights[parent] ?? 0) + joins * weight);
  return { node, ofRight, ofWeight, own: Math.max(right * ofRight + weight * ofWeight, gpus * LEAST_WEIGHT) };
};

/** Levels of a path from the top to the leaf. */
const levelsTo = (shares: PoolShares, line: LineBacklog, leaf: number, gpus: number): Level[] => {
  const above = shares.tree.parent[leaf] ?? -1;
  const levels = above < 0 ? [] : levelsTo(shares, line, above, gpus);
  levels.push(levelAt(shares, line, leaf, levels.at(-1)?.own ?? gpus));
  return levels;
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
  const { tree, rights } = shares;
  let { tickets, gpuSeconds } = ahead;
  if (gpuSeconds <= 0) return ahead;
  for (const { node, ofRight, ofWeight, own } of levelsTo(shares, line, leaf, gpus).reverse()) {
    const parent = tree.parent[node] ?? -1;
    const from = parent < 0 ? 0 : (tree.firstChild[parent] ?? 0);
    const end = parent < 0 ? tree.roots : (tree.endChild[parent] ?? 0);
    const lasts = gpuSeconds / own;
    for (let n = from; n < end; n += 1) {
      const work = line.gpuSeconds[n] ?? 0;
      if (n === node || work <= 0) continue;
      const rate = (rights.nominals[n] ?? 0) * ofRight + weightInLine(rights.weights[n] ?? 0) * ofWeight;
      const served = Math.min(work, lasts * rate);
      gpuSeconds += served;
      tickets += ((line.tickets[n] ?? 0) * served) / work;
    }
  }
  return { tickets, gpuSeconds };
};
