import type { PoolRights } from "../order/pool-rights.js";
import { weightInLine } from "./predict-wait.js";

/** Paces that differ by less are the same: sums of fractions. */
const SAME = 1e-9;

/** Of `tickets` that take `pace` GPUs together, what the last of them finds before it, if all are alike. */
const beforeLast = (pace: number, tickets: number): number => (tickets < 2 ? 0 : pace - pace / tickets);

/**
 * How much may wait in one line, by node of the tree. Each request takes its pace: the GPUs that serve it in time. A node
 * is within its right while what is before its last request takes no more than its right (nor than the line has GPUs). What
 * is beyond rights is shared: at each level the node that is furthest beyond, for its weight, yields. Statement and
 * argument: `control-plane/docs/adr/0028-a-line-is-bounded-by-rights.md`.
 */
export class LineBound {
  /** By node: GPUs, and requests. */
  private readonly paces: Float64Array;
  private readonly tickets: Int32Array;
  private allPaces = 0;
  private allTickets = 0;
  /** By node: the walk in which the newcomer is under it, and the one in which nobody there can yield. */
  private readonly above: Int32Array;
  private readonly passed: Int32Array;
  private walk = 0;
  private branchFound = false;
  /** Of the last walk, at the first level with siblings: GPUs beyond the right of who was chosen, for its weight. */
  beyond = 0;

  constructor(private readonly rights: PoolRights) {
    const { size } = rights.tree;
    this.paces = new Float64Array(size);
    this.tickets = new Int32Array(size);
    this.above = new Int32Array(size);
    this.passed = new Int32Array(size);
  }

  /** A request of the leaf begins, or ends, to wait. O(depth). */
  count(leaf: number, pace: number, delta: 1 | -1): void {
    this.allTickets += delta;
    this.allPaces = this.allTickets === 0 ? 0 : this.allPaces + delta * pace;
    for (let n = leaf; n >= 0; n = this.rights.tree.parent[n] ?? -1) {
      const tickets = (this.tickets[n] ?? 0) + delta;
      this.tickets[n] = tickets;
      this.paces[n] = tickets === 0 ? 0 : (this.paces[n] ?? 0) + delta * pace;
    }
  }

  /** More waits than `gpus` serve in time. */
  exceeds(gpus: number): boolean {
    return beforeLast(this.allPaces, this.allTickets) > gpus + SAME;
  }

  /**
   * The leaf that yields, -1 without one; among equals the newcomer's. `sparing`: nobody within a right does, at any level
   * of the path. O(depth × children), but for levels on which nobody can yield.
   */
  furthest(gpus: number, newcomer: number, sparing: boolean): number {
    const { parent } = this.rights.tree;
    this.walk += 1;
    this.branchFound = false;
    for (let n = newcomer; n >= 0; n = parent[n] ?? -1) this.above[n] = this.walk;
    return this.walkDown(-1, gpus, sparing);
  }

  private walkDown(parent: number, gpus: number, sparing: boolean): number {
    const { tree } = this.rights;
    const from = parent < 0 ? 0 : (tree.firstChild[parent] ?? 0);
    const end = parent < 0 ? tree.roots : (tree.endChild[parent] ?? 0);
    if (from === end) return parent;
    for (;;) {
      const child = this.furthestChild(from, end, gpus, sparing);
      if (child < 0) return -1;
      const leaf = this.walkDown(child, gpus, sparing);
      if (leaf >= 0) return leaf;
      this.passed[child] = this.walk;
    }
  }

  private furthestChild(from: number, end: number, gpus: number, sparing: boolean): number {
    const { nominals, weights } = this.rights;
    let best = -1;
    let most = -Infinity;
    for (let n = from; n < end; n += 1) {
      const tickets = this.tickets[n] ?? 0;
      if (tickets === 0 || this.passed[n] === this.walk) continue;
      const right = Math.min(nominals[n] ?? 0, gpus);
      const beyond = beforeLast(this.paces[n] ?? 0, tickets) - right;
      if (sparing && right > 0 && beyond <= SAME) continue;
      const key = beyond / weightInLine(weights[n] ?? 0) + (this.above[n] === this.walk ? SAME : 0);
      if (key <= most) continue;
      best = n;
      most = key;
    }
    if (end - from > 1 && best >= 0 && !this.branchFound) {
      this.branchFound = true;
      this.beyond = most;
    }
    return best;
  }
}
