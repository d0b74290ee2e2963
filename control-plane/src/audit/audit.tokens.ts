export const GOVERNANCE_EVENTS = Symbol("GovernanceEvents");
