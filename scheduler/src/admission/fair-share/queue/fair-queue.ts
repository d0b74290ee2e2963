import type { PoolShares } from "../order/pool-shares.js";
import { LeafLine } from "./leaf-line.js";
import { LineBound } from "./line-bound.js";
import { aheadInAll, weightInLine } from "./predict-wait.js";
import type { Backlog } from "./predict-wait.js";
import { BATCH } from "./ticket.js";
import type { Ticket } from "./ticket.js";

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
 * smallest counter, then the first declared; nodes beyond what they may use now are passed over. Without timer: deadlines
 * leave by `remove`. O(depth × children) a decision.
 */
export class FairQueue<T extends Ticket = Ticket> {
  private waiting: Int32Array;
  /** GPU-seconds estimated of all that wait, by node. */
  private work: Float64Array;
  /** Rights and weights of who waits, by parent shifted by one. */
  private rights: Float64Array;
  private weights: Float64Array;
  private urgent: Int32Array;
  private passed: Int32Array;
  private lines: (LeafLine<T> | undefined)[];
  private bound: LineBound;
  private version: number;
  private total = 0;
  private walk = 0;
  private lacking: T | null = null;
  private stopped = false;

  constructor(private readonly shares: PoolShares) {
    const { size } = shares.tree;
    this.waiting = new Int32Array(size);
    this.work = new Float64Array(size);
    this.rights = new Float64Array(size + 1);
    this.weights = new Float64Array(size + 1);
    this.urgent = new Int32Array(size);
    this.passed = new Int32Array(size);
    this.lines = new Array<LeafLine<T> | undefined>(size).fill(undefined);
    this.bound = new LineBound(shares.rights);
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

  /** Whether the tree has a place for it. */
  knows(leafId: string): boolean {
    return this.shares.tree.indexOf.has(leafId);
  }

  /**
   * Who leaves the line for a newcomer that joined it, when more waits than `gpus` serve in time: the last of who is
   * furthest beyond its right, perhaps the newcomer itself. `null` while it fits, or when nobody is beyond. O(depth ×
   * children).
   */
  overflow(newcomer: T, gpus: number): T | null {
    this.follow();
    if (!this.bound.exceeds(gpus)) return null;
    return this.lastOf(this.bound.furthest(gpus, this.leafOf(newcomer.leafId), true));
  }

  /** Who would leave for the want of memory, and GPUs for each unit of weight by which its branch is beyond its right. */
  furthest(newcomer: T | null, gpus: number): { readonly ticket: T; readonly beyond: number } | null {
    this.follow();
    const leaf = newcomer === null ? -1 : this.leafOf(newcomer.leafId);
    const ticket = this.lastOf(this.bound.furthest(gpus, leaf, false));
    return ticket === null ? null : { ticket, beyond: this.bound.beyond };
  }

  /** Lets a ticket in. O(depth); O(n) for one that goes before others of its own. */
  push(ticket: T): void {
    this.follow();
    this.place(ticket);
  }

  /** Takes a ticket out: served, cancelled or too late. To call after `waiting` became false. O(depth). */
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
  peers({ leafId, classIndex }: Ticket, most: number): readonly T[] {
    const leaf = this.leafOf(leafId);
    return this.lines[leaf]?.first(classIndex, most) ?? [];
  }

  /** Requests of its own application that go before a newcomer. O(1). */
  aheadOf(leafId: string, classIndex: number): Backlog {
    const leaf = this.leafOf(leafId);
    return this.lines[leaf]?.ahead(classIndex) ?? { tickets: 0, gpuSeconds: 0 };
  }

  /**
   * Where a request stands whose application has `ahead` of it: its position in the whole line, from 1, and the
   * milliseconds until it is its turn, at `gpus`. `own`: GPU-seconds of the request itself, as much as has to end before
   * a place is free. O(depth × children).
   */
  standing(leafId: string, ahead: Backlog, own: number, gpus: number): { position: number; predictedWaitMs: number } {
    this.follow();
    const leaf = this.shares.tree.indexOf.get(leafId);
    if (leaf === undefined || gpus <= 0) return { position: 1 + ahead.tickets, predictedWaitMs: 0 };
    const { waiting: tickets, work: gpuSeconds, rights, weights } = this;
    const all = aheadInAll(this.shares, { tickets, gpuSeconds, rights, weights }, leaf, ahead, gpus);
    const predictedWaitMs = (1000 * (all.gpuSeconds + own)) / gpus;
    return { position: 1 + Math.round(all.tickets), predictedWaitMs };
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

  private leafOf(leafId: string): number {
    return this.shares.tree.indexOf.get(leafId) ?? -1;
  }

  private lastOf(leaf: number): T | null {
    return this.lines[leaf]?.last() ?? null;
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
    if (!ticket.kept) this.bound.count(leaf, ticket.pace, delta);
    const urgent = ticket.classIndex === BATCH ? 0 : delta;
    for (let n = leaf; n >= 0; n = this.shares.tree.parent[n] ?? -1) {
      const waiting = (this.waiting[n] ?? 0) + delta;
      this.waiting[n] = waiting;
      if (waiting === 0 || waiting === delta) this.becomes(n, delta);
      this.work[n] = Math.max(0, (this.work[n] ?? 0) + delta * ticket.estimate);
      this.urgent[n] = (this.urgent[n] ?? 0) + urgent;
    }
  }

  /** A node has its first request in line, or no more. */
  private becomes(node: number, delta: 1 | -1): void {
    const { nominals, weights } = this.shares.rights;
    const parent = (this.shares.tree.parent[node] ?? -1) + 1;
    this.rights[parent] = (this.rights[parent] ?? 0) + delta * (nominals[node] ?? 0);
    this.weights[parent] = (this.weights[parent] ?? 0) + delta * weightInLine(weights[node] ?? 0);
  }

  /** Lays the line out anew when the tree changed; tells whether it did. Tickets of lost nodes wait for their deadline. */
  private follow(): boolean {
    const { size } = this.shares.tree;
    if (this.version === this.shares.version) return false;
    const tickets = this.lines.flatMap((line) => line?.tickets() ?? []);
    this.version = this.shares.version;
    this.waiting = new Int32Array(size);
    this.work = new Float64Array(size);
    this.rights = new Float64Array(size + 1);
    this.weights = new Float64Array(size + 1);
    this.urgent = new Int32Array(size);
    this.passed = new Int32Array(size);
    this.lines = new Array<LeafLine<T> | undefined>(size).fill(undefined);
    this.bound = new LineBound(this.shares.rights);
    this.total = 0;
    for (const ticket of tickets) this.place(ticket);
    return true;
  }
}
