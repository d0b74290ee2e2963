import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { UsageLimit } from "../../domain/usage-limit.js";
import type { UsageLimitRepository } from "../../ports/usage-limit-repository.port.js";

const COLUMNS = `id, node_id AS "nodeId", node_type AS "nodeType", organisation_id AS "organisationId", kind, value`;
const SAVE = `INSERT INTO usage_limit (id, node_id, node_type, organisation_id, kind, value)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (node_id, kind) DO UPDATE SET value = excluded.value, organisation_id = excluded.organisation_id
  RETURNING ${COLUMNS}`;

export class PgUsageLimitRepository implements UsageLimitRepository {
  list(ctx: Context): Promise<readonly UsageLimit[]> {
    return rowsOf<UsageLimit>(ctx, `SELECT ${COLUMNS} FROM usage_limit ORDER BY node_id, kind`);
  }

  async save(ctx: Context, limit: UsageLimit): Promise<UsageLimit> {
    const { id, nodeId, nodeType, organisationId, kind, value } = limit;
    const [row] = await rowsOf<UsageLimit>(ctx, SAVE, [id, nodeId, nodeType, organisationId, kind, value]);
    if (row === undefined) throw new Error("an upsert answers its row");
    return row;
  }
}
