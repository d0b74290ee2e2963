export const COMPOSE_AUDIT_REPORT = Symbol("composeAuditReport");
