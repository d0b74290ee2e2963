import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../../platform/database/uuid.js";
import { USE_CASES } from "../../../../registry/reads/use-cases.js";
import { POOLS } from "../../../../serving/reads/pools.js";
import { BODIES_OF, ORGANISATIONS, ROOT_ID } from "../../../../tenancy/reads/organisations.js";
import type { SimulationDirectory } from "../../../ports/simulation/simulation-directory.port.js";

const NAMES = `SELECT id, name FROM ${USE_CASES} use_case WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM ${ORGANISATIONS} organisation WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT id, name FROM ${POOLS} pool WHERE id = ANY ($1::uuid[])`;

export class PgSimulationDirectory implements SimulationDirectory {
  async root(ctx: Context): Promise<string | null> {
    return (await rowsOf<{ id: string }>(ctx, `SELECT id FROM ${ROOT_ID} AS root`))[0]?.id ?? null;
  }

  async exists(ctx: Context, organisationId: string): Promise<boolean> {
    const sql = `SELECT id FROM ${ORGANISATIONS} organisation WHERE id = ANY ($1::uuid[])`;
    return (await rowsOf(ctx, sql, [uuidsOf([organisationId])])).length === 1;
  }

  async names(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ id: string; name: string }>(ctx, NAMES, [uuidsOf(ids)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async ministriesOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ id: string; ministry: string }>(ctx, BODIES_OF, [ids]);
    const found = new Map(rows.map(({ id, ministry }) => [id, ministry]));
    return new Map(ids.map((id) => [id, found.get(id) ?? id]));
  }
}
