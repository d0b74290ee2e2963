import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { MODELS } from "../../../registry/reads/models.js";
import { APPLICATIONS, USE_CASES } from "../../../registry/reads/use-cases.js";
import { ENDPOINTS, POOLS } from "../../../serving/reads/pools.js";
import { ORGANISATIONS } from "../../../tenancy/reads/organisations.js";
import type { EntityNames } from "../../ports/entity-names.port.js";

/** Ids are unique across the rooms. */
const FIND = `
  SELECT id, name FROM ${ORGANISATIONS} organisation WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM ${USE_CASES} use_case WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM ${APPLICATIONS} application WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM ${MODELS} model WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM ${POOLS} pool WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, url FROM ${ENDPOINTS} endpoint WHERE id = ANY ($1::uuid[])`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export class PgEntityNames implements EntityNames {
  async find(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    // A pod that a scheduler found goes by its cluster's name for it, which no table holds.
    const known = ids.filter((id) => UUID.test(id));
    if (known.length === 0) return new Map();
    const rows = await rowsOf<{ id: string; name: string }>(ctx, FIND, [known]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}
