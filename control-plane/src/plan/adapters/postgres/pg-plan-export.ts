import type { Context } from "../../../kernel/use-case.js";
import type { PlanRecord } from "../../domain/plan-record.js";
import { PgPlanRecordStore } from "./pg-plan-record.store.js";

/** Every record of the plan, for seed files. */
export const exportPlan = (ctx: Context): Promise<readonly PlanRecord[]> => new PgPlanRecordStore().all(ctx);
