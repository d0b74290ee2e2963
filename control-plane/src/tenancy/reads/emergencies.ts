/** Roles that were lent in an emergency, with the name of who had them: a part of FROM, to be given an alias. */
export const EMERGENCIES = `(SELECT access.id, organisation_id, role, reason, proposed_by, person.name AS holder, decided_by,
    decided_at, ends_at, reviewed_at, finding
  FROM emergency_access access JOIN person ON person.id::text = proposed_by WHERE state = 'confirmed')`;
