import { blockSize, type BlockRequest } from "./block-size.js";
import { leftOf } from "./budget.js";

/** One period of one budget. */
export interface PeriodKey {
  readonly budgetId: string;
  /** Epoch milliseconds. */
  readonly periodStart: number;
}

export interface PeriodRow extends PeriodKey {
  readonly periodEnd: number;
  readonly organisationId: string;
  amount: number;
  settled: number;
  leased: number;
}

/** What one life of one replica holds of a period. */
export interface Holding extends PeriodKey {
  readonly replica: string;
  readonly epoch: number;
  outstanding: number;
}

/** What one operation changed; stores apply these as differences, never as absolute values. */
export interface PeriodDelta extends PeriodKey {
  readonly settled: number;
  readonly leased: number;
  /** Part of `leased` that was newly granted: must still fit under the ceiling when it is stored. */
  readonly granted: number;
}

const keyOf = (key: PeriodKey): string => `${key.budgetId}@${String(key.periodStart)}`;
const holdingKey = (key: PeriodKey, replica: string, epoch: number): string =>
  `${keyOf(key)}/${replica}/${String(epoch)}`;

/**
 * What all replicas have been leased of some periods, over rows that the caller has locked. Keeps `leased` = Σ
 * outstanding, and never grants past `settled + leased ≤ amount`. Pure: it changes its own copies and lists the
 * differences.
 */
export class PeriodBook {
  private readonly periods = new Map<string, PeriodRow>();
  private readonly held = new Map<string, Holding>();
  private readonly changes = new Map<string, PeriodDelta>();
  private readonly touched = new Set<string>();

  constructor(periods: readonly PeriodRow[], holdings: readonly Holding[]) {
    for (const row of periods) this.periods.set(keyOf(row), { ...row });
    for (const row of holdings) this.held.set(holdingKey(row, row.replica, row.epoch), { ...row });
  }

  period(key: PeriodKey): PeriodRow | undefined {
    return this.periods.get(keyOf(key));
  }

  /** Leases a block; answers the amount, 0 when nothing is left. */
  grant(key: PeriodKey, to: Owner, wish: Omit<BlockRequest, "left">): number {
    const row = this.period(key);
    if (row === undefined) return 0;
    const amount = blockSize({ ...wish, left: leftOf(row.amount, row) });
    if (amount > 0) this.move(key, to, { outstanding: amount, settled: 0, granted: amount });
    return amount;
  }

  /** Takes back what a replica no longer counts on; more than it holds is ignored. */
  giveBack(key: PeriodKey, from: Owner, amount: number): void {
    const back = Math.min(amount, this.outstanding(key, from));
    if (back > 0) this.move(key, from, { outstanding: -back, settled: 0, granted: 0 });
  }

  /** Counts a charge, out of what the replica's epoch holds as far as that goes; a period long gone counts nothing. */
  settle(key: PeriodKey, by: Owner, amount: number): void {
    if (this.period(key) === undefined) return;
    const covered = Math.min(amount, this.outstanding(key, by));
    if (amount > 0) this.move(key, by, { outstanding: -covered, settled: amount, granted: 0 });
  }

  /** Counts all that an epoch still holds of a period as used: what its lost records would have said is not known. */
  spend(key: PeriodKey, by: Owner): number {
    const amount = this.outstanding(key, by);
    this.settle(key, by, amount);
    return amount;
  }

  /** Releases all that an epoch still holds: its records have all been settled. */
  close(replica: string, epoch: number): void {
    for (const holding of [...this.held.values()]) {
      if (holding.replica === replica && holding.epoch === epoch) {
        this.giveBack(holding, { replica, epoch }, holding.outstanding);
      }
    }
  }

  outstanding(key: PeriodKey, of: Owner): number {
    return this.held.get(holdingKey(key, of.replica, of.epoch))?.outstanding ?? 0;
  }

  /** Differences since the book was opened, in a fixed order. */
  deltas(): readonly PeriodDelta[] {
    return [...this.changes.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, delta]) => delta);
  }

  /** Holdings whose outstanding amount changed; 0 means that the row can go. */
  changedHoldings(): readonly Holding[] {
    return [...this.touched].sort().flatMap((key) => this.held.get(key) ?? []);
  }

  private move(key: PeriodKey, owner: Owner, by: { outstanding: number; settled: number; granted: number }): void {
    const row = this.period(key);
    if (row === undefined) throw new Error(`period ${keyOf(key)} is not in this book`);
    row.settled += by.settled;
    row.leased += by.outstanding;
    const id = holdingKey(key, owner.replica, owner.epoch);
    const holding = this.held.get(id) ?? {
      budgetId: key.budgetId,
      periodStart: key.periodStart,
      replica: owner.replica,
      epoch: owner.epoch,
      outstanding: 0,
    };
    holding.outstanding += by.outstanding;
    this.held.set(id, holding);
    if (by.outstanding !== 0) this.touched.add(id);
    const past = this.changes.get(keyOf(key));
    this.changes.set(keyOf(key), {
      budgetId: key.budgetId,
      periodStart: key.periodStart,
      settled: (past?.settled ?? 0) + by.settled,
      leased: (past?.leased ?? 0) + by.outstanding,
      granted: (past?.granted ?? 0) + by.granted,
    });
  }
}

export interface Owner {
  readonly replica: string;
  readonly epoch: number;
}
