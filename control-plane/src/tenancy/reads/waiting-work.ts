import { pathOf } from "./organisations.js";

const ACTOR = "current_setting('socle.actor', true)";

/** Roles that somebody asks for in an emergency, that last, or that are over and wait for their review. */
const emergency = (kind: "confirm" | "lasts" | "review", which: string, due = "NULL::timestamptz"): string =>
  `SELECT 'emergency.${kind}', 'EmergencyAccess', access.id, person.name, access.organisation_id, ${pathOf("access.organisation_id")},
    access.proposed_by, access.role, ${due}
  FROM emergency_access access JOIN person ON person.id::text = access.proposed_by WHERE ${which}`;

/**
 * Roles that wait for a countersignature, as a home page lists them: kind, subject, title, organisation and its path to the
 * root, who proposed it, a detail, when it is due. Nobody is asked about a role of their own.
 */
export const TENANCY_WAITING: readonly string[] = [
  `SELECT CASE act WHEN 'give' THEN 'membership.confirm' ELSE 'membership.confirm_end' END, 'Membership', change.id,
    person.name, change.organisation_id, ${pathOf("change.organisation_id")}, proposed_by, role, NULL::timestamptz
  FROM membership_change change JOIN person ON person.id = change.person_id
  WHERE state = 'proposed' AND person_id::text <> ${ACTOR}`,
  emergency("confirm", "access.state = 'proposed' AND access.proposed_at > $1 - interval '1 day'"),
  emergency("lasts", "access.ends_at > $1", "access.ends_at"),
  emergency("review", `access.ends_at <= $1 AND access.reviewed_by IS NULL AND access.decided_by <> ${ACTOR}`),
];
