import { Inject, Module } from "@nestjs/common";
import type { UseCaseRunner } from "../kernel/use-case.js";
import type { BackgroundJobs } from "../platform/jobs/background-jobs.js";
import { JOBS, TRANSACTIONS, USE_CASE_RUNNER } from "../platform/tokens.js";
import type { Transactions } from "../platform/use-case-runner/transactions.port.js";
import { TenancyModule } from "../tenancy/index.js";
import { ConsolidationMutations } from "./adapters/graphql/consolidation/consolidation.mutations.js";
import {
  ConsolidationCommentBy,
  ConsolidationResolver,
} from "./adapters/graphql/consolidation/consolidation.resolver.js";
import { SizingResolver } from "./adapters/graphql/sizing/sizing.resolver.js";
import { ConsolidationExportController } from "./adapters/http/consolidation/consolidation-export.controller.js";
import { ConsolidationJobs } from "./adapters/jobs/consolidation-jobs.js";
import { pgConsolidationPorts } from "./adapters/postgres/consolidation/pg-consolidation-ports.js";
import { CONSOLIDATION_PORTS, HELD_RIGHTS } from "./capacity.tokens.js";
import type { ConsolidationRoomPorts } from "./ports/consolidation/consolidation-ports.js";

/** From needs to GPUs, and a campaign's needs against its capacities. */
@Module({
  imports: [TenancyModule],
  controllers: [ConsolidationExportController],
  providers: [
    { provide: CONSOLIDATION_PORTS, inject: [HELD_RIGHTS, JOBS], useFactory: pgConsolidationPorts },
    ConsolidationResolver,
    ConsolidationCommentBy,
    ConsolidationMutations,
    SizingResolver,
  ],
})
export class ConsolidationModule {
  constructor(
    @Inject(JOBS) jobs: BackgroundJobs,
    @Inject(USE_CASE_RUNNER) runner: UseCaseRunner,
    @Inject(TRANSACTIONS) transactions: Transactions,
    @Inject(CONSOLIDATION_PORTS) ports: ConsolidationRoomPorts,
  ) {
    jobs.ask(new ConsolidationJobs(runner, transactions, ports));
  }
}
