export { AllocationModule } from "./allocation.module.js";
export {
  allocationSnapshotSource,
  grantAllocation,
  readAllocationRecords,
  setBudget,
  setUsageLimit,
  settleUsage,
} from "./allocation.composition.js";
export type { Charge } from "./use-cases/settle-usage.js";
export type { AllocationRecords, AllocationSnapshot } from "./use-cases/allocation-snapshot.js";
export { NodeLoader } from "./adapters/graphql/node-loader.js";
export { PoolReads } from "./adapters/graphql/pool-reads.js";
export { AllocationType, PoolLiveType } from "./adapters/graphql/allocation.types.js";
