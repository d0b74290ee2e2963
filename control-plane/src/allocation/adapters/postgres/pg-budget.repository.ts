import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { budgetPeriodAt, type Budget } from "../../domain/budget.js";
import type { BudgetBalance, BudgetRepository } from "../../ports/budget-repository.port.js";

type Row = Omit<Budget, "amount"> & { readonly amount: string };

const COLUMNS = `id, node_id AS "nodeId", node_type AS "nodeType", organisation_id AS "organisationId", unit, period,
  amount, model_id AS "modelId", on_exhaust AS "onExhaust", hard, first_month AS "firstMonth"`;
const LIST = `SELECT ${COLUMNS} FROM budget WHERE $1::uuid[] IS NULL OR node_id = ANY ($1)
  ORDER BY node_id, unit, period, model_id NULLS FIRST`;
const NAMED = `SELECT ${COLUMNS} FROM budget WHERE id = ANY ($1::uuid[]) OR node_id = ANY ($2::uuid[])`;
const SAVE = `INSERT INTO budget (id, node_id, node_type, organisation_id, unit, period, amount, model_id,
    on_exhaust, hard, first_month)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (node_id, unit, period, model_id) DO UPDATE SET amount = excluded.amount,
    organisation_id = excluded.organisation_id, on_exhaust = excluded.on_exhaust, hard = excluded.hard,
    first_month = excluded.first_month
  RETURNING ${COLUMNS}`;
const SAVE_PERIODS = `UPDATE budget_period
  SET amount = $2::bigint, overrun = greatest(overrun, settled + leased - $2::bigint)
  WHERE budget_id = $1 AND period_end > $3`;
const BALANCES = `SELECT budget_id, period_start, amount, settled, leased FROM budget_period
  WHERE (budget_id, period_start) IN (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]))`;

interface PeriodRow {
  readonly budget_id: string;
  readonly settled: string;
  readonly leased: string;
}

export class PgBudgetRepository implements BudgetRepository {
  async list(ctx: Context, nodeIds?: readonly string[]): Promise<readonly Budget[]> {
    return (await rowsOf<Row>(ctx, LIST, [nodeIds ?? null])).map(budgetOf);
  }

  async named(ctx: Context, ids: readonly string[], nodeIds: readonly string[] = []): Promise<readonly Budget[]> {
    return (await rowsOf<Row>(ctx, NAMED, [ids, nodeIds])).map(budgetOf);
  }

  async balances(ctx: Context, at: Date, nodeIds?: readonly string[]): Promise<readonly BudgetBalance[]> {
    const budgets = await this.list(ctx, nodeIds);
    const periods = budgets.map((budget) => budgetPeriodAt(budget, at));
    const keys = [budgets.map((budget) => budget.id), periods.map((period) => period.start.toISOString())];
    const rows = await rowsOf<PeriodRow>(ctx, BALANCES, keys);
    const byBudget = new Map(rows.map((row) => [row.budget_id, row]));
    return budgets.map((budget, index) => {
      const { start, end } = periods[index] ?? budgetPeriodAt(budget, at);
      const row = byBudget.get(budget.id);
      const balance = { settled: Number(row?.settled ?? 0), leased: Number(row?.leased ?? 0) };
      return { ...budget, ...balance, periodStart: start, periodEnd: end };
    });
  }

  async save(ctx: Context, budget: Budget, at: Date): Promise<Budget> {
    const { id, nodeId, nodeType, organisationId, unit, period, amount } = budget;
    const { modelId, onExhaust, hard, firstMonth } = budget;
    const values = [id, nodeId, nodeType, organisationId, unit, period, amount, modelId, onExhaust, hard, firstMonth];
    const [row] = await rowsOf<Row>(ctx, SAVE, values);
    if (row === undefined) throw new Error("an upsert answers its row");
    await rowsOf(ctx, SAVE_PERIODS, [row.id, amount, at]);
    return budgetOf(row);
  }
}

const budgetOf = (row: Row): Budget => ({ ...row, amount: Number(row.amount) });
