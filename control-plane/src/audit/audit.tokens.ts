export const GOVERNANCE_EVENTS = Symbol("GovernanceEvents");
/** `LogChecks`, or null where no log is kept. */
export const LOG_CHECKS = Symbol("LogChecks");
export const LOG_SALTS = Symbol("LogSalts");
export const LOG_READER = Symbol("LogReader");
export const LOG_STORAGE = Symbol("LogStorage");
