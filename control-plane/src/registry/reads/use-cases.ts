/** What other rooms may read of use cases: a part of FROM, to be given an alias. */
export const USE_CASES = "(SELECT id, slug, name, organisation_id, state, dossier, merged_into FROM use_case)";

export const APPLICATIONS = "(SELECT id, name, use_case_id FROM application)";

/** The life of keys, nothing by which one could be used. */
export const API_KEYS = "(SELECT id, application_id, created_at, expires_at, revoked_at FROM api_key)";
