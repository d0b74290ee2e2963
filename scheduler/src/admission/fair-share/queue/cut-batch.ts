import type { EndpointId } from "@socle/contracts";
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

/** A server on which something runs that may be cut. */
export interface CutServer {
  readonly endpointId: EndpointId;
  /** Sequences that it has places for already. */
  readonly free: number;
}

/** A batch request that runs where room is needed. */
export interface RunningBatch {
  readonly charge: Charge;
  /** Monotonic milliseconds. */
  readonly startedAt: number;
  /** Times it was cut before. */
  readonly cuts: number;
  /** Where it runs; `null` when something of its answer has reached its caller, so that it cannot run again without loss. */
  readonly server: CutServer | null;
}

/** Who waits, and for how much. */
export interface CutAsker {
  readonly leaf: number;
  /** Places that it needs at once, on one server. */
  readonly sequences: number;
  /** Millionths of a GPU that they occupy. */
  readonly occupied: number;
  /** Most places that one server has free. */
  readonly free: number;
}

/** What is to be cut, the first to go first; without any, the milliseconds after which time alone may have changed that. */
export interface CutChoice<Batch> {
  readonly batches: readonly Batch[];
  /** `Infinity` when only an event can. */
  readonly againInMs: number;
}

/**
 * The two nodes just below the nearest common ancestor of two leaves; `null` when they are the same leaf. A parent's index
 * is below its children's, so that the larger of two different indices is never an ancestor of the other. O(depth).
 */
const apart = ({ tree }: PoolShares, a: number, b: number): readonly [number, number] | null => {
  let [left, right] = [a, b];
  let [belowLeft, belowRight] = [-1, -1];
  while (left !== right) {
    if (left > right) {
      belowLeft = left;
      left = tree.parent[left] ?? -1;
    } else {
      belowRight = right;
      right = tree.parent[right] ?? -1;
    }
  }
  return belowLeft < 0 || belowRight < 0 ? null : [belowLeft, belowRight];
};

/** Why a running request may be asked to go: its side borrows, or it runs on the asker's own right. */
interface Claim {
  readonly onOwnRight: boolean;
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
  if (shares.holderOf(runner) === holder) return { onOwnRight: true, inMs: shares.buckets.msUntilRight(holder, now) };
  const [own, other] = sides;
  const { quota } = shares;
  const right = quota.subtree[own] ?? 0;
  const occupied = quota.usage[own] ?? 0;
  const standing = { occupied, fixed: occupied, right, fairShare: right };
  if (!mayReclaim([{ standing, asked }], false)) return null;
  // At each level up to there: a part within its node's own right is not what is borrowed, and cutting it frees nothing.
  for (let n = runner; n !== (shares.tree.parent[other] ?? -1); n = shares.tree.parent[n] ?? -1) {
    if (quota.borrowed(n) <= 0) return null;
  }
  return { onOwnRight: false, inMs: shares.buckets.msUntilRight(own, now) };
};

/** What a node would borrow for its weight with `less` fewer millionths of a GPU. */
const borrowing = ({ quota, rights }: PoolShares, node: number, less: number): DominantShare =>
  dominantShare([{ borrowed: quota.borrowed(node, -less), lendable: quota.lendable(node) }], rights.weights[node] ?? 0);

/** The one that started last. */
const newestOf = <Batch extends RunningBatch>(batches: readonly Batch[]): Batch | null =>
  batches.reduce<Batch | null>(
    (newest, each) => (newest === null || each.startedAt > newest.startedAt ? each : newest),
    null,
  );

/** What runs under a node. */
interface Side<Batch> {
  readonly node: number;
  readonly batches: readonly Batch[];
}

/** A choice for one asker: who may go now, and what lacks. */
class Cut<Batch extends RunningBatch> {
  constructor(
    private readonly shares: PoolShares,
    private readonly asker: CutAsker,
    private readonly holder: number,
    private readonly now: number,
  ) {}

  claim({ charge }: Batch): Claim | null {
    return claimOn(this.shares, this.asker, this.holder, charge.leaf, this.now);
  }

  /**
   * The first to go of those that may, as things stand: who borrows before who runs on the asker's right; then, down from
   * the root, the node that would still borrow most for its weight with one place less (the asker's place, for all), as
   * the order of dispatch would have served it last; of equals who borrows most now, then where the newest runs.
   */
  first(among: readonly Batch[]): Batch | null {
    const claims = new Map(among.map((batch) => [batch, this.claim(batch)]));
    const may = among.filter((batch) => (claims.get(batch)?.inMs ?? Infinity) <= 0);
    const borrowers = may.filter((batch) => claims.get(batch)?.onOwnRight === false);
    let left: readonly Batch[] = borrowers.length > 0 ? borrowers : may;
    for (let level = 0; new Set(left.map(({ charge }) => charge.leaf)).size > 1; level += 1)
      left = this.at(level, left);
    return newestOf(left);
  }

