import type { Role } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { Organisation } from "../../domain/organisation.js";

export interface ExportedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly contractor: boolean;
  readonly identity: { readonly idpId: string; readonly sub: string } | null;
  readonly memberships: readonly {
    readonly organisationId: string;
    readonly role: Role;
    readonly validFrom: Date;
    readonly validTo: Date | null;
  }[];
}

/** Everything of the room that a seed file takes back. */
export interface TenancyExport {
  readonly organisations: readonly Organisation[];
  readonly people: readonly ExportedPerson[];
}

const ORGANISATIONS = `SELECT id, slug, name, acronym, kind, siren, siret, parent_id AS "parentId",
  successor_id AS "successorId", valid_from AS "validFrom", valid_to AS "validTo" FROM organisation ORDER BY id`;
const PEOPLE = `SELECT id, name, email, contractor,
  CASE WHEN sub IS NOT NULL THEN jsonb_build_object('idpId', idp_id, 'sub', sub) END AS identity FROM person ORDER BY id`;
const MEMBERSHIPS = `SELECT person_id AS "personId", organisation_id AS "organisationId", role,
  valid_from AS "validFrom", valid_to AS "validTo" FROM membership ORDER BY id`;

/** Organisations and people as the context's actor sees them, oldest first. */
export async function exportTenancy(ctx: Context): Promise<TenancyExport> {
  const organisations = await rowsOf<Organisation>(ctx, ORGANISATIONS);
  const people = await rowsOf<Omit<ExportedPerson, "memberships">>(ctx, PEOPLE);
  const memberships = await rowsOf<ExportedPerson["memberships"][number] & { personId: string }>(ctx, MEMBERSHIPS);
  return {
    organisations,
    people: people.map((person) => ({
      ...person,
      memberships: memberships
        .filter(({ personId }) => personId === person.id)
        .map(({ organisationId, role, validFrom, validTo }) => ({ organisationId, role, validFrom, validTo })),
    })),
  };
}
