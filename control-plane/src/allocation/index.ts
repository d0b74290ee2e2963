export { AllocationModule } from "./allocation.module.js";
export {
  grantAllocation,
  readAllocationRecords,
  setBudget,
  setUsageLimit,
  settleUsage,
} from "./allocation.composition.js";
export type { AllocationRecords } from "./use-cases/allocation-snapshot.js";
