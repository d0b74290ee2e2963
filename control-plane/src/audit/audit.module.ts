import { Global, Module } from "@nestjs/common";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { DataSource } from "typeorm";
import type { Config } from "../platform/config/config.js";
import { CONFIG, DATA_SOURCE, GOVERNANCE_JOURNAL, LOGGER, METRICS } from "../platform/tokens.js";
import { TenancyModule } from "../tenancy/index.js";
import { FolderLogStorage } from "./adapters/folder/folder-log-storage.js";
import { GovernanceEventResolver } from "./adapters/graphql/governance-event.resolver.js";
import { LogController } from "./adapters/http/log.controller.js";
import { PgGovernanceEvents } from "./adapters/postgres/pg-governance-events.js";
import { PgGovernanceJournal } from "./adapters/postgres/pg-governance-journal.js";
import { PgLogIndex } from "./adapters/postgres/pg-log-queue.js";
import { LogKeepers, verifiersOf } from "./adapters/sequencer/log-keepers.js";
import { GOVERNANCE_EVENTS, LOG_CHECKS, LOG_READER, LOG_STORAGE } from "./audit.tokens.js";
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
      inject: [CONFIG],
      useFactory: ({ logs }: Config) => (logs === null ? null : new FolderLogStorage(logs.folder)),
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
      inject: [CONFIG, LOG_STORAGE, DATA_SOURCE, METRICS, LOGGER],
      useFactory: (config: Config, storage: LogStorage | null, source: DataSource, metrics: Registry, logger: Logger) =>
        new LogKeepers(config.logs, storage, source, metrics, logger),
    },
    GovernanceEventResolver,
  ],
  exports: [GOVERNANCE_JOURNAL, LOG_CHECKS],
})
export class AuditModule {}