  /** Those under the node that goes first at a level, the root's being 0. */
  private at(level: number, among: readonly Batch[]): readonly Batch[] {
    const under = new Map<number, Batch[]>();
    for (const batch of among) {
      const node = this.ancestor(batch.charge.leaf, level);
      const others = under.get(node);
      if (others === undefined) under.set(node, [batch]);
      else others.push(batch);
    }
    const groups = [...under].map(([node, batches]) => ({ node, batches }));
    return groups.reduce((best, each) => (this.compare(each, best) > 0 ? each : best)).batches;
  }

  /** Above 0 when the requests under `a` go before those under its sibling `b`. */
  private compare(a: Side<Batch>, b: Side<Batch>): number {
    const place = this.asker.occupied / this.asker.sequences;
    const compared = (less: number) =>
      compareShares(borrowing(this.shares, a.node, less), borrowing(this.shares, b.node, less));
    const startOf = ({ batches }: Side<Batch>) => newestOf(batches)?.startedAt ?? 0;
    return compared(place) || compared(0) || startOf(a) - startOf(b);
  }

  private ancestor(leaf: number, level: number): number {
    const path: number[] = [];
    for (let n = leaf; n >= 0; n = this.shares.tree.parent[n] ?? -1) path.push(n);
    return path[path.length - 1 - level] ?? leaf;
  }

  /**
   * Enough of them for the asker to run, one after another as they are first to go, each judged without those before it;
   * then, the last first, without whom it is enough as well. `null` when all are not enough. The account is as before.
   */
  enough(among: readonly Batch[], places: number): readonly Batch[] | null {
    const taken = new Set<Batch>();
    try {
      while (!this.suffices(taken, places)) {
        const next = this.first(among.filter((batch) => !taken.has(batch)));
        if (next === null) return null;
        this.use(next, -1);
        taken.add(next);
      }
      for (const batch of [...taken].reverse()) {
        this.use(batch, 1);
        taken.delete(batch);
        if (this.suffices(taken, places)) continue;
        this.use(batch, -1);
        taken.add(batch);
      }
      // Who was looked at again went to the end: as they were taken, the last was looked at first.
      return [...taken].reverse();
    } finally {
      for (const batch of taken) this.use(batch, 1);
    }
  }

  private use({ charge }: Batch, sign: 1 | -1): void {
    this.shares.quota.addUsage(charge.leaf, sign * charge.occupied);
  }

  private suffices(taken: ReadonlySet<Batch>, places: number): boolean {
    let freed = 0;
    for (const { charge } of taken) freed += charge.sequences;
    return freed >= places && this.shares.quota.available(this.asker.leaf) >= this.asker.occupied;
  }
}

/**
 * Which running batch requests give way to a request that waits within its right and finds no room: those of nodes that
 * borrow, in the order of `Cut.first`; else such as run on the same right. As many as it needs and none more, on one server
 * where it lacks places: the one where the fewest have to go, of such the one where the first to go runs. None that runs
 * within another's nominal, that has run too shortly or was cut too often. The decision only; whoever runs the requests
 * cuts them and puts them back in line. Rules: ADR 0014; what of it is exact: ADR 0038. O(places × running × depth).
 */
export const batchToCut = <Batch extends RunningBatch>(
  shares: PoolShares,
  asker: CutAsker,
  running: Iterable<Batch>,
  now: number,
): CutChoice<Batch> => {
  const holder = shares.holderOf(asker.leaf);
  if (holder < 0) return { batches: [], againInMs: Infinity };
  const late = shares.buckets.msUntilRight(holder, now);
  if (late > 0) return { batches: [], againInMs: late };
  const cut = new Cut<Batch>(shares, asker, holder, now);
  const lacksPlaces = asker.free < asker.sequences;
  const groups = new Map<EndpointId, { readonly places: number; readonly batches: Batch[] }>();
  let againInMs = Infinity;
  for (const batch of running) {
    const { charge, startedAt, cuts, server } = batch;
    if (server === null || cuts >= MOST_CUTS || charge.leaf < 0) continue;
    const claim = cut.claim(batch);
    const youngMs = startedAt + leastRunMs(cuts) - now;
    const inMs = Math.max(claim?.inMs ?? 0, youngMs);
    if (claim !== null && inMs > 0) againInMs = Math.min(againInMs, inMs);
    if (youngMs > 0) continue;
    const places = lacksPlaces ? asker.sequences - server.free : 0;
    const key = lacksPlaces ? server.endpointId : "";
    const group = groups.get(key) ?? { places, batches: [] };
    groups.set(key, group);
    group.batches.push(batch);
  }
  let best: readonly Batch[] = [];
  for (const { places, batches: among } of groups.values()) {
    const batches = cut.enough(among, places);
    if (batches?.[0] === undefined) continue;
    const fewer = best[0] === undefined ? 1 : best.length - batches.length;
    const goesFirst = best[0] !== undefined && cut.first([best[0], batches[0]]) === batches[0];
    if (fewer > 0 || (fewer === 0 && goesFirst)) best = batches;
  }
  return { batches: best, againInMs: best.length > 0 ? Infinity : againInMs };
};
