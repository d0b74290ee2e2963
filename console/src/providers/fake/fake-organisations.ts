import type { OrganisationKind, OrganisationsData } from "../../generated/operations";

type Organisation = OrganisationsData["organisations"][number];

const organisation = (
  id: string,
  name: string,
  acronym: string | null,
  kind: OrganisationKind,
  parentId: string | null,
  useCaseCount: number,
): Organisation => ({
  id,
  slug: id,
  name,
  acronym,
  kind,
  siren: null,
  siret: null,
  parentId,
  validFrom: "2026-01-01T00:00:00+01:00",
  validTo: null,
  useCaseCount,
});

/** A small State: seven ministries and a few of their directions and operators. */
export const ORGANISATIONS: readonly Organisation[] = [
  organisation("etat", "État", null, "STATE", null, 9),
  organisation("meco", "Ministère de l’Économie", "Économie", "MINISTRY", "etat", 2),
  organisation("dgfip", "Direction générale des finances publiques", "DGFiP", "DIRECTION", "meco", 1),
  organisation("meduc", "Ministère de l’Éducation nationale", "Éducation", "MINISTRY", "etat", 1),
  organisation("mjustice", "Ministère de la Justice", "Justice", "MINISTRY", "etat", 1),
  organisation("mecologie", "Ministère de la Transition écologique", "Transition écologique", "MINISTRY", "etat", 1),
  organisation("mtravail", "Ministère du Travail", "Travail", "MINISTRY", "etat", 2),
  organisation("ftravail", "France Travail", null, "OPERATOR", "mtravail", 1),
  organisation("magri", "Ministère de l’Agriculture", "Agriculture", "MINISTRY", "etat", 1),
  organisation("mculture", "Ministère de la Culture", "Culture", "MINISTRY", "etat", 1),
];

export const organisationById = (id: string | null): Organisation | null =>
  ORGANISATIONS.find((one) => one.id === id) ?? null;
