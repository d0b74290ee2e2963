export const COMPOSE_AUDIT_REPORT = Symbol("composeAuditReport");
export const RULE_WORDS = Symbol("RuleWords");
