import { Module } from "@nestjs/common";
import type { UseCaseRunner } from "../kernel/use-case.js";
import { USE_CASE_RUNNER } from "../platform/tokens.js";
import { TenancyModule } from "../tenancy/index.js";
import { AllocationResolver } from "./adapters/graphql/allocation.resolver.js";
import { BudgetResolver } from "./adapters/graphql/budget.resolver.js";
import { NodeLoader } from "./adapters/graphql/node-loader.js";
import { PoolLiveRowResolver } from "./adapters/graphql/pool-live-row.resolver.js";
import { PoolReads } from "./adapters/graphql/pool-reads.js";
import { LeaseController } from "./adapters/http/lease.controller.js";
import {
  allocationPorts,
  grantAllocation,
  leaseBlocksOnPostgres,
  poolLiveOnPostgres,
  setBudget,
} from "./allocation.composition.js";
import { BUDGETS, GRANT_ALLOCATION, LEASE_BLOCKS, SET_BUDGET } from "./allocation.tokens.js";

/** Who gets what: rights in GPUs, budgets, limits, and the leases by which schedulers hold them. */
@Module({
  imports: [TenancyModule],
  controllers: [LeaseController],
  providers: [
    { provide: LEASE_BLOCKS, useValue: leaseBlocksOnPostgres },
    { provide: GRANT_ALLOCATION, useValue: grantAllocation },
    { provide: SET_BUDGET, useValue: setBudget },
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
    AllocationResolver,
    BudgetResolver,
    PoolLiveRowResolver,
  ],
  exports: [PoolReads],
})
export class AllocationModule {}
