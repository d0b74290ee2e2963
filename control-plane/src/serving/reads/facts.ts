/** Numbers of the snapshots whose facts are kept: a part of FROM, to be given an alias. */
export const ARCHIVED_SNAPSHOTS = "(SELECT number FROM fact_archive)";

/** What rules were told of a subject, from each snapshot on that told it anew. */
export const FACT_VERSIONS = "(SELECT subject_id, organisation_id, from_number, content FROM fact_source)";
