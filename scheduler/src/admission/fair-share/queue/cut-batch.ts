import type { Charge, PoolShares } from "../order/pool-shares.js";
import { compareShares, dominantShare } from "../tree/dominant-share.js";
import type { DominantShare } from "../tree/dominant-share.js";

/** What a node has of one resource when it asks for more. */
export interface Standing {
  readonly occupied: number;
  /** Part of it that cannot be taken back. */
  readonly fixed: number;
  readonly right: number;
  readonly fairShare: number;
}

/**
 * Whether a node may have what others hold: with what it asks it stays within its fair share and, when what it asks
 * cannot be taken back later, within its right (KAI: `plugins/proportion/reclaimable`).
 */
export const mayReclaim = (
  resources: readonly { readonly standing: Standing; readonly asked: number }[],
  canBeTakenBack: boolean,
): boolean =>
  resources.every(
    ({ standing, asked }) =>
      standing.occupied + asked <= standing.fairShare && (canBeTakenBack || standing.fixed + asked <= standing.right),
  );

/** A batch request that runs on the deployment where room is needed. */
export interface RunningBatch {
  readonly charge: Charge;
  /** Monotonic milliseconds. */
  readonly startedAt: number;
  /** Nothing of its answer has left yet: it can run again elsewhere without loss. */
  readonly requeueable: boolean;
}

/** The two nodes just below the nearest common ancestor of two leaves; `null` when they are the same leaf. */
const apart = (shares: PoolShares, a: number, b: number): readonly [number, number] | null => {
  const { parent } = shares.tree;
  const above = new Map<number, number>();
  for (let n = a, below = -1; ; n = parent[n] ?? -1) {
    above.set(n, below);
    if (n < 0) break;
    below = n;
  }
  for (let n = b, below = -1; ; n = parent[n] ?? -1) {
    const other = above.get(n);
    if (other !== undefined) return other < 0 || below < 0 ? null : [other, below];
    below = n;
  }
};

/** Whether the asker may have what the runner holds, and how much the runner's side borrows. */
const borrowedFrom = (shares: PoolShares, asker: number, asked: number, runner: number): DominantShare | null => {
  const sides = apart(shares, asker, runner);
  if (sides === null) return null;
  const [own, other] = sides;
  const { quota, rights } = shares;
  const right = quota.subtree[own] ?? 0;
  const occupied = quota.usage[own] ?? 0;
  const standing = { occupied, fixed: occupied, right, fairShare: right };
  if (!mayReclaim([{ standing, asked }], false)) return null;
  // At each level up to there: a part within its node's own right is not what is borrowed, and cutting it frees nothing.
  for (let n = runner; n !== (shares.tree.parent[other] ?? -1); n = shares.tree.parent[n] ?? -1) {
    if (quota.borrowed(n) <= 0) return null;
  }
  const borrowed = quota.borrowed(other);
  return dominantShare([{ borrowed, lendable: quota.lendable(other) }], rights.weights[other] ?? 0);
};

/**
 * Which running batch request gives way to a request that waits within its right: one of a node that borrows, of the
 * node that borrows most for its weight first, the newest first, since it loses least. `null` when none has to: who is
 * within its nominal is never cut. The decision only; whoever runs the request cuts it and puts it back in line.
 */
export const batchToCut = (
  shares: PoolShares,
  asker: number,
  asked: number,
  running: readonly RunningBatch[],
): RunningBatch | null => {
  let best: RunningBatch | null = null;
  let bestShare: DominantShare | null = null;
  for (const candidate of running) {
    if (!candidate.requeueable) continue;
    const share = borrowedFrom(shares, asker, asked, candidate.charge.leaf);
    if (share === null) continue;
    const order = bestShare === null ? 1 : compareShares(share, bestShare);
    if (order < 0 || (order === 0 && best !== null && candidate.startedAt <= best.startedAt)) continue;
    best = candidate;
    bestShare = share;
  }
  return best;
};
