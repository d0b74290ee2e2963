export const GOVERNANCE_EVENTS = Symbol("GovernanceEvents");
export const LOG_READER = Symbol("LogReader");
export const LOG_STORAGE = Symbol("LogStorage");
