import { QuotaTree } from "../tree/quota-tree.js";
import type { ShareTree } from "../tree/share-tree.js";
import { UNITS_PER_GPU } from "./pool-rights.js";
import type { PoolRights } from "./pool-rights.js";
import { RightBuckets } from "./right-buckets.js";
import { ServiceCounters } from "./service-counters.js";
import { TIER_COUNT } from "./tiers.js";
import { UsageHistory } from "./usage-history.js";

/** What one running request was charged, so that it can be corrected where it was charged. */
export interface Charge {
  readonly leafId: string;
  readonly deploymentId: string;
  readonly sequences: number;
  /** GPU-seconds charged so far. */
  charged: number;
  /** When that was last told, or added to by time, in monotonic milliseconds. */
  chargedAt: number;
  /** Millionths of a GPU occupied while it runs. */
  readonly occupied: number;
  /** GPUs that it is charged for a second of which nothing is told. */
  readonly gpus: number;
  /** Tiers from the leaf up, two bits each. */
  readonly tiers: number;
  /** Index of the leaf; -1 when the tree lost it. */
  leaf: number;
  /** Still occupies its place. */
  occupying: boolean;
  open: boolean;
}

/** Where a request runs. */
export interface Place {
  readonly deploymentId: string;
  readonly sequences: number;
  /** GPUs of its sequences at the deployment's reference batch, by which service is priced; by `occupied` when absent. */
  readonly gpus?: number;
}

/** What nobody tells of is charged by time, no more often than this. */
const ACCRUE_EVERY_MS = 100;

const ANYWHERE: Place = { deploymentId: "", sequences: 1 };

/** Service given here since the start, by node and tier, in GPU-seconds: what other replicas are told. */
export type GivenService = ReadonlyMap<string, readonly number[]>;

/**
 * The account of one pool, shared by all its models: what each node may use and uses (`QuotaTree`), how far its rights
 * go now (`RightBuckets`), how it was served (`ServiceCounters`).
 */
export class PoolShares {
  tree: ShareTree;
  quota: QuotaTree;
  buckets: RightBuckets;
  counters: ServiceCounters;
  history: UsageHistory;
  /** Changes with each new tree: indices of another version mean nothing. */
  version = 1;
  private readonly open = new Set<Charge>();
  private accruedAt: number;
  private readonly given = new Map<string, number[]>();
  /** The same by node of the tree as it is. */
  private givenAt: number[][] = [];
  /** Millionths of a GPU that other replicas' requests occupy, by leaf. */
  private readonly elsewhere = new Map<string, number>();

  constructor(
    public rights: PoolRights,
    now: number,
  ) {
    this.tree = rights.tree;
    this.quota = new QuotaTree(rights.tree, rights.quotas);
    this.buckets = new RightBuckets(rights.guarantees, rights.nominals, now);
    this.history = new UsageHistory(rights, now);
    this.counters = new ServiceCounters(rights.tree, rights.weights, this.history.weights);
    this.accruedAt = now;
  }

  /**
   * Follows a change of rights or of live capacity. Counters, what buckets hold and running requests are kept; nothing
   * that runs is cut. Whoever keeps waiting requests has to `resume` them. O(nodes + running).
   */
  follow(rights: PoolRights, now: number): void {
    const before = { tree: this.tree, buckets: this.buckets, counters: this.counters, history: this.history };
    this.rights = rights;
    this.version += 1;
    this.givenAt = [];
    this.tree = rights.tree;
    this.quota = new QuotaTree(rights.tree, rights.quotas);
    this.buckets = new RightBuckets(rights.guarantees, rights.nominals, now);
    this.history = new UsageHistory(rights, now);
    this.counters = new ServiceCounters(rights.tree, rights.weights, this.history.weights);
    const both: [number, number][] = [];
    for (const [id, node] of this.tree.indexOf) {
      const known = before.tree.indexOf.get(id);
      if (known === undefined) continue;
      both.push([node, known]);
      this.buckets.inherit(node, before.buckets, known, now);
      for (let tier = 0; tier < TIER_COUNT; tier += 1) {
        this.counters.setCounter(node, tier, before.counters.counterOf(known, tier));
      }
    }
    this.history.inherit(before.history, now, both);
    for (const [id, units] of this.elsewhere) this.quota.addUsage(this.tree.indexOf.get(id) ?? -1, units);
    for (const charge of this.open) {
      charge.leaf = this.tree.indexOf.get(charge.leafId) ?? -1;
      if (charge.occupying) this.quota.addUsage(charge.leaf, charge.occupied);
    }
  }

  /** Charges GPU-seconds at dispatch on the whole path, each node in its tier of the moment. O(depth). */
  dispatch(leaf: number, gpuSeconds: number, occupied: number, now: number, place = ANYWHERE): Charge {
    let tiers = 0;
    let level = 0;
    this.history.keepUp(now);
    for (let n = leaf; n >= 0; n = this.tree.parent[n] ?? -1) {
      const tier = this.buckets.tierOf(n, now);
      tiers += tier * 4 ** level;
      level += 1;
      this.counters.charge(n, tier, gpuSeconds);
      this.buckets.take(n, tier, gpuSeconds);
      this.record(n, tier, gpuSeconds);
    }
    this.quota.addUsage(leaf, occupied);
    const charge: Charge = {
      leafId: this.tree.ids[leaf] ?? "",
      deploymentId: place.deploymentId,
      sequences: place.sequences,
      charged: gpuSeconds,
      chargedAt: now,
      occupied,
      gpus: place.gpus ?? occupied / UNITS_PER_GPU,
      tiers,
      leaf,
      occupying: true,
      open: true,
    };
    this.open.add(charge);
    return charge;
  }

