import type { PoolShares } from "../order/pool-shares.js";
import { LeafLine } from "./leaf-line.js";
import { BATCH } from "./ticket.js";
import type { QueueRefusal, Ticket } from "./ticket.js";

/** What a dispatch needs of the deployment at the moment. */
export interface Room {
  /** Monotonic milliseconds. */
  readonly now: number;
  /** Millionths of a GPU that one sequence occupies. */
  readonly unitsPerSequence: number;
  /** False while the deployment is too busy for what only fills idle time. */
  readonly batchAllowed: boolean;
}

/** Of a request whose turn it is: serve it, look at another leaf, or look no further now. */
export type Verdict = "run" | "pass" | "stop";

/**
 * The line of one deployment. Who goes next is found by walking down the tree: at each level the best tier, then the
 * smallest counter, then the first declared; nodes beyond what they may use now are passed over. Bounded, without timer:
 * deadlines leave by `remove`. O(depth × children) a decision.
 */
export class FairQueue<T extends Ticket = Ticket> {
  private waiting: Int32Array;
  private urgent: Int32Array;
  private passed: Int32Array;
  private lines: (LeafLine<T> | undefined)[];
  private version: number;
  private total = 0;
  private walk = 0;
  private lacking: T | null = null;
  private stopped = false;

  constructor(
    private readonly shares: PoolShares,
    private readonly maxLength: number,
  ) {
    const { size } = shares.tree;
    this.waiting = new Int32Array(size);
    this.urgent = new Int32Array(size);
    this.passed = new Int32Array(size);
    this.lines = new Array<LeafLine<T> | undefined>(size).fill(undefined);
    this.version = shares.version;
  }

  get length(): number {
    return this.total;
  }

  /** Tickets that wait under a node. */
  waitingUnder(node: number): number {
    this.follow();
    return this.waiting[node] ?? 0;
  }

  /** Whether a ticket may join. A top node may hold as much of the line as it leaves free to the others. O(depth). */
  refuses(leafId: string): QueueRefusal | null {
    this.follow();
    const leaf = this.shares.tree.indexOf.get(leafId);
    if (leaf === undefined) return "unknown_node";
    if (this.total >= this.maxLength) return "queue_full";
    const held = this.waiting[this.topOf(leaf)] ?? 0;
    return held > this.maxLength - this.total ? "share_of_queue_full" : null;
  }

  /** Lets a ticket in that `refuses` did not refuse. O(depth + log n). */
  push(ticket: T): void {
    this.follow();
    this.place(ticket);
  }

  /** Takes a ticket out: served, cancelled or too late. To call after `waiting` became false. O(depth + log n). */
  remove(ticket: T): void {
    if (this.follow()) return;
    const leaf = this.shares.tree.indexOf.get(ticket.leafId);
    if (leaf === undefined) return;
    this.lines[leaf]?.left(ticket);
    this.count(leaf, ticket, -1);
  }

  /**
   * The ticket to serve now, left in its place; `null` when nobody may or can run. `canRun` is asked of the first of a
   * leaf.
   */
  next(room: Room, canRun: (ticket: T) => Verdict): T | null {
    this.follow();
    this.walk += 1;
    this.stopped = false;
    this.lacking = null;
    return this.pick(-1, 0, room, canRun);
  }

  /** The first in the last walk's order that was passed over because others use what it may use. */
  lackedQuota(): T | null {
    return this.lacking;
  }

  /** The first tickets of a ticket's own application and class, in order; it is among them when it is the head. */
  peers({ leafId, classIndex }: Ticket, most: number): readonly Ticket[] {
    const leaf = this.shares.tree.indexOf.get(leafId) ?? -1;
    return this.lines[leaf]?.first(classIndex, most) ?? [];
  }

  /** Position of a newcomer among its own application's requests, from 1. */
  position(leafId: string, classIndex: number): number {
    return 1 + this.ahead(leafId, classIndex).tickets;
  }

  /**
   * Milliseconds a newcomer will wait: the work of its application that goes before it, at the rate that its path gets
   * while everybody who waits now goes on waiting. O(depth × children).
   */
  predictedWaitMs(leafId: string, classIndex: number, gpus: number): number {
    const leaf = this.shares.tree.indexOf.get(leafId);
    if (leaf === undefined || gpus <= 0) return 0;
    return (1000 * this.ahead(leafId, classIndex).gpuSeconds) / (gpus * this.shareOf(leaf));
  }

