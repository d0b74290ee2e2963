/** What other rooms may read of organisations: a part of FROM, to be given an alias. */
export const ORGANISATIONS =
  "(SELECT id, parent_id, slug, name, name_key, kind, valid_from, valid_to FROM organisation)";

/** Each organisation with each one above it, itself at depth 0. */
export const ANCESTRIES = "(SELECT ancestor_id, descendant_id, depth FROM organisation_closure)";

/** Ids of the organisation and of all below it, for IN. @param ancestor a place or a column */
export const organisationsBelow = (ancestor: string): string =>
  `(SELECT descendant_id FROM organisation_closure WHERE ancestor_id = ${ancestor})`;

/** Ids from the organisation up to the root. @param organisation a place or a column */
export const pathOf = (organisation: string): string =>
  `(SELECT array_agg(ancestor_id ORDER BY depth) FROM organisation_closure WHERE descendant_id = ${organisation})`;

/** Id of the one organisation that none is above. */
export const ROOT_ID = "(SELECT id FROM organisation WHERE parent_id IS NULL)";

/** Id of the State; none before it is there. */
export const STATE_ID = "(SELECT id FROM organisation WHERE kind = 'state' LIMIT 1)";

/** The body directly below the root that each of the organisations $1 counts as: `id`, `ministry`. */
export const BODIES_OF = `SELECT descendant_id AS id, ancestor_id AS ministry
  FROM organisation_closure JOIN organisation ON organisation.id = ancestor_id
  WHERE descendant_id = ANY ($1::uuid[]) AND organisation.parent_id = ${ROOT_ID}`;

/** Of an organisation that the actor may see and that is there at the instant $2, for WHERE. */
export const STANDS_NOW = "socle_in_scope(id) AND valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to)";
