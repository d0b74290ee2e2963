import { Module } from "@nestjs/common";
import { AuditModule, LOG_CHECKS, type LogChecks } from "../audit/index.js";
import { systemActor } from "../kernel/actor.js";
import { TRANSACTIONS } from "../platform/tokens.js";
import type { Transactions } from "../platform/use-case-runner/transactions.port.js";
import { TenancyModule } from "../tenancy/index.js";
import { AuditReportResolver } from "./adapters/graphql/audit-report.resolver.js";
import { AuditReportController } from "./adapters/http/audit-report.controller.js";
import { PgAuditFigures } from "./adapters/postgres/pg-audit-figures.js";
import { PgComplianceRegister } from "./adapters/postgres/pg-compliance-register.js";
import { RegistryRunningUseCases } from "./adapters/postgres/registry-running-use-cases.js";
import { COMPOSE_AUDIT_REPORT } from "./audit-report.tokens.js";
import { composeAuditReport } from "./use-cases/compose-audit-report.js";

/** What an auditor is shown. It reads with the platform's own eyes: places in the logs are shown to nobody else. */
const READER = systemActor("audit-report");

@Module({
  imports: [TenancyModule, AuditModule],
  controllers: [AuditReportController],
  providers: [
    {
      provide: COMPOSE_AUDIT_REPORT,
      inject: [TRANSACTIONS, LOG_CHECKS],
      useFactory: (transactions: Transactions, logs: LogChecks | null) =>
        composeAuditReport({
          figures: new PgAuditFigures(),
          register: new PgComplianceRegister(),
          useCases: new RegistryRunningUseCases(),
          logs,
          view: (work) => transactions.read(READER, work),
        }),
    },
    AuditReportResolver,
  ],
})
export class AuditReportModule {}
