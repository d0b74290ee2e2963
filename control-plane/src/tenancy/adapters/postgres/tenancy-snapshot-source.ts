import type { OrganisationV1 } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { byDepthAndName } from "../../domain/organisation-change.js";
import type { Organisation } from "../../domain/organisation.js";
import { PgOrganisationRepository } from "./pg-organisation-repository.js";

/**
 * The tree as the schedulers need it: what exists now, parents before children, and what has a successor, since what a
 * merged body owned goes on under its name.
 */
export async function tenancySnapshotSource(ctx: Context): Promise<OrganisationV1[]> {
  const repository = new PgOrganisationRepository();
  const now = ctx.clock.now();
  const living = await repository.listAt(ctx, now);
  const sql = "SELECT id FROM organisation WHERE successor_id IS NOT NULL AND valid_to <= $1";
  const closed = await rowsOf<{ id: string }>(ctx, sql, [now]);
  const succeeded = await repository.findMany(
    ctx,
    closed.map(({ id }) => id),
  );
  const known = [...living, ...succeeded] as const satisfies readonly Organisation[];
  return byDepthAndName(known).map(({ id, slug, name, parentId, kind }) => ({ id, slug, name, parentId, kind }));
}
