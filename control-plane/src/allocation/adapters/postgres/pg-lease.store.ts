import type { LeaseResponseV1 } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { PeriodBook, type Holding, type PeriodKey, type PeriodRow } from "../../domain/period-book.js";
import type { AnsweredCall, CallingEpoch, LeaseStore, PeriodToBegin } from "../../ports/lease-store.port.js";
import * as sql from "./lease-statements.js";

interface PeriodRecord {
  readonly budget_id: string;
  readonly period_start: Date;
  readonly period_end: Date;
  readonly organisation_id: string;
  readonly amount: string;
  readonly settled: string;
  readonly leased: string;
}

interface CallRecord {
  readonly call: string;
  readonly answer: LeaseResponseV1 | null;
  readonly lost: boolean;
}

interface HoldingRecord {
  readonly budget_id: string;
  readonly period_start: Date;
  readonly replica: string;
  readonly epoch: string;
  readonly outstanding: string;
}

export class PgLeaseStore implements LeaseStore {
  async lockCalls(ctx: Context, replica: string, epoch: number): Promise<AnsweredCall | undefined> {
    await rowsOf(ctx, sql.BEGIN_CALLS, [replica, epoch, ctx.clock.now()]);
    const [row] = await rowsOf<CallRecord>(ctx, sql.LOCK_CALLS, [replica, epoch]);
    return row === undefined ? undefined : { ...row, call: Number(row.call) };
  }

  findEpoch(ctx: Context, replica: string, epoch: number): Promise<CallingEpoch | undefined> {
    return epochBy(ctx, sql.FIND_EPOCH, replica, epoch);
  }

  lockEpoch(ctx: Context, replica: string, epoch: number): Promise<CallingEpoch | undefined> {
    return epochBy(ctx, sql.LOCK_EPOCH, replica, epoch);
  }

  async markLost(ctx: Context, replica: string, epoch: number): Promise<void> {
    await rowsOf(ctx, sql.MARK_LOST, [replica, epoch]);
  }

  async forgetWindows(ctx: Context, before: Date): Promise<void> {
    const ended = await rowsOf<Pick<PeriodRecord, "budget_id" | "period_start">>(ctx, sql.FORGET_WINDOWS, [before]);
    if (ended.length === 0) return;
    const keys = [ended.map((row) => row.budget_id), ended.map((row) => row.period_start)];
    await rowsOf(ctx, sql.DELETE_PERIODS, keys);
  }

  async saveCall(ctx: Context, replica: string, epoch: number, call: number, answer: LeaseResponseV1): Promise<void> {
    await rowsOf(ctx, sql.SAVE_CALL, [replica, epoch, call, JSON.stringify(answer), ctx.clock.now()]);
  }

  async heldPeriods(ctx: Context, replica: string, epochs: readonly number[]): Promise<readonly PeriodKey[]> {
    if (epochs.length === 0) return [];
    return (await rowsOf<HoldingRecord>(ctx, sql.HELD, [replica, epochs])).map(holdingOf);
  }

  async activeReplicas(ctx: Context, since: Date): Promise<readonly string[]> {
    return (await rowsOf<{ replica: string }>(ctx, sql.ACTIVE_REPLICAS, [since])).map((row) => row.replica);
  }

  async open(
    ctx: Context,
    replica: string,
    keys: readonly PeriodKey[],
    begin: readonly PeriodToBegin[],
  ): Promise<PeriodBook> {
    if (begin.length > 0) {
      const ends = begin.map((period) => new Date(period.periodEnd));
      await rowsOf(ctx, sql.BEGIN_BUDGET_PERIODS, [...columnsOf(begin), ends]);
      await rowsOf(ctx, sql.BEGIN_LIMIT_WINDOWS, [...columnsOf(begin), ends]);
    }
    if (keys.length === 0) return new PeriodBook([], []);
    const periods = await rowsOf<PeriodRecord>(ctx, sql.LOCK_PERIODS, columnsOf(keys));
    const holdings = await rowsOf<HoldingRecord>(ctx, sql.HOLDINGS, [...columnsOf(keys), replica]);
    return new PeriodBook(periods.map(periodOf), holdings.map(holdingOf));
  }

  async apply(ctx: Context, book: PeriodBook): Promise<void> {
    const deltas = book.deltas();
    if (deltas.length === 0) return;
    const written = await countOf(ctx, sql.APPLY_DELTAS, [
      ...columnsOf(deltas),
      deltas.map((delta) => delta.settled),
      deltas.map((delta) => delta.leased),
      deltas.map((delta) => delta.granted),
    ]);
    if (written !== deltas.length) throw new Error("a lease would pass the ceiling of its budget");
    const holdings = book.changedHoldings();
    const kept = holdings.filter((holding) => holding.outstanding > 0);
    const gone = holdings.filter((holding) => holding.outstanding === 0);
    if (gone.length > 0) await rowsOf(ctx, sql.DELETE_HOLDINGS, ownersOf(gone));
    if (kept.length > 0) {
      await rowsOf(ctx, sql.SAVE_HOLDINGS, [...ownersOf(kept), kept.map((holding) => holding.outstanding)]);
    }
  }

  async holdings(ctx: Context, budgetId: string): Promise<readonly Holding[]> {
    return (await rowsOf<HoldingRecord>(ctx, sql.HOLDINGS_OF_BUDGET, [budgetId])).map(holdingOf);
  }
}

const columnsOf = (keys: readonly PeriodKey[]): [string[], Date[]] => [
  keys.map((key) => key.budgetId),
  keys.map((key) => new Date(key.periodStart)),
];

const ownersOf = (holdings: readonly Holding[]): unknown[] => [
  ...columnsOf(holdings),
  holdings.map((holding) => holding.replica),
  holdings.map((holding) => holding.epoch),
];

const periodOf = (row: PeriodRecord): PeriodRow => ({
  budgetId: row.budget_id,
  periodStart: row.period_start.getTime(),
  periodEnd: row.period_end.getTime(),
  organisationId: row.organisation_id,
  amount: Number(row.amount),
  settled: Number(row.settled),
  leased: Number(row.leased),
});

const holdingOf = (row: HoldingRecord): Holding => ({
  budgetId: row.budget_id,
  periodStart: row.period_start.getTime(),
  replica: row.replica,
  epoch: Number(row.epoch),
  outstanding: Number(row.outstanding),
});

async function epochBy(
  ctx: Context,
  statement: string,
  replica: string,
  epoch: number,
): Promise<CallingEpoch | undefined> {
  const [row] = await rowsOf<{ answered_at: Date; lost: boolean }>(ctx, statement, [replica, epoch]);
  return row === undefined ? undefined : { replica, epoch, lastCallAt: row.answered_at, lost: row.lost };
}
