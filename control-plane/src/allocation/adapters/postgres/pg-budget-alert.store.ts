import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import type { BudgetAlertStore, Crossing } from "../../ports/budget-alert.port.js";

type Row = Omit<Crossing, "amount" | "settled"> & { readonly amount: string; readonly settled: string };

const DUE = `SELECT budget.id AS "budgetId", period.period_start AS "periodStart", it.threshold,
    budget.organisation_id AS "organisationId", budget.node_id AS "nodeId", budget.unit, period.amount, period.settled
  FROM budget_period period
  JOIN budget ON budget.id = period.budget_id
  CROSS JOIN unnest($2::smallint[]) AS it(threshold)
  WHERE period.period_end > $1 AND period.settled > 0 AND period.settled * 100 >= period.amount * it.threshold
    AND NOT EXISTS (SELECT FROM budget_alert told WHERE told.budget_id = period.budget_id
                      AND told.period_start = period.period_start AND told.threshold = it.threshold)
  ORDER BY budget.id, it.threshold LIMIT 200`;
const NOTE = `INSERT INTO budget_alert (budget_id, period_start, threshold, organisation_id, at)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`;

export class PgBudgetAlertStore implements BudgetAlertStore {
  async due(ctx: Context, at: Date, thresholds: readonly number[]): Promise<readonly Crossing[]> {
    const rows = await rowsOf<Row>(ctx, DUE, [at, thresholds]);
    return rows.map((row) => ({ ...row, amount: Number(row.amount), settled: Number(row.settled) }));
  }

  async note(ctx: Context, { budgetId, periodStart, threshold, organisationId }: Crossing): Promise<boolean> {
    return (await countOf(ctx, NOTE, [budgetId, periodStart, threshold, organisationId, ctx.clock.now()])) > 0;
  }
}
