export { AuditModule } from "./audit.module.js";
export { LOG_CHECKS } from "./audit.tokens.js";
export type { LogChecks } from "./use-cases/check-log.js";
export { PgGovernanceJournal } from "./adapters/postgres/pg-governance-journal.js";
export { personsHaveActed } from "./adapters/postgres/pg-governance-events.js";
