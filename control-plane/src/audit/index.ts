export { AuditModule } from "./audit.module.js";
export { PgGovernanceJournal } from "./adapters/postgres/pg-governance-journal.js";
