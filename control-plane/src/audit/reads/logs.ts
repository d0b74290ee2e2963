/** Entries of the logs, without their salts: a part of FROM, to be given an alias. */
export const LOG_ENTRIES = "(SELECT log, entry_id, source, seq, index FROM log_entry)";

/** Acts of government: which, and when. */
export const ACTS = "(SELECT id, use_case, at FROM governance_event)";
