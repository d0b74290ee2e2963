import type { ShareTree } from "../tree/share-tree.js";
import { BORROWING, TIER_COUNT } from "./tiers.js";

/** Waiting, and not compared with its siblings yet. */
const UNSEEN = -1;
/** On its way into a tier: no measure for itself. */
const BETWEEN = -2;

/**
 * Virtual service counters of the nodes of one pool: GPU-seconds ÷ weight, one account for each tier, so that a right
 * that was used does not count against a node when the surplus is shared. A node that becomes active is lifted to the
 * least of its active siblings, else to the last that left (VTC, Sheng et al., OSDI'24), at each level; a node that
 * enters a tier after others were served in it is lifted likewise to those it finds there: neither idleness nor time spent
 * in another tier is banked. The bound this gives: `control-plane/docs/adr/0012-fairness-in-gpu-seconds.md`.
 */
export class ServiceCounters {
  private readonly counters: Float64Array;
  private readonly waiting: Int32Array;
  private readonly lastTier: Int8Array;
  /** By parent (shifted by one, 0 for the roots) and tier: dispatches so far, and the child of the last one. */
  private readonly serials: Float64Array;
  private readonly lastServed: Int32Array;
  /** By node and tier: the parent's serial when the node was last seen in it. */
  private readonly seen: Float64Array;
  private readonly lastLeft: Int32Array;
  /** By node and tier: 1 while it counts as active because another replica served it lately. */
  private readonly elsewhere: Uint8Array;

  constructor(
    private readonly tree: ShareTree,
    private readonly weights: ArrayLike<number>,
    /** Those of the surplus, where what was used before changes them; read anew at each charge. */
    private readonly surplusWeights: ArrayLike<number> = weights,
  ) {
    const { size } = tree;
    this.counters = new Float64Array(TIER_COUNT * size);
    this.seen = new Float64Array(TIER_COUNT * size).fill(-1);
    this.serials = new Float64Array(TIER_COUNT * (size + 1));
    this.lastServed = new Int32Array(TIER_COUNT * (size + 1)).fill(-1);
    this.waiting = new Int32Array(size);
    this.lastTier = new Int8Array(size).fill(UNSEEN);
    this.lastLeft = new Int32Array(size + 1).fill(-1);
    this.elsewhere = new Uint8Array(TIER_COUNT * size);
  }

  /** Counter of a node in a tier: GPU-seconds for each unit of weight. */
  counterOf(node: number, tier: number): number {
    return this.counters[TIER_COUNT * node + tier] ?? 0;
  }

  setCounter(node: number, tier: number, value: number): void {
    this.counters[TIER_COUNT * node + tier] = value;
  }

  isWaiting(node: number): boolean {
    return (this.waiting[node] ?? 0) > 0;
  }

  /** A request of the leaf begins to wait. O(depth), and O(children) at each level that becomes active. */
  enter(leaf: number): void {
    for (let n = leaf; n >= 0; n = this.tree.parent[n] ?? -1) {
      if ((this.waiting[n] ?? 0) === 0) this.lift(n);
      this.waiting[n] = (this.waiting[n] ?? 0) + 1;
    }
  }

  /** Waits as before in a tree that was rebuilt: no lift. O(depth). */
  resume(leaf: number): void {
    for (let n = leaf; n >= 0; n = this.tree.parent[n] ?? -1) this.waiting[n] = (this.waiting[n] ?? 0) + 1;
  }

  /** It no longer waits. O(depth). */
  leave(leaf: number): void {
    for (let n = leaf; n >= 0; n = this.tree.parent[n] ?? -1) {
      const left = (this.waiting[n] ?? 0) - 1;
      this.waiting[n] = left;
      if (left === 0) this.lastLeft[(this.tree.parent[n] ?? -1) + 1] = n;
    }
  }

