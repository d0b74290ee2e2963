import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { TakenIn } from "../../domain/batch.js";
import type { Figures } from "../../domain/figures.js";
import { rollUp, type LedgerEntry } from "../../domain/ledger-entry.js";
import type { DayFigures, UsageGroup } from "../../domain/usage-report.js";
import type { DayRange, LedgerTotals, UsageLedger } from "../../ports/usage-ledger.port.js";
import * as sql from "./ledger-statements.js";

const COLUMN = {
  ministry: "organisation_id",
  organisation: "organisation_id",
  use_case: "use_case_id",
  application: "application_id",
  model: "model_id",
} as const satisfies Record<UsageGroup, string>;

type FigureRow = { readonly [Figure in keyof Figures]: string | null };

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
    const lines = rollUp(entries).map(({ figures, ...line }) => ({ ...line, ...figures }));
    await rowsOf(ctx, sql.ADD_DAILY, [JSON.stringify(lines)]);
  }

  async daily(ctx: Context, { fromDay, toDay }: DayRange, group: UsageGroup): Promise<readonly DayFigures[]> {
    type Row = FigureRow & { readonly day: string; readonly key: string | null };
    const rows = await rowsOf<Row>(ctx, sql.dailyBy(COLUMN[group]), [fromDay, toDay]);
    return rows.map((row) => ({ day: row.day, key: row.key, figures: figuresOfRow(row) }));
  }

  async ofUseCases(
    ctx: Context,
    { fromDay, toDay }: DayRange,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Figures>> {
    const rows = await rowsOf<FigureRow & { readonly id: string }>(ctx, sql.OF_USE_CASES, [fromDay, toDay, ids]);
    return new Map(rows.map((row) => [row.id, figuresOfRow(row)]));
  }

  async newest(ctx: Context): Promise<Date | null> {
    const [row] = await rowsOf<{ newest: Date | null }>(ctx, sql.NEWEST);
    return row?.newest ?? null;
  }

  async totals(ctx: Context, fromRecords = false): Promise<LedgerTotals> {
    const [row] = await rowsOf<FigureRow & { readonly newest: Date | null }>(
      ctx,
      fromRecords ? sql.TOTALS_OF_RECORDS : sql.TOTALS,
    );
    if (row === undefined) throw new Error("an aggregate answers one row");
    return { figures: figuresOfRow(row), newest: row.newest };
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

const figuresOfRow = (row: FigureRow): Figures => ({
  requests: Number(row.requests),
  refused: Number(row.refused),
  estimated: Number(row.estimated),
  inputTokens: Number(row.inputTokens),
  cachedInputTokens: Number(row.cachedInputTokens),
  outputTokens: Number(row.outputTokens),
  costMicroEuro: Number(row.costMicroEuro),
  gpuMicroSeconds: Number(row.gpuMicroSeconds),
  nanoKWh: Number(row.nanoKWh),
  nanoKgCO2eq: Number(row.nanoKgCO2eq),
});
