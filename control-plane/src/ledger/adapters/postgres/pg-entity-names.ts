import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { EntityNames } from "../../ports/entity-names.port.js";

/** Reads the naming column of the rooms' tables; ids are unique across them. */
const FIND = `
  SELECT id, name FROM organisation WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM use_case WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM application WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM model WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM pool WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, url FROM endpoint WHERE id = ANY ($1::uuid[])`;

export class PgEntityNames implements EntityNames {
  async find(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await rowsOf<{ id: string; name: string }>(ctx, FIND, [ids]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
