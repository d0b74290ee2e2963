import { LIMITS, type CeilingUnit } from "@socle/contracts";
import type { CalendarPeriod } from "../../kernel/paris-calendar.js";
import { budgetPeriodAt, type Budget } from "./budget.js";
import { limitWindowAt, type UsageLimit } from "./usage-limit.js";

/** A budget or a limit as leases see it: an amount in each of its periods. */
export interface Ceiling {
  readonly id: string;
  readonly nodeId: string;
  readonly unit: CeilingUnit;
  readonly modelId: string | null;
  readonly isBudget: boolean;
  /** Requests at once: what is held is free again after the request, so nothing of it is ever settled. */
  readonly held: boolean;
  periodAt(at: Date): CalendarPeriod;
}

export const ceilingOfBudget = (budget: Budget): Ceiling => ({
  id: budget.id,
  nodeId: budget.nodeId,
  unit: budget.unit,
  modelId: budget.modelId,
  isBudget: true,
  held: false,
  periodAt: (at) => budgetPeriodAt(budget, at),
});

export const ceilingOfLimit = (limit: UsageLimit): Ceiling => ({
  id: limit.id,
  nodeId: limit.nodeId,
  unit: LIMITS[limit.kind].unit,
  modelId: limit.modelId,
  isBudget: false,
  held: limit.kind === "concurrency",
  periodAt: (at) => limitWindowAt(limit, at),
});
