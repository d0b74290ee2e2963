/** Entries of the logs, without their salts: a part of FROM, to be given an alias. */
export const LOG_ENTRIES = "(SELECT log, entry_id, source, seq, index FROM log_entry)";

/** Acts of government: which, when, by whom, and under which emergency access, if any. */
export const ACTS = "(SELECT id, use_case, at, actor, data ->> 'emergency' AS emergency FROM governance_event)";
