import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { numbers, Table, values } from "../../../platform/database/table.js";
import { limitWindowAt, type UsageLimit } from "../../domain/usage-limit.js";
import type { LimitBalance, UsageLimitRepository } from "../../ports/usage-limit-repository.port.js";

const LIMITS = new Table<UsageLimit>("usage_limit", {
  ...values("id", "nodeId", "nodeType", "organisationId", "kind", "modelId", "hard"),
  ...numbers("value"),
});
const KEY = ["node_id", "kind", "model_id"];
const LIST = "WHERE $1::uuid[] IS NULL OR node_id = ANY ($1) ORDER BY node_id, kind, model_id NULLS FIRST";
const SAVE_WINDOWS = `UPDATE budget_period
  SET amount = $2::bigint, overrun = greatest(overrun, settled + leased - $2::bigint)
  WHERE budget_id = $1 AND period_end > $3`;
const BALANCES = `SELECT budget_id, settled, leased FROM budget_period
  WHERE (budget_id, period_start) IN (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]))`;

export class PgUsageLimitRepository implements UsageLimitRepository {
  list = (ctx: Context, nodeIds?: readonly string[]): Promise<readonly UsageLimit[]> =>
    LIMITS.select(ctx, LIST, [nodeIds ?? null]);
  named = (ctx: Context, ids: readonly string[]): Promise<readonly UsageLimit[]> =>
    LIMITS.select(ctx, "WHERE id = ANY ($1::uuid[])", [ids]);

  async balances(ctx: Context, at: Date, nodeIds?: readonly string[]): Promise<readonly LimitBalance[]> {
    const limits = await this.list(ctx, nodeIds);
    const windows = limits.map((limit) => limitWindowAt(limit, at));
    const keys = [limits.map((limit) => limit.id), windows.map((window) => window.start.toISOString())];
    const rows = await rowsOf<{ budget_id: string; settled: string; leased: string }>(ctx, BALANCES, keys);
    const byLimit = new Map(rows.map((row) => [row.budget_id, row]));
    return limits.map((limit) => {
      const { start, end } = limitWindowAt(limit, at);
      const row = byLimit.get(limit.id);
      const balance = { settled: Number(row?.settled ?? 0), leased: Number(row?.leased ?? 0) };
      return { ...limit, ...balance, windowStart: start, windowEnd: end };
    });
  }

  async save(ctx: Context, limit: UsageLimit, at: Date): Promise<UsageLimit> {
    const saved = await LIMITS.save(ctx, limit, KEY, ["node_type"]);
    await rowsOf(ctx, SAVE_WINDOWS, [saved.id, limit.value, at]);
    return saved;
  }
}
