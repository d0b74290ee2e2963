import type { AllocationSource } from "../serving/index.js";
import { PgAllocationRepository } from "./adapters/postgres/pg-allocation.repository.js";
import { PgBudgetAlertStore } from "./adapters/postgres/pg-budget-alert.store.js";
import { PgBudgetRepository } from "./adapters/postgres/pg-budget.repository.js";
import { PgLeaseStore } from "./adapters/postgres/pg-lease.store.js";
import { PgNodeDirectory } from "./adapters/postgres/pg-node-directory.js";
import { PgPoolActivityStore } from "./adapters/postgres/pg-pool-activity.store.js";
import { PgPoolDirectory } from "./adapters/postgres/pg-pool-directory.js";
import { PgPoolShareStore } from "./adapters/postgres/pg-pool-share.store.js";
import { PgUsageLimitRepository } from "./adapters/postgres/pg-usage-limit.repository.js";
import type { AllocationPorts } from "./ports/allocation-ports.js";
import {
  allocationSnapshot,
  nextTurnOfRights,
  readAllocationRecords as recordsOf,
} from "./use-cases/allocation-snapshot.js";
import { grantAllocationUseCase } from "./use-cases/grant-allocation.use-case.js";
import { setBudgetUseCase } from "./use-cases/set-budget.use-case.js";
import { setUsageLimitUseCase } from "./use-cases/set-usage-limit.use-case.js";
import { settleUsage as settle } from "./use-cases/settle-usage.js";

/** The room's ports on PostgreSQL. Adapters hold no state: each call works in its context's transaction. */
export const allocationPorts: AllocationPorts = {
  nodes: new PgNodeDirectory(),
  pools: new PgPoolDirectory(),
  allocations: new PgAllocationRepository(),
  budgets: new PgBudgetRepository(),
  limits: new PgUsageLimitRepository(),
  leases: new PgLeaseStore(),
  activity: new PgPoolActivityStore(),
  shares: new PgPoolShareStore(),
  alerts: new PgBudgetAlertStore(),
};

export const grantAllocation = grantAllocationUseCase(allocationPorts);
export const setBudget = setBudgetUseCase(allocationPorts);
export const setUsageLimit = setUsageLimitUseCase(allocationPorts);

/** This room's part of the snapshot, in the context's transaction. */
export const allocationSource: AllocationSource = {
  allocation: allocationSnapshot(allocationPorts),
  nextTurn: nextTurnOfRights(allocationPorts),
};
/** Everything held, as the seed's export writes it. */
export const readAllocationRecords = recordsOf(allocationPorts);
/** Counts charges against the budgets of their path, in the context's transaction. */
export const settleUsage = settle(allocationPorts);
