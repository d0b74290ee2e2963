export const ORGANISATION_KINDS = [
  "state",
  "ministry",
  "direction",
  "operator",
  "authority",
  "gip",
  "other_body",
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A node of the dated tree State → ministry → direction or operator. */
export interface Organisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly kind: OrganisationKind;
  /** Nine digits of the legal unit. */
  readonly siren: string | null;
  /** Fourteen digits of the establishment; its first nine are the SIREN. */
  readonly siret: string | null;
  readonly parentId: string | null;
  /** What took over its use cases and people when it closed. */
  readonly successorId: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** True when the organisation exists at that time: from inclusive, to exclusive. */
export const existsAt = (organisation: Pick<Organisation, "validFrom" | "validTo">, at: Date): boolean =>
  organisation.validFrom <= at && (organisation.validTo === null || at < organisation.validTo);
