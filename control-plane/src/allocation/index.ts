export { AllocationModule } from "./allocation.module.js";
export {
  allocationSnapshotSource,
  nextTurnSource,
  grantAllocation,
  readAllocationRecords,
  setBudget,
  setUsageLimit,
  settleUsage,
} from "./allocation.composition.js";
export type { AllocationRecords } from "./use-cases/allocation-snapshot.js";
export { PoolReads } from "./adapters/graphql/pool-reads.js";
export { AllocationType, PoolLiveType } from "./adapters/graphql/allocation.types.js";