  /** Tells in which tier a waiting node is now, before it is compared with its siblings. O(1), O(children) on entry. */
  seeTier(node: number, tier: number): void {
    const before = this.lastTier[node] ?? UNSEEN;
    if (before === tier) return;
    const at = TIER_COUNT * node;
    const above = TIER_COUNT * ((this.tree.parent[node] ?? -1) + 1);
    this.lastTier[node] = BETWEEN;
    if (before >= 0) this.seen[at + before] = this.serials[above + before] ?? 0;
    if (this.seen[at + tier] !== this.serials[above + tier]) this.liftIn(node, tier);
    this.lastTier[node] = tier;
  }

  /** A dispatch charged with `gpuSeconds` under this node, in a tier of it. O(1). */
  charge(node: number, tier: number, gpuSeconds: number): void {
    const above = TIER_COUNT * ((this.tree.parent[node] ?? -1) + 1) + tier;
    this.lastServed[above] = node;
    this.serials[above] = (this.serials[above] ?? 0) + 1;
    this.add(node, tier, gpuSeconds);
  }

  /**
   * Service that another replica gave in a tier. Until the next exchange the node counts as active there: whoever comes
   * back here is lifted to it, and it is not lifted itself, as it was not idle.
   */
  addElsewhere(node: number, tier: number, gpuSeconds: number): void {
    if (gpuSeconds <= 0) return this.add(node, tier, gpuSeconds);
    this.elsewhere[TIER_COUNT * node + tier] = 1;
    this.charge(node, tier, gpuSeconds);
  }

  /** Nobody counts as active elsewhere any more. */
  beginElsewhere(): void {
    this.elsewhere.fill(0);
  }

  /** A correction of an earlier charge, either way. O(1). */
  add(node: number, tier: number, gpuSeconds: number): void {
    const at = TIER_COUNT * node + tier;
    this.counters[at] = (this.counters[at] ?? 0) + gpuSeconds / this.divisor(node, tier);
  }

  /** Weight 0 is compared, unweighted, after all others: it runs when nobody else waits in its tier. */
  weightless(node: number, tier: number): boolean {
    return this.weightIn(node, tier) === 0;
  }

  private weightIn(node: number, tier: number): number {
    return (tier === BORROWING ? this.surplusWeights[node] : this.weights[node]) ?? 0;
  }

  private divisor(node: number, tier: number): number {
    const weight = this.weightIn(node, tier);
    return weight === 0 ? 1 : weight;
  }

  private lift(node: number): void {
    this.lastTier[node] = BETWEEN;
    const parent = this.tree.parent[node] ?? -1;
    for (let tier = 0; tier < TIER_COUNT; tier += 1) {
      this.liftIn(node, tier);
      this.seen[TIER_COUNT * node + tier] = this.serials[TIER_COUNT * (parent + 1) + tier] ?? 0;
    }
    this.lastTier[node] = UNSEEN;
  }

  private liftIn(node: number, tier: number): void {
    const at = TIER_COUNT * node + tier;
    this.counters[at] = Math.max(this.counters[at] ?? 0, this.floor(this.tree.parent[node] ?? -1, tier));
  }

  /**
   * Least counter of who waits in the tier, was not seen in any yet or is served in it elsewhere; else of who was served
   * or left last.
   */
  private floor(parent: number, tier: number): number {
    const from = parent < 0 ? 0 : (this.tree.firstChild[parent] ?? 0);
    const end = parent < 0 ? this.tree.roots : (this.tree.endChild[parent] ?? 0);
    let least = Infinity;
    let active = false;
    for (let sibling = from; sibling < end; sibling += 1) {
      if (this.elsewhere[TIER_COUNT * sibling + tier] === 1) {
        active = true;
        least = Math.min(least, this.counters[TIER_COUNT * sibling + tier] ?? 0);
      }
      if ((this.waiting[sibling] ?? 0) <= 0) continue;
      active = true;
      const now = this.lastTier[sibling] ?? UNSEEN;
      if (now === tier || now === UNSEEN) least = Math.min(least, this.counters[TIER_COUNT * sibling + tier] ?? 0);
    }
    if (least < Infinity) return least;
    const last = active ? this.lastServed[TIER_COUNT * (parent + 1) + tier] : this.lastLeft[parent + 1];
    return last === undefined || last < 0 ? 0 : this.counterOf(last, tier);
  }
}
