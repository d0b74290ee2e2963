import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { PgOrganisationRepository, type Organisation } from "../../control-plane/src/tenancy/index.js";
import type { DatabaseHandle } from "../fakes/database.js";

/** SIRET of each ministry of the sample tree; valid, and invented where the check digits allow. */
export const SIRET = { economie: "11002001300014", culture: "11004601800013" } as const;

export interface SampleTree {
  readonly etat: string;
  readonly economie: string;
  readonly dgfip: string;
  readonly culture: string;
  readonly ariane: string;
}

export const anOrganisation = (fields: Partial<Organisation>): Organisation => ({
  id: systemIds.next(),
  slug: "organisation",
  name: fields.slug ?? "organisation",
  acronym: null,
  kind: "ministry",
  siren: null,
  siret: null,
  parentId: null,
  successorId: null,
  validFrom: new Date("2020-01-01T00:00:00Z"),
  validTo: null,
  ...fields,
});

/** The State, two ministries, a direction of the first and ARIANE, written by the platform itself. */
export async function plantTree(database: Pick<DatabaseHandle, "write">): Promise<SampleTree> {
  const ids = { etat: systemIds.next(), economie: systemIds.next(), dgfip: systemIds.next() };
  const tree: SampleTree = { ...ids, culture: systemIds.next(), ariane: systemIds.next() };
  await database.write(systemActor("test"), async (ctx: Context) => {
    const organisations = new PgOrganisationRepository();
    const save = (fields: Partial<Organisation>): Promise<unknown> => organisations.save(ctx, anOrganisation(fields));
    await save({ id: tree.etat, slug: "etat", kind: "state" });
    await save({ id: tree.economie, slug: "economie", parentId: tree.etat, siret: SIRET.economie });
    await save({ id: tree.dgfip, slug: "dgfip", kind: "direction", parentId: tree.economie });
    await save({ id: tree.culture, slug: "culture", parentId: tree.etat, siret: SIRET.culture });
    await save({ id: tree.ariane, slug: "ariane", kind: "authority", parentId: tree.etat });
  });
  return tree;
}
