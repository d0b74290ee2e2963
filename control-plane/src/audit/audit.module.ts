import { Global, Inject, Module } from "@nestjs/common";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { DataSource } from "typeorm";
import type { Clock } from "../kernel/clock.js";
import type { GovernanceJournal } from "../kernel/use-case.js";
import type { Config } from "../platform/config/config.js";
import { StandingFaults } from "../platform/health/standing-faults.js";
import type { BackgroundJobs } from "../platform/jobs/background-jobs.js";
import type { LogSettings } from "../platform/config/log-settings.js";
import {
  CLOCK,
  CONFIG,
  DATA_SOURCE,
  GOVERNANCE_JOURNAL,
  JOBS,
  LOGGER,
  METRICS,
  TRANSACTIONS,
} from "../platform/tokens.js";
import type { Transactions } from "../platform/use-case-runner/transactions.port.js";
import { TenancyModule } from "../tenancy/index.js";
import { FolderLogStorage } from "./adapters/folder/folder-log-storage.js";
import { GovernanceEventResolver } from "./adapters/graphql/governance-event.resolver.js";
import { LogEntryMutations } from "./adapters/graphql/log-entry.mutations.js";
import { LogEntryResolver } from "./adapters/graphql/log-entry.resolver.js";
import { RetentionResolver } from "./adapters/graphql/retention.resolver.js";
import { LogController } from "./adapters/http/log.controller.js";
import { PgGovernanceEvents } from "./adapters/postgres/pg-governance-events.js";
import { PgGovernanceJournal } from "./adapters/postgres/pg-governance-journal.js";
import { LogActs } from "./adapters/postgres/log-acts.js";
import { PgLogSalts } from "./adapters/postgres/pg-log-salts.js";
import { PgLogStorage } from "./adapters/postgres/pg-log-storage.js";
import { PgLogIndex } from "./adapters/postgres/pg-log-queue.js";
import { RetentionJob } from "./adapters/retention/retention-job.js";
import { LogKeepers, verifiersOf } from "./adapters/sequencer/log-keepers.js";
import { GOVERNANCE_EVENTS, LOG_CHECKS, LOG_READER, LOG_SALTS, LOG_STORAGE } from "./audit.tokens.js";
import type { LogStorage } from "./ports/log-storage.port.js";
import { LogChecks } from "./use-cases/check-log.js";
import { LogReader } from "./use-cases/read-log.js";

/** The governance journal, and the two transparency logs where they are kept. */
@Global()
@Module({
  imports: [TenancyModule],
  controllers: [LogController],
  providers: [
    { provide: GOVERNANCE_JOURNAL, useClass: PgGovernanceJournal },
    { provide: GOVERNANCE_EVENTS, useClass: PgGovernanceEvents },
    {
      provide: LOG_STORAGE,
      inject: [CONFIG, DATA_SOURCE],
      useFactory: ({ logs }: Config, source: DataSource) => storageOf(logs, source),
    },
    {
      provide: LOG_READER,
      inject: [LOG_STORAGE, DATA_SOURCE],
      useFactory: (storage: LogStorage | null, source: DataSource) =>
        storage === null ? null : new LogReader(storage, new PgLogIndex(source)),
    },
    {
      provide: LOG_CHECKS,
      inject: [CONFIG, LOG_STORAGE],
      useFactory: ({ logs }: Config, storage: LogStorage | null) =>
        logs === null || storage === null ? null : new LogChecks(storage, (log) => verifiersOf(logs, log)),
    },
    {
      provide: LogKeepers,
      inject: [CONFIG, LOG_STORAGE, DATA_SOURCE, METRICS, LOGGER, CLOCK, LogActs, StandingFaults],
      useFactory: (
        { logs }: Config,
        storage: LogStorage | null,
        dataSource: DataSource,
        registry: Registry,
        logger: Logger,
        clock: Clock,
        acts: LogActs,
        faults: StandingFaults,
      ) =>
        new LogKeepers(
          logs === null || storage === null
            ? null
            : { settings: logs, storage, dataSource, registry, logger, clock, acts, faults },
        ),
    },
    {
      provide: LogActs,
      inject: [TRANSACTIONS, GOVERNANCE_JOURNAL],
      useFactory: (transactions: Transactions, journal: GovernanceJournal) => new LogActs(transactions, journal),
    },
    { provide: LOG_SALTS, useClass: PgLogSalts },
    {
      provide: RetentionJob,
      inject: [TRANSACTIONS, LogActs, CONFIG, LOGGER],
      useFactory: (transactions: Transactions, acts: LogActs, { logs, retention }: Config, logger: Logger) =>
        new RetentionJob(transactions, acts, { months: retention, log: logs !== null }, logger),
    },
    RetentionResolver,
    GovernanceEventResolver,
    LogEntryMutations,
    LogEntryResolver,
  ],
  exports: [GOVERNANCE_JOURNAL, LOG_CHECKS],
})
export class AuditModule {
  constructor(@Inject(JOBS) jobs: BackgroundJobs, @Inject(RetentionJob) retention: RetentionJob) {
    jobs.repeat(retention);
  }
}

function storageOf(logs: LogSettings | null, source: DataSource): LogStorage | null {
  if (logs === null) return null;
  return logs.folder === null ? new PgLogStorage(source) : new FolderLogStorage(logs.folder);
}
