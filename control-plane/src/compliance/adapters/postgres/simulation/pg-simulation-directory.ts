import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../../platform/database/uuid.js";
import type { SimulationDirectory } from "../../../ports/simulation/simulation-directory.port.js";

const ROOT = `SELECT id FROM organisation WHERE parent_id IS NULL`;
const NAMES = `SELECT id, name FROM use_case WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM organisation WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM pool WHERE id = ANY ($1::uuid[])`;
const MINISTRIES = `SELECT descendant_id AS id, ancestor_id AS ministry
  FROM organisation_closure JOIN organisation ON organisation.id = ancestor_id
  WHERE descendant_id = ANY ($1::uuid[]) AND organisation.parent_id = (${ROOT})`;

export class PgSimulationDirectory implements SimulationDirectory {
  async root(ctx: Context): Promise<string | null> {
    return (await rowsOf<{ id: string }>(ctx, ROOT))[0]?.id ?? null;
  }

  async exists(ctx: Context, organisationId: string): Promise<boolean> {
    const sql = `SELECT id FROM organisation WHERE id = ANY ($1::uuid[])`;
    return (await rowsOf(ctx, sql, [uuidsOf([organisationId])])).length === 1;
  }

  async names(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ id: string; name: string }>(ctx, NAMES, [uuidsOf(ids)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async ministriesOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ id: string; ministry: string }>(ctx, MINISTRIES, [ids]);
    const found = new Map(rows.map(({ id, ministry }) => [id, ministry]));
    return new Map(ids.map((id) => [id, found.get(id) ?? id]));
  }
}
