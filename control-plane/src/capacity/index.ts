export { CapacityModule } from "./capacity.module.js";
export type { Campaign } from "./domain/campaign/campaign.js";
export type { Quarter } from "./domain/campaign/quarter.js";
export type { CapacityLine } from "./domain/declaration/capacity-line.js";
export type { CapacityNeed, NeedQuantity } from "./domain/need/capacity-need.js";
export type { AcceptedCapacity, AcceptedLine } from "./ports/accepted-capacity.port.js";
export { PgAcceptedCapacity } from "./adapters/postgres/pg-accepted.capacity.js";
export { clawback, GPU_UNDER_USE_RULE } from "./domain/consolidation/under-use.js";
