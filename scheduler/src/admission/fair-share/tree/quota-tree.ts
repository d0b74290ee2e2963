import type { ShareTree } from "./share-tree.js";

/** What a node brings to the tree in one pool. Any unit, as long as it is the same everywhere; integers stay exact. */
export interface NodeQuota {
  /** Of the node itself, beside what its children bring. */
  readonly own: number;
  /** Part of what the node and its children bring that is never lent; 0 when there is none. */
  readonly guarantee: number;
  /** Most that may be lent to the parent's other children; `null` for all above the guarantee. */
  readonly lendLimit: number | null;
  /** Most that may be used beyond the subtree's quota; `null` for no bound. */
  readonly borrowLimit: number | null;
}

export const NO_QUOTA: NodeQuota = { own: 0, guarantee: 0, lendLimit: null, borrowLimit: null };

/**
 * "May it run now?" in one pool: Kueue's recursion (`kubernetes-sigs/kueue: pkg/cache/scheduler/resource_node.go`) with
 * a never-lent guarantee:
 *
 *     subtree(n) = own(n) + Σ children (subtree(c) − local(c))
 *     local(n)   = max(guarantee(n), subtree(n) − lendLimit(n) where it is set)
 *     usage(p)  += max(0, usage(c) − local(c))
 *     available(root) = subtree − usage
 *     available(n) = max(0, local − usage) + min(available(p), subtree − local − max(0, usage − local) + borrowLimit)
 *
 * One pool is one key: quota of a kind of GPU is never eroded by what is borrowed on another.
 */
export class QuotaTree {
  readonly subtree: Float64Array;
  readonly local: Float64Array;
  readonly usage: Float64Array;
  private readonly borrowLimit: Float64Array;

  constructor(
    readonly tree: ShareTree,
    quotas: readonly NodeQuota[],
  ) {
    const { size, parent } = tree;
    this.subtree = new Float64Array(size);
    this.local = new Float64Array(size);
    this.usage = new Float64Array(size);
    this.borrowLimit = new Float64Array(size).fill(Infinity);
    for (let n = size - 1; n >= 0; n -= 1) {
      const { own, guarantee, lendLimit, borrowLimit } = quotas[n] ?? NO_QUOTA;
      const subtree = (this.subtree[n] ?? 0) + own;
      const kept = lendLimit === null ? 0 : subtree - lendLimit;
      const local = Math.max(0, Math.min(subtree, guarantee), kept);
      this.subtree[n] = subtree;
      this.local[n] = local;
      if (borrowLimit !== null) this.borrowLimit[n] = borrowLimit;
      const above = parent[n] ?? -1;
      if (above >= 0) this.subtree[above] = (this.subtree[above] ?? 0) + subtree - local;
    }
  }

  /** Adds to (or, negative, takes from) the usage of a node; what exceeds `local` bubbles up. O(depth). */
  addUsage(node: number, amount: number): void {
    let moved = amount;
    for (let n = node; n >= 0 && moved !== 0; n = this.tree.parent[n] ?? -1) {
      const before = this.usage[n] ?? 0;
      const local = this.local[n] ?? 0;
      this.usage[n] = before + moved;
      moved = Math.max(0, before + moved - local) - Math.max(0, before - local);
    }
  }

  /** What the node may still take; negative when it uses more than a cut quota allows. O(depth). */
  available(node: number): number {
    const above = this.tree.parent[node] ?? -1;
    return above < 0 ? this.availableAtRoot(node) : this.availableBelow(node, this.available(above));
  }

  availableAtRoot(node: number): number {
    return (this.subtree[node] ?? 0) - (this.usage[node] ?? 0);
  }

  /** The same when the parent's is known, as on a walk from the root. O(1). */
  availableBelow(node: number, ofParent: number): number {
    const local = this.local[node] ?? 0;
    const usage = this.usage[node] ?? 0;
    const stored = (this.subtree[node] ?? 0) - local;
    const fromParent = Math.min(ofParent, stored - Math.max(0, usage - local) + (this.borrowLimit[node] ?? Infinity));
    return Math.max(0, local - usage) + fromParent;
  }

  /** The most the node could ever use: `available` with nothing used anywhere. O(depth). */
  potential(node: number): number {
    const above = this.tree.parent[node] ?? -1;
    const subtree = this.subtree[node] ?? 0;
    if (above < 0) return subtree;
    return Math.min((this.local[node] ?? 0) + this.potential(above), subtree + (this.borrowLimit[node] ?? Infinity));
  }

  /** What the node uses beyond its subtree's quota, with `more` on top. */
  borrowed(node: number, more = 0): number {
    return Math.max(0, (this.usage[node] ?? 0) + more - (this.subtree[node] ?? 0));
  }

  /** The most its parent could ever give: what a share of borrowing is counted against. */
  lendable(node: number): number {
    const above = this.tree.parent[node] ?? -1;
    return above < 0 ? 0 : this.potential(above);
  }
}
