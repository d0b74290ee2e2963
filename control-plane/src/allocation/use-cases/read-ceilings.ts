import type { Context } from "../../kernel/use-case.js";
import { ceilingOfBudget, ceilingOfLimit, type Ceiling } from "../domain/ceiling.js";
import type { BudgetRepository } from "../ports/budget-repository.port.js";
import type { PeriodToBegin } from "../ports/lease-store.port.js";
import type { UsageLimitRepository } from "../ports/usage-limit-repository.port.js";

export interface CeilingPorts {
  readonly budgets: BudgetRepository;
  readonly limits: UsageLimitRepository;
}

/** The budgets and limits that are named, and the budgets of these nodes, by id: never all that there are. */
export async function readCeilings(
  ctx: Context,
  ports: CeilingPorts,
  ids: Iterable<string>,
  nodeIds: Iterable<string> = [],
): Promise<ReadonlyMap<string, Ceiling>> {
  const named = [...new Set(ids)];
  const budgets = (await ports.budgets.named(ctx, named, [...new Set(nodeIds)])).map(ceilingOfBudget);
  const limits = named.length === 0 ? [] : (await ports.limits.named(ctx, named)).map(ceilingOfLimit);
  return new Map([...budgets, ...limits].map((ceiling) => [ceiling.id, ceiling]));
}

export function periodToBegin(ceiling: Ceiling, at: Date): PeriodToBegin {
  const { start, end } = ceiling.periodAt(at);
  return { budgetId: ceiling.id, periodStart: start.getTime(), periodEnd: end.getTime() };
}
