import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import { ANCESTRIES, ORGANISATIONS, ROOT_ID, STANDS_NOW } from "../../../tenancy/reads/organisations.js";
import type { OrganisationDirectory } from "../../ports/directories/organisation-directory.port.js";

export class PgOrganisationDirectory implements OrganisationDirectory {
  async pathOf(ctx: Context, id: string): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      ctx,
      `SELECT ancestor_id AS id FROM ${ANCESTRIES} closure
       WHERE descendant_id = $1 AND EXISTS (
         SELECT FROM ${ORGANISATIONS} organisation WHERE id = $1 AND ${STANDS_NOW})
       ORDER BY depth`,
      [uuidOrNull(id), ctx.clock.now()],
    );
    return rows.map((row) => row.id);
  }

  async rootId(ctx: Context): Promise<string> {
    const [root] = await rowsOf<{ id: string }>(ctx, `SELECT id FROM ${ROOT_ID} AS root`);
    if (root === undefined) throw new Error("The organisation tree has no root.");
    return root.id;
  }
}
