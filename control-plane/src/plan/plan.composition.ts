import { pgPlanPorts } from "./adapters/postgres/pg-plan-ports.js";
import { importPlanRecord } from "./use-cases/import-plan-record.use-case.js";

/** Verbs on PostgreSQL for the seed, which may run each again. */
export const planUseCases = { importPlanRecord: importPlanRecord(pgPlanPorts()) } as const;