  /** Sets the charge of a running request to what was told of its service, either way; of an ended one, nothing. O(depth). */
  progress(charge: Charge, gpuSeconds: number, now: number): void {
    if (!charge.open) return;
    charge.chargedAt = now;
    this.settle(charge, gpuSeconds);
  }

  /**
   * Charges those that run and say nothing, as answers that do not stream do, for the time in which they have taken their
   * places. O(1), O(running × depth) every 100 ms.
   */
  accrue(now: number): void {
    if (now - this.accruedAt < ACCRUE_EVERY_MS) return;
    this.accruedAt = now;
    for (const charge of this.running()) {
      const silentMs = now - charge.chargedAt;
      if (silentMs < ACCRUE_EVERY_MS) continue;
      this.progress(charge, charge.charged + charge.gpus * (silentMs / 1000), now);
    }
  }

  /** The request no longer runs; what it cost may still be unknown. O(depth). */
  vacate(charge: Charge): void {
    if (!charge.occupying) return;
    charge.occupying = false;
    this.quota.addUsage(charge.leaf, -charge.occupied);
  }

  /** The request is over, with its true cost (0 when it never ran): corrects the charge and frees its place. O(depth). */
  end(charge: Charge, gpuSeconds: number): void {
    this.vacate(charge);
    if (!charge.open) return;
    this.settle(charge, gpuSeconds);
    charge.open = false;
    this.open.delete(charge);
  }

  /** Another exchange with the other replicas begins: `addElsewhere` and `occupyElsewhere` follow. */
  beginElsewhere(): void {
    this.counters.beginElsewhere();
  }

  /** Service that another replica gave to a node since the last exchange: counted as if it had been given here. */
  addElsewhere(nodeId: string, tier: number, gpuSeconds: number): void {
    const node = this.tree.indexOf.get(nodeId);
    if (node === undefined || gpuSeconds === 0) return;
    this.counters.addElsewhere(node, tier, gpuSeconds);
    this.history.add(node, gpuSeconds);
    this.buckets.take(node, tier, gpuSeconds);
  }

  /** Millionths of a GPU that a leaf's requests occupy at other replicas now: beside what it occupies here. O(depth). */
  occupyElsewhere(leafId: string, units: number): void {
    const before = this.elsewhere.get(leafId) ?? 0;
    if (units === before) return;
    if (units === 0) this.elsewhere.delete(leafId);
    else this.elsewhere.set(leafId, units);
    this.quota.addUsage(this.tree.indexOf.get(leafId) ?? -1, units - before);
  }

  /** What this replica's running requests occupy, by leaf, in millionths of a GPU. O(running). */
  occupiedHere(): ReadonlyMap<string, number> {
    const units = new Map<string, number>();
    for (const { leafId, occupied } of this.running()) units.set(leafId, (units.get(leafId) ?? 0) + occupied);
    return units;
  }

  /** Requests that run here. */
  *running(): Iterable<Charge> {
    for (const charge of this.open) if (charge.occupying) yield charge;
  }

  /** Cumulative service given here, for the exchange with other replicas. */
  givenService(): GivenService {
    return this.given;
  }

  /** GPUs that live capacity lacks to all that was promised in the pool. */
  shortGpus(): number {
    let units = 0;
    for (let n = 0; n < this.tree.roots; n += 1) units += this.rights.shortfalls[n] ?? 0;
    return units / UNITS_PER_GPU;
  }

  /** The nearest node from a leaf up that was granted a right; -1 without one. O(depth). */
  holderOf(leaf: number): number {
    let node = leaf;
    while (node >= 0 && this.rights.granted[node] !== 1) node = this.tree.parent[node] ?? -1;
    return node;
  }

  private settle(charge: Charge, gpuSeconds: number): void {
    const difference = gpuSeconds - charge.charged;
    charge.charged = gpuSeconds;
    if (difference === 0) return;
    let rest = charge.tiers;
    for (let n = charge.leaf; n >= 0; n = this.tree.parent[n] ?? -1) {
      const tier = rest % 4;
      rest = Math.floor(rest / 4);
      this.counters.add(n, tier, difference);
      this.buckets.take(n, tier, difference);
      this.record(n, tier, difference);
    }
  }

  private record(node: number, tier: number, gpuSeconds: number): void {
    this.history.add(node, gpuSeconds);
    const id = this.tree.ids[node] ?? "";
    const given = this.givenAt[node] ?? this.given.get(id) ?? new Array<number>(TIER_COUNT).fill(0);
    if (this.givenAt[node] === undefined) {
      this.givenAt[node] = given;
      this.given.set(id, given);
    }
    given[tier] = (given[tier] ?? 0) + gpuSeconds;
  }
}
