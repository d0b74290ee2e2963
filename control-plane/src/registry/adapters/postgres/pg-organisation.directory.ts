import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import { ANCESTRIES, ORGANISATIONS, ROOT_ID, STANDS_NOW } from "../../../tenancy/reads/organisations.js";
import type { OrganisationDirectory } from "../../ports/organisation-directory.port.js";

export class PgOrganisationDirectory implements OrganisationDirectory {
  async exists(ctx: Context, id: string): Promise<boolean> {
    const rows = await rowsOf(ctx, `SELECT 1 FROM ${ORGANISATIONS} organisation WHERE id = $1 AND ${STANDS_NOW}`, [
      uuidOrNull(id),
      ctx.clock.now(),
    ]);
    return rows.length > 0;
  }

  async ministriesOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ id: string; ministry: string }>(
      ctx,
      `SELECT descendant_id AS id, ancestor_id AS ministry
       FROM ${ANCESTRIES} closure JOIN ${ORGANISATIONS} organisation ON organisation.id = ancestor_id
       WHERE descendant_id = ANY ($1) AND kind = 'ministry' ORDER BY depth DESC`,
      [uuidsOf(ids)],
    );
    return new Map([...ids.map((id) => [id, id] as const), ...rows.map(({ id, ministry }) => [id, ministry] as const)]);
  }

  async rootId(ctx: Context): Promise<string> {
    const [root] = await rowsOf<{ id: string }>(ctx, `SELECT id FROM ${ROOT_ID} AS root`);
    if (root === undefined) throw new Error("The organisation tree has no root.");
    return root.id;
  }
}
