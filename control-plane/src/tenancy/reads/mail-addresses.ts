/**
 * Addresses of people by the roles that they hold, for mails that the platform sends by itself: a part of FROM, to be given
 * an alias. Past and coming memberships are in it with their dates.
 */
export const MAIL_ADDRESSES = `(SELECT person.email, membership.role, membership.organisation_id, membership.valid_from,
    membership.valid_to
  FROM membership JOIN person ON person.id = membership.person_id)`;
