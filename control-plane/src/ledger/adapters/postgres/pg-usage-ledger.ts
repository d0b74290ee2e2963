import type { Amounts } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { TakenIn } from "../../domain/batch.js";
import { rollUp, type LedgerEntry } from "../../domain/ledger-entry.js";
import type { DayAmounts, UsageGroup } from "../../domain/usage-report.js";
import type { DayRange, LedgerTotals, UsageLedger } from "../../ports/usage-ledger.port.js";
import * as sql from "./ledger-statements.js";

const COLUMN = {
  ministry: "organisation_id",
  organisation: "organisation_id",
  use_case: "use_case_id",
  application: "application_id",
  model: "model_id",
} as const satisfies Record<UsageGroup, string>;

export class PgUsageLedger implements UsageLedger {
  async lockTakenIn(ctx: Context, replica: string, epoch: number): Promise<TakenIn> {
    await rowsOf(ctx, sql.BEGIN_EPOCH, [replica, epoch, ctx.clock.now()]);
    type Row = { readonly sequence: string; readonly setAside: readonly string[] };
    const [row] = await rowsOf<Row>(ctx, sql.LOCK_HIGH_WATER, [replica, epoch]);
    return { highWater: Number(row?.sequence ?? 0), setAside: new Set(row?.setAside.map(Number)) };
  }

  async setTakenIn(ctx: Context, replica: string, epoch: number, { highWater, setAside }: TakenIn): Promise<void> {
    await rowsOf(ctx, sql.SET_HIGH_WATER, [replica, epoch, highWater, [...setAside], ctx.clock.now()]);
  }

  async append(ctx: Context, entries: readonly LedgerEntry[]): Promise<void> {
    for (const day of new Set(entries.map((entry) => entry.day))) await rowsOf(ctx, sql.BEGIN_DAY, [day]);
    await rowsOf(ctx, sql.APPEND_RECORDS, [JSON.stringify(entries.map(recordRow), storable)]);
    await rowsOf(ctx, sql.ADD_DAILY, [JSON.stringify(rollUp(entries))]);
  }

  async daily(ctx: Context, { fromDay, toDay }: DayRange, group: UsageGroup): Promise<readonly DayAmounts[]> {
    return rowsOf<DayAmounts>(ctx, sql.dailyBy(COLUMN[group]), [fromDay, toDay]);
  }

  async ofUseCases(
    ctx: Context,
    { fromDay, toDay }: DayRange,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Amounts>> {
    type Row = { readonly id: string; readonly amounts: Amounts };
    const rows = await rowsOf<Row>(ctx, sql.OF_USE_CASES, [fromDay, toDay, ids]);
    return new Map(rows.map(({ id, amounts }) => [id, amounts]));
  }

  async newest(ctx: Context): Promise<Date | null> {
    const [row] = await rowsOf<{ newest: Date | null }>(ctx, sql.NEWEST);
    return row?.newest ?? null;
  }

  async totals(ctx: Context, fromRecords = false): Promise<LedgerTotals> {
    const [row] = await rowsOf<LedgerTotals>(ctx, fromRecords ? sql.TOTALS_OF_RECORDS : sql.TOTALS);
    if (row === undefined) throw new Error("an aggregate answers one row");
    return row;
  }
}

/** jsonb takes neither NUL nor half a surrogate pair, and what callers write in `model` can hold both. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("\0", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD") : value;

const recordRow = ({ record, ...dimensions }: LedgerEntry) => ({
  ...dimensions,
  replica: record.replica,
  epoch: record.epoch,
  sequence: record.sequence,
  decisionId: record.decision.id,
  at: new Date(record.decision.at),
  outcome: record.decision.outcome,
  code: record.decision.code,
  decision: record.decision,
  usage: record.usage,
});
