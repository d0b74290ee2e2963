export { PlanModule } from "./plan.module.js";
export { planUseCases } from "./plan.composition.js";
export { exportPlan } from "./adapters/postgres/pg-plan-export.js";
export type { PlanRecord } from "./domain/plan-record.js";
