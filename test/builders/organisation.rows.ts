import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { countOf, rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";

/** A row of the organisation tree with a slug of its own: a ministry under the parent given. */
export async function insertOrganisation(ctx: Context, parentId: string, kind = "ministry"): Promise<string> {
  const id = ctx.ids.next();
  await countOf(
    ctx,
    `INSERT INTO organisation (id, slug, name, kind, parent_id, valid_from) VALUES ($1, $2, $2, $3, $4, '2026-01-01')`,
    [id, `o-${id}`, kind, parentId],
  );
  return id;
}

/** The State's row, made when the database has none yet. */
export async function stateOrganisation(ctx: Context): Promise<string> {
  const [known] = await rowsOf<{ id: string }>(ctx, `SELECT id FROM organisation WHERE parent_id IS NULL`);
  if (known !== undefined) return known.id;
  const id = ctx.ids.next();
  await countOf(
    ctx,
    `INSERT INTO organisation (id, slug, name, kind, valid_from) VALUES ($1, 'etat', 'État', 'state', '2026-01-01')`,
    [id],
  );
  return id;
}
