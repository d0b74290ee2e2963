import {
  Global,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  Inject,
} from "@nestjs/common";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { DataSource } from "typeorm";
import { systemClock, type Clock } from "../kernel/clock.js";
import { systemIds, type IdSource } from "../kernel/id-source.js";
import type { Authoriser, GovernanceJournal } from "../kernel/use-case.js";
import type { Config } from "./config/config.js";
import { StartError } from "./start-error.js";
import { createDataSource, seesThroughPolicies } from "./database/data-source.js";
import { reasonOf } from "./database/database-fault.js";
import { PgTransactions } from "./database/pg-transactions.js";
import { HealthController } from "./health/health.controller.js";
import { Readiness } from "./health/readiness.js";
import { StandingFaults } from "./health/standing-faults.js";
import { InternalVerifier } from "./internal-auth/internal-verifier.js";
import { BackgroundJobs } from "./jobs/background-jobs.js";
import { createLogger } from "./logging/logger.js";
import { createMetrics } from "./metrics/registry.js";
import {
  AUTHORISER,
  CLOCK,
  CONFIG,
  DATA_SOURCE,
  GOVERNANCE_JOURNAL,
  ID_SOURCE,
  INTERNAL_VERIFIER,
  JOBS,
  LOGGER,
  METRICS,
  TELEMETRY,
  TRANSACTIONS,
  USE_CASE_RUNNER,
} from "./tokens.js";
import type { Telemetry } from "./telemetry/telemetry.port.js";
import { startTelemetry } from "./telemetry/telemetry.js";
import { TellingObserver } from "./use-case-runner/telling-observer.js";
import { TransactionalRunner } from "./use-case-runner/transactional-runner.js";
import type { Transactions } from "./use-case-runner/transactions.port.js";

const POOL_SIZE = 20;

/** What every room is given, under the names of `tokens.ts`. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(JOBS) private readonly jobs: BackgroundJobs,
    @Inject(TELEMETRY) private readonly telemetry: Telemetry,
  ) {}

  static with(config: Config, clock: Clock = systemClock): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: clock },
      { provide: ID_SOURCE, useValue: systemIds },
      { provide: LOGGER, useFactory: () => createLogger(config.logLevel) },
      { provide: METRICS, useFactory: createMetrics },
      { provide: TELEMETRY, useFactory: () => startTelemetry(config.otlpEndpoint) },
      { provide: DATA_SOURCE, inject: [CONFIG, LOGGER], useFactory: connect },
      {
        provide: TRANSACTIONS,
        inject: [DATA_SOURCE, CLOCK, ID_SOURCE],
        useFactory: (source: DataSource, clock: Clock, ids: IdSource) => new PgTransactions(source, clock, ids),
      },
      {
        provide: USE_CASE_RUNNER,
        inject: [TRANSACTIONS, AUTHORISER, GOVERNANCE_JOURNAL, LOGGER, METRICS, TELEMETRY],
        useFactory: (
          transactions: Transactions,
          authoriser: Authoriser,
          journal: GovernanceJournal,
          logger: Logger,
          metrics: Registry,
          telemetry: Telemetry,
        ) =>
          new TransactionalRunner(transactions, authoriser, journal, new TellingObserver(logger, metrics, telemetry)),
      },
      {
        provide: INTERNAL_VERIFIER,
        useFactory: () => new InternalVerifier(config.schedulerPublicKeys),
      },
      {
        provide: JOBS,
        inject: [LOGGER, METRICS, CLOCK],
        useFactory: (logger: Logger, metrics: Registry, clock: Clock) =>
          new BackgroundJobs({ databaseUrl: config.databaseUrl, logger, metrics, clock }),
      },
      {
        provide: Readiness,
        inject: [DATA_SOURCE, JOBS, StandingFaults],
        useFactory: (source: DataSource, jobs: BackgroundJobs, standing: StandingFaults) =>
          new Readiness(source, jobs, standing),
      },
      { provide: StandingFaults, useFactory: () => new StandingFaults() },
    ];
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers,
      exports: providers.map((provider) => provider.provide),
    };
  }

  /** Every room has said by now what it does in the background. */
  onApplicationBootstrap(): Promise<void> {
    return this.jobs.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.jobs.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.telemetry.stop();
  }
}

async function connect(config: Config, logger: Logger): Promise<DataSource> {
  const source = createDataSource({
    url: config.databaseUrl,
    poolSize: POOL_SIZE,
    onPoolError: (error) => logger.warn({ event: "database.connection_lost", reason: reasonOf(error) }),
  });
  try {
    await source.initialize();
  } catch (error) {
    throw new StartError(`DATABASE_URL: cannot connect: ${reasonOf(error)}`, { cause: error });
  }
  if (await seesThroughPolicies(source)) {
    await source.destroy();
    throw new StartError("DATABASE_URL: this role passes row-level security by; use a login that is in socle_app");
  }
  return source;
}
