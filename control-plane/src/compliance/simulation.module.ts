import { Module } from "@nestjs/common";
import type { Logger } from "pino";
import type { UseCaseRunner } from "../kernel/use-case.js";
import type { Config } from "../platform/config/config.js";
import { CONFIG, LOGGER, TRANSACTIONS, USE_CASE_RUNNER } from "../platform/tokens.js";
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
import { SimulationRunner } from "./adapters/replay/simulation-runner.js";
import { WorkerReplayEngine } from "./adapters/replay/worker-replay-engine.js";
import { BundlesModule } from "./bundles.module.js";
import { ACTIVE_RULES } from "./bundles.tokens.js";
import type { ActiveRules } from "./ports/bundles/active-rules.port.js";
import type { SimulationPorts } from "./ports/simulation/simulation-ports.js";
import { CANCEL_SIMULATION, SIMULATION_PORTS } from "./simulation.tokens.js";
import { cancelSimulation } from "./use-cases/simulation/cancel-simulation.use-case.js";
import { recordSimulation } from "./use-cases/simulation/record-simulation.use-case.js";
import { requestSimulation } from "./use-cases/simulation/request-simulation.use-case.js";

/** Adapters hold no state: each call works in its context's transaction. */
export const pgSimulationPorts = (rules: ActiveRules): SimulationPorts => ({
  simulations: new PgSimulationStore(),
  directory: new PgSimulationDirectory(),
  rules,
});

const runnerOf = (
  config: Config,
  ports: SimulationPorts,
  runner: UseCaseRunner,
  transactions: Transactions,
  logger: Logger,
): SimulationRunner => {
  const engine = new WorkerReplayEngine(config.databaseUrl);
  const [request, record] = [requestSimulation(ports), recordSimulation(ports)];
  return new SimulationRunner({
    ...{ runner, transactions, simulations: ports.simulations, engine, request, record, logger },
  });
};

/** What other rules, or another day, would have made of the decisions that were taken. */
@Module({
  imports: [BundlesModule, TenancyModule],
  controllers: [SimulationExportController],
  providers: [
    { provide: SIMULATION_PORTS, inject: [ACTIVE_RULES], useFactory: pgSimulationPorts },
    { provide: CANCEL_SIMULATION, inject: [SIMULATION_PORTS], useFactory: cancelSimulation },
    {
      provide: SimulationRunner,
      inject: [CONFIG, SIMULATION_PORTS, USE_CASE_RUNNER, TRANSACTIONS, LOGGER],
      useFactory: runnerOf,
    },
    SimulationQueries,
    SimulationChangeResolver,
    SimulationMinistryResolver,
    SimulationPoolResolver,
    SimulationMutations,
  ],
})
export class SimulationModule {}
