import { Global, Module } from "@nestjs/common";
import { GOVERNANCE_JOURNAL } from "../platform/tokens.js";
import { TenancyModule } from "../tenancy/index.js";
import { GovernanceEventResolver } from "./adapters/graphql/governance-event.resolver.js";
import { PgGovernanceEvents } from "./adapters/postgres/pg-governance-events.js";
import { PgGovernanceJournal } from "./adapters/postgres/pg-governance-journal.js";
import { GOVERNANCE_EVENTS } from "./audit.tokens.js";

@Global()
@Module({
  imports: [TenancyModule],
  providers: [
    { provide: GOVERNANCE_JOURNAL, useClass: PgGovernanceJournal },
    { provide: GOVERNANCE_EVENTS, useClass: PgGovernanceEvents },
    GovernanceEventResolver,
  ],
  exports: [GOVERNANCE_JOURNAL],
})
export class AuditModule {}
