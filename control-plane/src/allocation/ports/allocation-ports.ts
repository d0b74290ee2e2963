import type { AllocationRepository } from "./allocation-repository.port.js";
import type { BudgetAlertStore } from "./budget-alert.port.js";
import type { BudgetRepository } from "./budget-repository.port.js";
import type { LeaseStore } from "./lease-store.port.js";
import type { NodeDirectory } from "./node-directory.port.js";
import type { PoolActivityStore } from "./pool-activity.port.js";
import type { PoolDirectory } from "./pool-directory.port.js";
import type { PoolShareStore } from "./pool-share-store.port.js";
import type { UsageLimitRepository } from "./usage-limit-repository.port.js";

export interface AllocationPorts {
  readonly nodes: NodeDirectory;
  readonly pools: PoolDirectory;
  readonly allocations: AllocationRepository;
  readonly budgets: BudgetRepository;
  readonly limits: UsageLimitRepository;
  readonly leases: LeaseStore;
  readonly activity: PoolActivityStore;
  readonly shares: PoolShareStore;
  readonly alerts: BudgetAlertStore;
}