  /** Part of the deployment that a leaf gets while it and those who wait now are served. */
  private shareOf(leaf: number): number {
    const { tree, rights } = this.shares;
    let share = 1;
    for (let n = leaf; n >= 0; n = tree.parent[n] ?? -1) {
      const parent = tree.parent[n] ?? -1;
      const from = parent < 0 ? 0 : (tree.firstChild[parent] ?? 0);
      const end = parent < 0 ? tree.roots : (tree.endChild[parent] ?? 0);
      let active = 0;
      for (let c = from; c < end; c += 1) {
        if (c === n || (this.waiting[c] ?? 0) > 0) active += rights.weights[c] ?? 0;
      }
      if (active > 0) share *= Math.max(0.01, rights.weights[n] ?? 0) / active;
    }
    return share;
  }

  private ahead(leafId: string, classIndex: number) {
    const leaf = this.shares.tree.indexOf.get(leafId) ?? -1;
    return this.lines[leaf]?.ahead(classIndex) ?? { tickets: 0, gpuSeconds: 0 };
  }

  private pick(parent: number, available: number, room: Room, canRun: (ticket: T) => Verdict): T | null {
    const { tree } = this.shares;
    const from = parent < 0 ? 0 : (tree.firstChild[parent] ?? 0);
    const end = parent < 0 ? tree.roots : (tree.endChild[parent] ?? 0);
    for (;;) {
      const best = this.bestChild(from, end, room);
      if (best < 0) return null;
      const open = this.availableOf(best, parent, available);
      const line = this.lines[best];
      if (line === undefined || tree.firstChild[best] !== tree.endChild[best]) {
        const found = this.pick(best, open, room, canRun);
        if (found !== null || this.stopped) return found;
      } else if (open < room.unitsPerSequence) {
        // Asked of leaves alone: a node that may use no more can have a child with a part that is never lent.
        this.lacking ??= line.head(room.now, room.batchAllowed);
      } else {
        const ticket = line.head(room.now, room.batchAllowed);
        const verdict = ticket === null ? "pass" : canRun(ticket);
        if (verdict === "run") return ticket;
        this.stopped = verdict === "stop";
        if (this.stopped) return null;
      }
      this.passed[best] = this.walk;
    }
  }

  private availableOf(node: number, parent: number, ofParent: number): number {
    const { quota } = this.shares;
    return parent < 0 ? quota.availableAtRoot(node) : quota.availableBelow(node, ofParent);
  }

  private bestChild(from: number, end: number, room: Room): number {
    const { buckets, counters } = this.shares;
    const counts = room.batchAllowed ? this.waiting : this.urgent;
    let best = -1;
    let bestTier = Infinity;
    let bestCounter = Infinity;
    let bestWeightless = false;
    for (let n = from; n < end; n += 1) {
      if ((counts[n] ?? 0) === 0 || this.passed[n] === this.walk) continue;
      const tier = buckets.tierOf(n, room.now);
      counters.seeTier(n, tier);
      if (tier > bestTier) continue;
      const counter = counters.counterOf(n, tier);
      const weightless = counters.weightless(n, tier);
      if (tier === bestTier) {
        if (weightless && !bestWeightless) continue;
        if (weightless === bestWeightless && counter >= bestCounter) continue;
      }
      best = n;
      bestTier = tier;
      bestCounter = counter;
      bestWeightless = weightless;
    }
    return best;
  }

  private topOf(leaf: number): number {
    const { tree } = this.shares;
    let top = leaf;
    for (let n = leaf; n >= 0; n = tree.parent[n] ?? -1) {
      if ((tree.parent[n] ?? -1) >= 0 || tree.roots > 1) top = n;
    }
    return top;
  }

  private place(ticket: T): void {
    const leaf = this.shares.tree.indexOf.get(ticket.leafId);
    if (leaf === undefined) return;
    const line = this.lines[leaf] ?? new LeafLine<T>();
    this.lines[leaf] = line;
    line.push(ticket);
    this.count(leaf, ticket, 1);
  }

  private count(leaf: number, ticket: T, delta: 1 | -1): void {
    this.total += delta;
    const urgent = ticket.classIndex === BATCH ? 0 : delta;
    for (let n = leaf; n >= 0; n = this.shares.tree.parent[n] ?? -1) {
      this.waiting[n] = (this.waiting[n] ?? 0) + delta;
      this.urgent[n] = (this.urgent[n] ?? 0) + urgent;
    }
  }

  /** Lays the line out anew when the tree changed; tells whether it did. Tickets of lost nodes wait for their deadline. */
  private follow(): boolean {
    const { size } = this.shares.tree;
    if (this.version === this.shares.version) return false;
    const tickets = this.lines.flatMap((line) => line?.tickets() ?? []);
    this.version = this.shares.version;
    this.waiting = new Int32Array(size);
    this.urgent = new Int32Array(size);
    this.passed = new Int32Array(size);
    this.lines = new Array<LeafLine<T> | undefined>(size).fill(undefined);
    this.total = 0;
    for (const ticket of tickets) this.place(ticket);
    return true;
  }
}
