import type { LeaseResponseV1 } from "@socle/contracts";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import { budgetPeriodAt, type Budget } from "../../../../control-plane/src/allocation/domain/budget.js";
import {
  PeriodBook,
  type Holding,
  type PeriodKey,
  type PeriodRow,
} from "../../../../control-plane/src/allocation/domain/period-book.js";
import type {
  BudgetBalance,
  BudgetRepository,
} from "../../../../control-plane/src/allocation/ports/budget-repository.port.js";
import type {
  AnsweredCall,
  CallingEpoch,
  LeaseStore,
  PeriodToBegin,
} from "../../../../control-plane/src/allocation/ports/lease-store.port.js";
import { by } from "../memory-list.js";
import { MemoryRows } from "../memory-records.js";
import { MemoryUsageLimitRepository } from "./memory-usage-limit.repository.js";

const keyOf = (key: PeriodKey): string => `${key.budgetId}@${String(key.periodStart)}`;
/** What stands once at most. */
const placeOf = ({ nodeId, unit, period, modelId }: Budget) => [nodeId, unit, period, modelId ?? ""] as const;

/** Budgets and their leases over the same rows, as the two repositories share tables in PostgreSQL. */
export class MemoryBudgets implements BudgetRepository, LeaseStore {
  constructor(private readonly limits = new MemoryUsageLimitRepository()) {}

  private readonly budgets = new MemoryRows<Budget>();
  private readonly periods = new Map<string, PeriodRow>();
  private readonly calls = new Map<string, AnsweredCall & { readonly replica: string; readonly at: Date }>();
  private held: Holding[] = [];

  list(_ctx: Context, nodeIds?: readonly string[]): Promise<readonly Budget[]> {
    return Promise.resolve(this.budgets.where(({ nodeId }) => nodeIds?.includes(nodeId) ?? true).sort(by(placeOf)));
  }

  named(_ctx: Context, ids: readonly string[], nodeIds: readonly string[] = []): Promise<readonly Budget[]> {
    return Promise.resolve(this.budgets.where(({ id, nodeId }) => ids.includes(id) || nodeIds.includes(nodeId)));
  }

  async balances(ctx: Context, at: Date, nodeIds?: readonly string[]): Promise<readonly BudgetBalance[]> {
    return (await this.list(ctx, nodeIds)).map((budget) => {
      const { start, end } = budgetPeriodAt(budget, at);
      const row = this.periods.get(keyOf({ budgetId: budget.id, periodStart: start.getTime() }));
      const balance = { settled: row?.settled ?? 0, leased: row?.leased ?? 0 };
      return { ...budget, ...balance, periodStart: start, periodEnd: end };
    });
  }

  async save(_ctx: Context, row: Budget, at: Date): Promise<Budget> {
    const [known] = this.budgets.where((other) => placeOf(other).join() === placeOf(row).join());
    const stored = { ...row, id: known?.id ?? row.id };
    await this.budgets.put(stored);
    for (const period of this.periods.values()) {
      if (period.budgetId === stored.id && period.periodEnd > at.getTime()) {
        period.amount = stored.amount;
      }
    }
    return stored;
  }

  lockCalls(_ctx: Context, replica: string, epoch: number): Promise<AnsweredCall | undefined> {
    return Promise.resolve(this.calls.get(`${replica}/${String(epoch)}`));
  }

  saveCall(ctx: Context, replica: string, epoch: number, call: number, answer: LeaseResponseV1): Promise<void> {
    this.calls.set(`${replica}/${String(epoch)}`, { call, answer, lost: false, replica, at: ctx.clock.now() });
    return Promise.resolve();
  }

  findEpoch(_ctx: Context, replica: string, epoch: number): Promise<CallingEpoch | undefined> {
    const call = this.calls.get(`${replica}/${String(epoch)}`);
    if (call === undefined) return Promise.resolve(undefined);
    return Promise.resolve({ replica, epoch, lastCallAt: call.at, lost: call.lost });
  }

  lockEpoch(ctx: Context, replica: string, epoch: number): Promise<CallingEpoch | undefined> {
    return this.findEpoch(ctx, replica, epoch);
  }

  markLost(_ctx: Context, replica: string, epoch: number): Promise<void> {
    const key = `${replica}/${String(epoch)}`;
    const call = this.calls.get(key);
    if (call !== undefined) this.calls.set(key, { ...call, lost: true });
    return Promise.resolve();
  }

  forgetWindows(_ctx: Context, before: Date): Promise<void> {
    for (const [key, row] of this.periods) {
      if (row.periodEnd >= before.getTime() || this.limits.get(row.budgetId) === undefined) continue;
      this.periods.delete(key);
      this.held = this.held.filter((holding) => keyOf(holding) !== key);
    }
    return Promise.resolve();
  }

  heldPeriods(_ctx: Context, replica: string, epochs: readonly number[]): Promise<readonly PeriodKey[]> {
    return Promise.resolve(this.held.filter((row) => row.replica === replica && epochs.includes(row.epoch)));
  }

  activeReplicas(_ctx: Context, since: Date): Promise<readonly string[]> {
    const recent = [...this.calls.values()]
      .filter((call) => call.at >= since && !call.lost)
      .map((call) => call.replica);
    return Promise.resolve([...new Set(recent)].sort());
  }

  open(
    _ctx: Context,
    replica: string,
    keys: readonly PeriodKey[],
    begin: readonly PeriodToBegin[],
  ): Promise<PeriodBook> {
    for (const period of begin) this.begin(period);
    const wanted = new Set(keys.map(keyOf));
    const periods = [...this.periods.values()].filter((row) => wanted.has(keyOf(row)));
    const holdings = this.held.filter((row) => row.replica === replica && wanted.has(keyOf(row)));
    return Promise.resolve(new PeriodBook(periods, holdings));
  }

  holdings(_ctx: Context, budgetId: string): Promise<readonly Holding[]> {
    return Promise.resolve(this.held.filter((row) => row.budgetId === budgetId));
  }

  apply(_ctx: Context, book: PeriodBook): Promise<void> {
    for (const delta of book.deltas()) {
      const row = this.periods.get(keyOf(delta));
      if (row === undefined) throw new Error("a book holds only known periods");
      if (delta.granted > 0 && row.settled + delta.settled + row.leased + delta.leased > row.amount) {
        throw new Error("a lease would pass the ceiling of its budget");
      }
      row.settled += delta.settled;
      row.leased += delta.leased;
    }
    const changed = book.changedHoldings();
    const same = (left: Holding, right: Holding): boolean =>
      keyOf(left) === keyOf(right) && left.replica === right.replica && left.epoch === right.epoch;
    const untouched = this.held.filter((row) => !changed.some((each) => same(each, row)));
    this.held = [...untouched, ...changed.filter((row) => row.outstanding > 0)];
    return Promise.resolve();
  }

  private begin({ budgetId, periodStart, periodEnd }: PeriodToBegin): void {
    const key = keyOf({ budgetId, periodStart });
    const budget = this.budgets.get(budgetId);
    const limit = this.limits.get(budgetId);
    const found = budget ?? (limit === undefined ? undefined : { ...limit, amount: limit.value });
    if (found === undefined || this.periods.has(key)) return;
    const { organisationId, amount } = found;
    this.periods.set(key, { budgetId, periodStart, periodEnd, organisationId, amount, settled: 0, leased: 0 });
  }
}
