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

/** Times a request is cut at most: after them it runs to its end, so that batch is not starved for ever. */
export const MOST_CUTS = 3;
const LEAST_RUN_MS = 1_000;
/** How long a request runs before it may be cut: twice as long after each cut, so that work is not thrown away in turns. */
export const leastRunMs = (cuts: number): number => LEAST_RUN_MS * 2 ** cuts;

/** A batch request that runs where room is needed. */
export interface RunningBatch {
  readonly charge: Charge;
  /** Monotonic milliseconds. */
  readonly startedAt: number;
  /** Times it was cut before. */
  readonly cuts: number;
  /** Nothing of its answer has reached its caller: it can run again without loss. */
  readonly requeueable: boolean;
}

/** Who waits, and for how much: its leaf, and the millionths of a GPU that it needs at once. */
export interface CutAsker {
  readonly leaf: number;
  readonly occupied: number;
}

/** What is to be cut; without one, the milliseconds after which time alone may have changed that, else `Infinity`. */
export interface CutChoice<Batch> {
  readonly batch: Batch | null;
  readonly againInMs: number;
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

/** Why a running request may be asked to go: its side borrows so much, or (`null`) it runs on the asker's own right. */
interface Claim {
  readonly borrowed: DominantShare | null;
  /** Milliseconds until the asker is within the right that it claims. */
  readonly inMs: number;
}

const claimOn = (
  shares: PoolShares,
  { leaf, occupied: asked }: CutAsker,
  holder: number,
  runner: number,
  now: number,
): Claim | null => {
  const sides = apart(shares, leaf, runner);
  if (sides === null) return null;
  if (shares.holderOf(runner) === holder) {
    return { borrowed: null, inMs: shares.buckets.msUntilRight(holder, now) };
  }
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
  const borrowed = dominantShare(
    [{ borrowed: quota.borrowed(other), lendable: quota.lendable(other) }],
    rights.weights[other] ?? 0,
  );
  return { borrowed, inMs: shares.buckets.msUntilRight(own, now) };
};

/** Above 0 when `a` goes before `b`: who borrows before who runs on the asker's right, the most first, then the newest. */
const goesFirst = (a: Claim, aStart: number, b: Claim, bStart: number): number => {
  if (a.borrowed === null || b.borrowed === null) {
    if (a.borrowed !== b.borrowed) return a.borrowed === null ? -1 : 1;
    return aStart - bStart;
  }
  const order = compareShares(a.borrowed, b.borrowed);
  return order === 0 ? aStart - bStart : order;
};

/**
 * Which running batch request gives way to a request that waits within its right and finds no room: one of a node that
 * borrows, of the node that borrows most for its weight first; else one that runs on the same right. The newest first,
 * since it loses least; none that runs within another's nominal, that has run too shortly or was cut too often. The
 * decision only; whoever runs the request cuts it and puts it back in line. Rule: `control-plane/docs/adr`.
 * O(running × depth × children) at most.
 */
export const batchToCut = <Batch extends RunningBatch>(
  shares: PoolShares,
  asker: CutAsker,
  running: Iterable<Batch>,
  now: number,
): CutChoice<Batch> => {
  const holder = shares.holderOf(asker.leaf);
  if (holder < 0) return { batch: null, againInMs: Infinity };
  const late = shares.buckets.msUntilRight(holder, now);
  if (late > 0) return { batch: null, againInMs: late };
  let best: { readonly batch: Batch; readonly claim: Claim } | null = null;
  let againInMs = Infinity;
  for (const batch of running) {
    const { charge, startedAt, cuts } = batch;
    if (!batch.requeueable || cuts >= MOST_CUTS || charge.leaf < 0 || charge.occupied < asker.occupied) continue;
    const claim = claimOn(shares, asker, holder, charge.leaf, now);
    if (claim === null) continue;
    const inMs = Math.max(claim.inMs, startedAt + leastRunMs(cuts) - now);
    if (inMs > 0) againInMs = Math.min(againInMs, inMs);
    else if (best === null || goesFirst(claim, startedAt, best.claim, best.batch.startedAt) > 0)
      best = { batch, claim };
  }
  return { batch: best?.batch ?? null, againInMs };
};
