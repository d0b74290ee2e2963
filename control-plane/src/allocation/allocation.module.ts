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
import { AllocationResolver } from "./adapters/graphql/allocation.resolver.js";
import { BudgetResolver } from "./adapters/graphql/budget.resolver.js";
import { CutOrderResolver } from "./adapters/graphql/cut-order.resolver.js";
import { NodeLoader } from "./adapters/graphql/node-loader.js";
import { PoolFieldsResolver } from "./adapters/graphql/pool-fields.resolver.js";
import { PoolLiveRowResolver } from "./adapters/graphql/pool-live-row.resolver.js";
import { PoolLoanResolver } from "./adapters/graphql/pool-loan.resolver.js";
import { PoolReads } from "./adapters/graphql/pool-reads.js";
import { RoundJobMutations } from "./adapters/graphql/rounds/round-job.mutations.js";
import { RoundMutations } from "./adapters/graphql/rounds/round.mutations.js";
import { RoundLineResolver, RoundOpinionResolver, RoundQueries } from "./adapters/graphql/rounds/round.queries.js";
import { RoundRightResolver } from "./adapters/graphql/rounds/round-right.resolver.js";
import { RoundJobs } from "./adapters/solver/round-jobs.js";
import { WorkerRoundSolver } from "./adapters/solver/worker-round-solver.js";
import { UsageLimitResolver } from "./adapters/graphql/usage-limit.resolver.js";
import { LeaseController } from "./adapters/http/lease.controller.js";
import {
  allocationPorts,
  allocationSource,
  closeLostEpoch,
  cutOrderOnPostgres,
  grantAllocation,
  leaseBlocksOnPostgres,
  noteThreshold,
  poolLiveOnPostgres,
  setBudget,
  setUsageLimit,
  settleUsage,
} from "./allocation.composition.js";
import {
  BUDGETS,
  CLOSE_LOST_EPOCH,
  CUT_ORDER,
  GRANT_ALLOCATION,
  LEASE_BLOCKS,
  LIMITS,
  ROUND_PORTS,
  ROUND_USE_CASES,
  SET_BUDGET,
  SET_USAGE_LIMIT,
  START_ROUND_JOB,
} from "./allocation.tokens.js";
import { pgRoundPorts, roundUseCases } from "./rounds.composition.js";
import { startRoundJob } from "./use-cases/round-jobs/start-round-job.use-case.js";

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
    { provide: LEASE_BLOCKS, useValue: leaseBlocksOnPostgres },
    { provide: GRANT_ALLOCATION, useValue: grantAllocation },
    { provide: SET_BUDGET, useValue: setBudget },
    { provide: SET_USAGE_LIMIT, useValue: setUsageLimit },
    { provide: CLOSE_LOST_EPOCH, useValue: closeLostEpoch },
    { provide: CUT_ORDER, useValue: cutOrderOnPostgres },
    { provide: LIMITS, useValue: allocationPorts.limits },
    { provide: BUDGETS, useValue: allocationPorts.budgets },
    {
      provide: NodeLoader,
      inject: [USE_CASE_RUNNER],
      useFactory: (runner: UseCaseRunner) => new NodeLoader(runner, allocationPorts.nodes),
    },
    {
      provide: PoolReads,
      inject: [USE_CASE_RUNNER],
      useFactory: (runner: UseCaseRunner) =>
        new PoolReads(runner, allocationPorts.allocations, allocationPorts.nodes, poolLiveOnPostgres),
    },
    { provide: ROUND_PORTS, useValue: pgRoundPorts },
    { provide: ROUND_USE_CASES, useValue: roundUseCases },
    {
      provide: START_ROUND_JOB,
      inject: [JOBS],
      useFactory: (queue: BackgroundJobs) => startRoundJob({ ...pgRoundPorts, queue }),
    },
    RoundQueries,
    RoundLineResolver,
    RoundRightResolver,
    RoundOpinionResolver,
    RoundMutations,
    RoundJobMutations,
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
    jobs.repeat(thresholdWatch(runner, allocationPorts.alerts, noteThreshold));
    jobs.ask(new RoundJobs({ runner, transactions, ports: pgRoundPorts, solver: new WorkerRoundSolver(), logger }));
  }
}
