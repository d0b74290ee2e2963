import { weightsWithHistory } from "../division/history.js";
import type { PoolRights } from "./pool-rights.js";

/** After so long, use counts half: 7 days, as Slurm's `PriorityDecayHalfLife` and KAI's window have it. */
export const HISTORY_HALF_LIFE_MS = 7 * 86_400_000;
/** How often the weights of the surplus follow the history. */
const FOLLOW_EVERY_MS = 1_000;
/** A weight that the past has brought under this part of itself takes no surplus while others wait. */
const LEAST_PART = 0.01;

/** Parents whose children share the pool itself: the roots' level, and those below a chain of only children. */
const topLevel = ({ tree }: PoolRights): number => {
  let parent = -1;
  let from = 0;
  let end = tree.roots;
  while (end - from === 1) {
    parent = from;
    from = tree.firstChild[parent] ?? 0;
    end = tree.endChild[parent] ?? 0;
  }
  return parent;
};

/**
 * What each node of one pool had of its GPU time, halved every seven days, and the weights of the surplus that follow
 * from it (KAI's time-based fair share): of the pool's capacity where the pool itself is shared, of the parent's use
 * below. Bounded by the nodes of the tree; forgotten when the process ends.
 */
export class UsageHistory {
  /** Weights by which the surplus is shared now; those of the rights where no factor is set. */
  readonly weights: Float64Array;
  private readonly used: Float64Array;
  private capacity = 0;
  private decayedAt: number;
  private followedAt: number;
  private readonly remembers: boolean;

  constructor(
    private readonly rights: PoolRights,
    now: number,
    private readonly halfLifeMs = HISTORY_HALF_LIFE_MS,
  ) {
    this.weights = rights.weights.slice();
    this.used = new Float64Array(rights.tree.size);
    this.decayedAt = now;
    this.followedAt = now;
    this.remembers = rights.historyFactors.some((factor) => factor > 0);
  }

  /** GPU-seconds that a node used, or that a correction takes back. */
  add(node: number, gpuSeconds: number): void {
    this.used[node] = (this.used[node] ?? 0) + gpuSeconds;
  }

  /** Takes over what another tree's history knows of a node, and of the pool. */
  inherit(other: UsageHistory, now: number, nodes: Iterable<readonly [node: number, otherNode: number]>): void {
    other.decay(now);
    this.capacity = other.capacity;
    for (const [node, otherNode] of nodes) this.used[node] = other.used[otherNode] ?? 0;
    this.follow(now);
  }

  /** Part of the pool's GPU time that a node had, the nearer past counting more. */
  partOf(node: number): number {
    return this.capacity > 0 ? Math.max(0, this.used[node] ?? 0) / this.capacity : 0;
  }

  /** Lets the weights follow what was used, at most once a second. O(nodes) then, O(1) otherwise. */
  keepUp(now: number): void {
    if (this.remembers && now - this.followedAt >= FOLLOW_EVERY_MS) this.follow(now);
  }

  private decay(now: number): void {
    const elapsed = Math.max(0, now - this.decayedAt);
    if (elapsed === 0) return;
    const kept = 2 ** (-elapsed / this.halfLifeMs);
    const meanLifeSeconds = this.halfLifeMs / Math.LN2 / 1000;
    this.capacity = this.capacity * kept + this.rights.liveGpus * meanLifeSeconds * (1 - kept);
    for (let n = 0; n < this.used.length; n += 1) this.used[n] = (this.used[n] ?? 0) * kept;
    this.decayedAt = now;
  }

  private follow(now: number): void {
    this.decay(now);
    this.followedAt = now;
    if (!this.remembers) return;
    const { tree } = this.rights;
    const top = topLevel(this.rights);
    for (let parent = -1; parent < tree.size; parent += 1) {
      const from = parent < 0 ? 0 : (tree.firstChild[parent] ?? 0);
      const end = parent < 0 ? tree.roots : (tree.endChild[parent] ?? 0);
      if (end - from > 1) this.weigh(from, end, parent === top ? this.capacity : Math.max(0, this.used[parent] ?? 0));
    }
  }

  private weigh(from: number, end: number, whole: number): void {
    const { weights, historyFactors } = this.rights;
    const own = Array.from(weights.subarray(from, end));
    const sum = own.reduce((all, weight) => all + weight, 0);
    if (sum <= 0 || whole <= 0) return;
    const used = own.map((_, at) => Math.max(0, this.used[from + at] ?? 0) / whole);
    const weighed = weightsWithHistory(own, used, historyFactors.subarray(from, end));
    for (const [at, part] of weighed.entries()) {
      const weight = part * sum;
      this.weights[from + at] = weight < LEAST_PART * (own[at] ?? 0) ? 0 : weight;
    }
  }
}
