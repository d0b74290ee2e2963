import type { Role } from "../../kernel/actor.js";

/** A role held by a person in an organisation for a time. */
export interface Membership {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** From inclusive, to exclusive. */
export const holdsAt = (membership: Pick<Membership, "validFrom" | "validTo">, at: Date): boolean =>
  membership.validFrom <= at && (membership.validTo === null || at < membership.validTo);

/** The same role of the same person in the same organisation, at some time of both. */
export const overlap = (a: Membership, b: Membership): boolean =>
  a.personId === b.personId &&
  a.organisationId === b.organisationId &&
  a.role === b.role &&
  (b.validTo === null || a.validFrom < b.validTo) &&
  (a.validTo === null || b.validFrom < a.validTo);

/**
 * A role goes with the job: it counts while the person's employer stands above, at or below its organisation.
 * @param lineOf ids of the employer's ancestors and descendants, itself included
 */
export const heldFromEmployer = (
  membership: Pick<Membership, "organisationId">,
  lineOf: ReadonlySet<string>,
): boolean => lineOf.has(membership.organisationId);
