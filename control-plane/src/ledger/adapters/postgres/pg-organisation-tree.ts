import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { BODIES_OF, ORGANISATIONS, ROOT_ID } from "../../../tenancy/reads/organisations.js";
import type { OrganisationTree } from "../../ports/organisation-tree.port.js";

export class PgOrganisationTree implements OrganisationTree {
  async root(ctx: Context): Promise<string> {
    const [row] = await rowsOf<{ id: string }>(ctx, `SELECT id FROM ${ROOT_ID} AS root`);
    if (row === undefined) throw new Error("the organisation tree has no root yet");
    return row.id;
  }

  async known(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await rowsOf<{ id: string }>(
      ctx,
      `SELECT id FROM ${ORGANISATIONS} organisation WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Set(rows.map((row) => row.id));
  }

  async ministriesOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ id: string; ministry: string }>(ctx, BODIES_OF, [ids]);
    const found = new Map(rows.map((row) => [row.id, row.ministry]));
    return new Map(ids.map((id) => [id, found.get(id) ?? id]));
  }
}
