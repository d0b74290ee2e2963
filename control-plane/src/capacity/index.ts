export { CapacityModule } from "./capacity.module.js";
export type { Campaign } from "./domain/campaign/campaign.js";
export type { CapacityLine } from "./domain/declaration/capacity-line.js";
export type { CapacityNeed } from "./domain/need/capacity-need.js";
export { clawback, GPU_UNDER_USE_RULE } from "./domain/consolidation/under-use.js";
export { capacityUseCases, tellNeedsOnPostgres } from "./capacity.composition.js";
export type { NeedTeller } from "./use-cases/submissions/tell-needs.js";
export { exportCapacity, type CapacityExport } from "./adapters/postgres/pg-capacity-export.js";
