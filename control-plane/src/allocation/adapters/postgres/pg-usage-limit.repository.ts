import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { limitWindowAt, type UsageLimit } from "../../domain/usage-limit.js";
import type { LimitBalance, UsageLimitRepository } from "../../ports/usage-limit-repository.port.js";

type Row = Omit<UsageLimit, "value"> & { readonly value: string };

const COLUMNS = `id, node_id AS "nodeId", node_type AS "nodeType", organisation_id AS "organisationId", kind, value,
  model_id AS "modelId", hard`;
const LIST = `SELECT ${COLUMNS} FROM usage_limit WHERE $1::uuid[] IS NULL OR node_id = ANY ($1)
  ORDER BY node_id, kind, model_id NULLS FIRST`;
const NAMED = `SELECT ${COLUMNS} FROM usage_limit WHERE id = ANY ($1::uuid[])`;
const SAVE = `INSERT INTO usage_limit (id, node_id, node_type, organisation_id, kind, value, model_id, hard)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (node_id, kind, model_id) DO UPDATE SET value = excluded.value,
    organisation_id = excluded.organisation_id, hard = excluded.hard
  RETURNING ${COLUMNS}`;
const SAVE_WINDOWS = `UPDATE budget_period
  SET amount = $2::bigint, overrun = greatest(overrun, settled + leased - $2::bigint)
  WHERE budget_id = $1 AND period_end > $3`;
const BALANCES = `SELECT budget_id, settled, leased FROM budget_period
  WHERE (budget_id, period_start) IN (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]))`;

export class PgUsageLimitRepository implements UsageLimitRepository {
  async list(ctx: Context, nodeIds?: readonly string[]): Promise<readonly UsageLimit[]> {
    return (await rowsOf<Row>(ctx, LIST, [nodeIds ?? null])).map(limitOf);
  }

  async named(ctx: Context, ids: readonly string[]): Promise<readonly UsageLimit[]> {
    return (await rowsOf<Row>(ctx, NAMED, [ids])).map(limitOf);
  }

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
    const { id, nodeId, nodeType, organisationId, kind, value, modelId, hard } = limit;
    const values = [id, nodeId, nodeType, organisationId, kind, value, modelId, hard];
    const [row] = await rowsOf<Row>(ctx, SAVE, values);
    if (row === undefined) throw new Error("an upsert answers its row");
    await rowsOf(ctx, SAVE_WINDOWS, [row.id, value, at]);
    return limitOf(row);
  }
}

const limitOf = (row: Row): UsageLimit => ({ ...row, value: Number(row.value) });
