import type { Context } from "../../kernel/use-case.js";
import { ceilingOfBudget, ceilingOfLimit, type Ceiling } from "../domain/ceiling.js";
import type { BudgetRepository } from "../ports/budget-repository.port.js";
import type { PeriodToBegin } from "../ports/lease-store.port.js";
import type { UsageLimitRepository } from "../ports/usage-limit-repository.port.js";

export interface CeilingPorts {
  readonly budgets: BudgetRepository;
  readonly limits: UsageLimitRepository;
}

/** Every budget and limit by id. */
export async function readCeilings(ctx: Context, ports: CeilingPorts): Promise<ReadonlyMap<string, Ceiling>> {
  const budgets = (await ports.budgets.list(ctx)).map(ceilingOfBudget);
  const limits = (await ports.limits.list(ctx)).map(ceilingOfLimit);
  return new Map([...budgets, ...limits].map((ceiling) => [ceiling.id, ceiling]));
}

export function periodToBegin(ceiling: Ceiling, at: Date): PeriodToBegin {
  const { start, end } = ceiling.periodAt(at);
  return { budgetId: ceiling.id, periodStart: start.getTime(), periodEnd: end.getTime() };
}
