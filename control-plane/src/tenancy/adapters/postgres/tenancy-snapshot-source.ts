import type { OrganisationV1 } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { PgOrganisationRepository } from "./pg-organisation-repository.js";

/** The tree as the schedulers need it: what exists now, parents before children. */
export async function tenancySnapshotSource(ctx: Context): Promise<OrganisationV1[]> {
  const organisations = await new PgOrganisationRepository().listAt(ctx, ctx.clock.now());
  return organisations.map(({ id, slug, name, parentId }) => ({ id, slug, name, parentId }));
}
