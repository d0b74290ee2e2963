import type { CatalogueOrganisation } from "../fakes/memory/registry/memory-use-case.catalogue.js";

/** Ids of the sample tree in memory. */
export const TREE = { etat: "etat", economie: "economie", dgfip: "dgfip", culture: "culture" } as const;

/** The State over `economie` over `dgfip`, and `culture` beside. */
export const sampleOrganisations: ReadonlyMap<string, CatalogueOrganisation> = new Map([
  [TREE.etat, { name: "etat", path: [TREE.etat] }],
  [TREE.economie, { name: "economie", path: [TREE.economie, TREE.etat] }],
  [TREE.dgfip, { name: "dgfip", path: [TREE.dgfip, TREE.economie, TREE.etat] }],
  [TREE.culture, { name: "culture", path: [TREE.culture, TREE.etat] }],
]);
