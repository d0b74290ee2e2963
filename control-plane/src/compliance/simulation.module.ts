import { Inject, Module } from "@nestjs/common";
import type { Logger } from "pino";
import type { UseCaseRunner } from "../kernel/use-case.js";
import type { Config } from "../platform/config/config.js";
import type { BackgroundJobs } from "../platform/jobs/background-jobs.js";
import { CONFIG, JOBS, LOGGER, TRANSACTIONS, USE_CASE_RUNNER } from "../platform/tokens.js";
import type { Transactions } from "../platform/use-case-runner/transactions.port.js";
import { TenancyModule } from "../tenancy/index.js";
import { SimulationMutations } from "./adapters/graphql/simulation/simulation.mutations.js";
import {
  SimulationChangeResolver,
  SimulationMinistryResolver,
  SimulationPoolResolver,
  SimulationQueries,
} from "./adapters/graphql/simulation/simulation.queries.js";
import { SimulationExportController } from "./adapters/http/simulation/simulation-export.controller.js";
import { PgSimulationDirectory } from "./adapters/postgres/simulation/pg-simulation-directory.js";
import { PgSimulationStore } from "./adapters/postgres/simulation/pg-simulation.store.js";
import { SimulationJobs } from "./adapters/replay/simulation-jobs.js";
import { WorkerReplayEngine } from "./adapters/replay/worker-replay-engine.js";
import { BundlesModule } from "./bundles.module.js";
import { ACTIVE_RULES } from "./bundles.tokens.js";
import type { ActiveRules } from "./ports/bundles/active-rules.port.js";
import type { SimulationRoomPorts } from "./ports/simulation/simulation-ports.js";
import { SIMULATION_PORTS } from "./simulation.tokens.js";

/** Adapters hold no state: each call works in its context's transaction. */
const pgSimulationPorts = (rules: ActiveRules, queue: BackgroundJobs): SimulationRoomPorts => ({
  simulations: new PgSimulationStore(),
  directory: new PgSimulationDirectory(),
  rules,
  queue,
});

/** What other rules, or another day, would have made of the decisions that were taken. */
@Module({
  imports: [BundlesModule, TenancyModule],
  controllers: [SimulationExportController],
  providers: [
    { provide: SIMULATION_PORTS, inject: [ACTIVE_RULES, JOBS], useFactory: pgSimulationPorts },
    SimulationQueries,
    SimulationChangeResolver,
    SimulationMinistryResolver,
    SimulationPoolResolver,
    SimulationMutations,
  ],
})
export class SimulationModule {
  constructor(
    @Inject(JOBS) jobs: BackgroundJobs,
    @Inject(CONFIG) config: Config,
    @Inject(SIMULATION_PORTS) ports: SimulationRoomPorts,
    @Inject(USE_CASE_RUNNER) runner: UseCaseRunner,
    @Inject(TRANSACTIONS) transactions: Transactions,
    @Inject(LOGGER) logger: Logger,
  ) {
    const engine = new WorkerReplayEngine(config.databaseUrl);
    jobs.ask(new SimulationJobs({ runner, transactions, ports, engine, logger }));
  }
}
