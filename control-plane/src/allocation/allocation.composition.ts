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
import {
  allocationSnapshot,
  nextTurnOfRights,
  readAllocationRecords as recordsOf,
} from "./use-cases/allocation-snapshot.js";
import { closeLostEpochUseCase } from "./use-cases/close-lost-epoch.use-case.js";
import { grantAllocationUseCase } from "./use-cases/grant-allocation.use-case.js";
import { leaseBlocks } from "./use-cases/lease-blocks.js";
import { noteThresholdUseCase } from "./use-cases/note-threshold.use-case.js";
import { readCutOrder } from "./use-cases/read-cut-order.js";
import { readPoolLive } from "./use-cases/read-pool-live.js";
import { setBudgetUseCase } from "./use-cases/set-budget.use-case.js";
import { setUsageLimitUseCase } from "./use-cases/set-usage-limit.use-case.js";
import { settleUsage as settle } from "./use-cases/settle-usage.js";

/** The room's ports on PostgreSQL. Adapters hold no state: each call works in its context's transaction. */
export const allocationPorts = {
  nodes: new PgNodeDirectory(),
  pools: new PgPoolDirectory(),
  allocations: new PgAllocationRepository(),
  budgets: new PgBudgetRepository(),
  limits: new PgUsageLimitRepository(),
  leases: new PgLeaseStore(),
  activity: new PgPoolActivityStore(),
  shares: new PgPoolShareStore(),
  alerts: new PgBudgetAlertStore(),
} as const;

export const grantAllocation = grantAllocationUseCase(allocationPorts);
export const setBudget = setBudgetUseCase(allocationPorts);
export const setUsageLimit = setUsageLimitUseCase(allocationPorts);
export const closeLostEpoch = closeLostEpochUseCase(allocationPorts);
export const noteThreshold = noteThresholdUseCase(allocationPorts);
export const leaseBlocksOnPostgres = leaseBlocks(allocationPorts);
export const poolLiveOnPostgres = readPoolLive(allocationPorts);
export const cutOrderOnPostgres = readCutOrder({ ...allocationPorts, live: poolLiveOnPostgres });

/** This room's part of the snapshot, in the context's transaction. */
export const allocationSource: AllocationSource = {
  allocation: allocationSnapshot(allocationPorts),
  nextTurn: nextTurnOfRights(allocationPorts),
};
/** Everything held, as the seed's export writes it. */
export const readAllocationRecords = recordsOf(allocationPorts);
/** Counts charges against the budgets of their path, in the context's transaction. */
export const settleUsage = settle(allocationPorts);
