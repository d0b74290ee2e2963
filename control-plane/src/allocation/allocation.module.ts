import { Global, Module } from "@nestjs/common";
import type { Logger } from "pino";
import type { UseCaseRunner } from "../kernel/use-case.js";
import type { Transactions } from "../platform/use-case-runner/transactions.port.js";
import { LOGGER, TRANSACTIONS, USE_CASE_RUNNER } from "../platform/tokens.js";
import { HELD_RIGHTS } from "../capacity/index.js";
import { USAGE_SETTLEMENT } from "../ledger/index.js";
import { ALLOCATION_SOURCE } from "../serving/index.js";
import { TenancyModule } from "../tenancy/index.js";
import { PgHeldRights } from "./adapters/capacity/pg-held-rights.js";
import { ThresholdWatch } from "./adapters/alerts/threshold-watch.js";
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
import { RoundJobRunner } from "./adapters/solver/round-job-runner.js";
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
} from "./allocation.tokens.js";
import { pgRoundPorts, roundUseCases } from "./rounds.composition.js";

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
    {
      provide: ThresholdWatch,
      inject: [USE_CASE_RUNNER],
      useFactory: (runner: UseCaseRunner) => new ThresholdWatch(runner, allocationPorts.alerts, noteThreshold),
    },
    { provide: ROUND_PORTS, useValue: pgRoundPorts },
    { provide: ROUND_USE_CASES, useValue: roundUseCases },
    {
      provide: RoundJobRunner,
      inject: [USE_CASE_RUNNER, TRANSACTIONS, LOGGER],
      useFactory: (runner: UseCaseRunner, transactions: Transactions, logger: Logger) => {
        const { startJob: start, recordAnswer: record } = roundUseCases;
        const solver = new WorkerRoundSolver();
        return new RoundJobRunner({ runner, transactions, jobs: pgRoundPorts.jobs, solver, start, record, logger });
      },
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
export class AllocationModule {}
