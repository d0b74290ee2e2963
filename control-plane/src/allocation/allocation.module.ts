import { Global, Inject, Module } from "@nestjs/common";
import type { Logger } from "pino";
import type { UseCaseRunner } from "../kernel/use-case.js";
import type { BackgroundJobs } from "../platform/jobs/background-jobs.js";
import type { Transactions } from "../platform/use-case-runner/transactions.port.js";
import { JOBS, LOGGER, TRANSACTIONS, USE_CASE_RUNNER } from "../platform/tokens.js";
import { HELD_RIGHTS } from "../capacity/index.js";
import { USAGE_SETTLEMENT } from "../ledger/index.js";
import { ALLOCATION_SOURCE } from "../serving/index.js";
import { TenancyModule } from "../tenancy/index.js";
import { PgHeldRights } from "./adapters/capacity/pg-held-rights.js";
import { thresholdWatch } from "./adapters/alerts/threshold-watch.js";
import { AllocationMutations } from "./adapters/graphql/allocation.mutations.js";
import { AllocationResolver } from "./adapters/graphql/allocation.resolver.js";
import { BudgetResolver } from "./adapters/graphql/budget.resolver.js";
import { CutOrderResolver } from "./adapters/graphql/cut-order.resolver.js";
import { NodeLoader } from "./adapters/graphql/node-loader.js";
import { PoolFieldsResolver } from "./adapters/graphql/pool-fields.resolver.js";
import { PoolLiveRowResolver } from "./adapters/graphql/pool-live-row.resolver.js";
import { PoolLoanResolver } from "./adapters/graphql/pool-loan.resolver.js";
import { PoolReads } from "./adapters/graphql/pool-reads.js";
import { RoundMutations, RoundStepMutations } from "./adapters/graphql/rounds/round.mutations.js";
import { RoundLineResolver, RoundOpinionResolver, RoundQueries } from "./adapters/graphql/rounds/round.queries.js";
import { RoundRightResolver } from "./adapters/graphql/rounds/round-right.resolver.js";
import { RoundJobs } from "./adapters/solver/round-jobs.js";
import { WorkerRoundSolver } from "./adapters/solver/worker-round-solver.js";
import { UsageLimitResolver } from "./adapters/graphql/usage-limit.resolver.js";
import { LeaseController } from "./adapters/http/lease.controller.js";
import { allocationPorts, allocationSource, settleUsage } from "./allocation.composition.js";
import { ALLOCATION_PORTS, ROUND_PORTS } from "./allocation.tokens.js";
import type { RoundRoomPorts } from "./ports/round-ports.js";
import { pgRoundPorts } from "./rounds.composition.js";
import { noteThresholdUseCase } from "./use-cases/note-threshold.use-case.js";

/**
 * Who gets what: rights in GPUs, budgets, limits, and the leases by which schedulers hold them. Global: serving, ledger
 * and capacity are given their ports by it.
 */
@Global()
@Module({
  imports: [TenancyModule],
  controllers: [LeaseController],
  providers: [
    { provide: ALLOCATION_SOURCE, useValue: allocationSource },
    { provide: USAGE_SETTLEMENT, useValue: settleUsage },
    { provide: HELD_RIGHTS, useClass: PgHeldRights },
    { provide: ALLOCATION_PORTS, useValue: allocationPorts },
    {
      provide: ROUND_PORTS,
      inject: [JOBS],
      useFactory: (queue: BackgroundJobs): RoundRoomPorts => ({ ...pgRoundPorts, queue }),
    },
    NodeLoader,
    PoolReads,
    RoundQueries,
    RoundLineResolver,
    RoundRightResolver,
    RoundOpinionResolver,
    RoundMutations,
    RoundStepMutations,
    AllocationMutations,
    AllocationResolver,
    CutOrderResolver,
    BudgetResolver,
    UsageLimitResolver,
    PoolLiveRowResolver,
    PoolLoanResolver,
    PoolFieldsResolver,
  ],
  exports: [ALLOCATION_SOURCE, USAGE_SETTLEMENT, HELD_RIGHTS],
})
export class AllocationModule {
  constructor(
    @Inject(JOBS) jobs: BackgroundJobs,
    @Inject(USE_CASE_RUNNER) runner: UseCaseRunner,
    @Inject(TRANSACTIONS) transactions: Transactions,
    @Inject(LOGGER) logger: Logger,
  ) {
    jobs.repeat(thresholdWatch(runner, allocationPorts.alerts, noteThresholdUseCase(allocationPorts)));
    jobs.ask(new RoundJobs({ runner, transactions, ports: pgRoundPorts, solver: new WorkerRoundSolver(), logger }));
  }
}
