import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { numbers, Table, values } from "../../../platform/database/table.js";
import { budgetPeriodAt, type Budget } from "../../domain/budget.js";
import type { BudgetBalance, BudgetRepository } from "../../ports/budget-repository.port.js";

const BUDGETS = new Table<Budget>("budget", {
  ...values("id", "nodeId", "nodeType", "organisationId", "unit", "period", "modelId", "onExhaust", "hard"),
  ...values("firstMonth"),
  ...numbers("amount"),
});
const KEY = ["node_id", "unit", "period", "model_id"];
const LIST = "WHERE $1::uuid[] IS NULL OR node_id = ANY ($1) ORDER BY node_id, unit, period, model_id NULLS FIRST";
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
  list = (ctx: Context, nodeIds?: readonly string[]): Promise<readonly Budget[]> =>
    BUDGETS.select(ctx, LIST, [nodeIds ?? null]);

  named = (ctx: Context, ids: readonly string[], nodeIds: readonly string[] = []): Promise<readonly Budget[]> =>
    BUDGETS.select(ctx, "WHERE id = ANY ($1::uuid[]) OR node_id = ANY ($2::uuid[])", [ids, nodeIds]);

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
    const saved = await BUDGETS.save(ctx, budget, KEY, ["node_type"]);
    await rowsOf(ctx, SAVE_PERIODS, [saved.id, budget.amount, at]);
    return saved;
  }
}
