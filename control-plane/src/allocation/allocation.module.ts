import { Module } from "@nestjs/common";
import type { UseCaseRunner } from "../kernel/use-case.js";
import { USE_CASE_RUNNER } from "../platform/tokens.js";
import { TenancyModule } from "../tenancy/index.js";
import { ThresholdWatch } from "./adapters/alerts/threshold-watch.js";
import { AllocationResolver } from "./adapters/graphql/allocation.resolver.js";
import { BudgetResolver } from "./adapters/graphql/budget.resolver.js";
import { NodeLoader } from "./adapters/graphql/node-loader.js";
import { PoolLiveRowResolver } from "./adapters/graphql/pool-live-row.resolver.js";
import { PoolLoanResolver } from "./adapters/graphql/pool-loan.resolver.js";
import { PoolReads } from "./adapters/graphql/pool-reads.js";
import { UsageLimitResolver } from "./adapters/graphql/usage-limit.resolver.js";
import { LeaseController } from "./adapters/http/lease.controller.js";
import {
  allocationPorts,
  closeLostEpoch,
  grantAllocation,
  leaseBlocksOnPostgres,
  noteThreshold,
  poolLiveOnPostgres,
  setBudget,
  setUsageLimit,
} from "./allocation.composition.js";
import {
  BUDGETS,
  CLOSE_LOST_EPOCH,
  GRANT_ALLOCATION,
  LEASE_BLOCKS,
  LIMITS,
  SET_BUDGET,
  SET_USAGE_LIMIT,
} from "./allocation.tokens.js";

/** Who gets what: rights in GPUs, budgets, limits, and the leases by which schedulers hold them. */
@Module({
  imports: [TenancyModule],
  controllers: [LeaseController],
  providers: [
    { provide: LEASE_BLOCKS, useValue: leaseBlocksOnPostgres },
    { provide: GRANT_ALLOCATION, useValue: grantAllocation },
    { provide: SET_BUDGET, useValue: setBudget },
    { provide: SET_USAGE_LIMIT, useValue: setUsageLimit },
    { provide: CLOSE_LOST_EPOCH, useValue: closeLostEpoch },
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
    AllocationResolver,
    BudgetResolver,
    UsageLimitResolver,
    PoolLiveRowResolver,
    PoolLoanResolver,
  ],
  exports: [PoolReads],
})
export class AllocationModule {}
