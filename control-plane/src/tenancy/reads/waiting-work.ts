import { pathOf } from "./organisations.js";

/**
 * Roles that wait for a countersignature, as a home page lists them: kind, subject, title, organisation and its path to the
 * root, who proposed it, a detail, when it is due. Nobody is asked about a role of their own.
 */
export const TENANCY_WAITING: readonly string[] = [
  `SELECT CASE act WHEN 'give' THEN 'membership.confirm' ELSE 'membership.confirm_end' END, 'Membership', change.id,
    person.name, change.organisation_id, ${pathOf("change.organisation_id")}, proposed_by, role, NULL::timestamptz
  FROM membership_change change JOIN person ON person.id = change.person_id
  WHERE state = 'proposed' AND person_id::text <> current_setting('socle.actor', true)`,
];
