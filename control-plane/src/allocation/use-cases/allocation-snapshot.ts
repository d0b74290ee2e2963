import type { AllocationV1, BudgetV1, LimitV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { Allocation } from "../domain/allocation.js";
import { budgetPeriodAt, type Budget } from "../domain/budget.js";
import type { UsageLimit } from "../domain/usage-limit.js";
import type { AllocationRepository } from "../ports/allocation-repository.port.js";
import type { BudgetRepository } from "../ports/budget-repository.port.js";
import type { UsageLimitRepository } from "../ports/usage-limit-repository.port.js";

export interface AllocationRecordPorts {
  readonly allocations: AllocationRepository;
  readonly budgets: BudgetRepository;
  readonly limits: UsageLimitRepository;
}

export interface AllocationRecords {
  readonly allocations: readonly Allocation[];
  readonly budgets: readonly Budget[];
  readonly limits: readonly UsageLimit[];
}

export interface AllocationSnapshot {
  readonly allocations: readonly AllocationV1[];
  readonly budgets: readonly BudgetV1[];
  readonly limits: readonly LimitV1[];
}

/** Everything that is held, in a stable order. */
export const readAllocationRecords =
  (ports: AllocationRecordPorts) =>
  async (ctx: Context): Promise<AllocationRecords> => ({
    allocations: await ports.allocations.list(ctx),
    budgets: await ports.budgets.list(ctx),
    limits: await ports.limits.list(ctx),
  });

/** This room's part of the snapshot: budgets with the period that holds now. */
export const allocationSnapshot =
  (ports: AllocationRecordPorts) =>
  async (ctx: Context): Promise<AllocationSnapshot> => {
    const records = await readAllocationRecords(ports)(ctx);
    const now = ctx.clock.now();
    return {
      allocations: records.allocations.map(
        ({ id, poolId, nodeId, nominal, guarantee, lendLimit, borrowLimit, weight, criticality, historyFactor }) => ({
          id,
          poolId,
          nodeId,
          nominal,
          guarantee,
          lendLimit,
          borrowLimit,
          weight,
          criticality,
          historyFactor,
        }),
      ),
      budgets: records.budgets.map((budget) => budgetV1(budget, now)),
      limits: records.limits.map(({ id, nodeId, kind, value, modelId, hard }) => {
        return { id, nodeId, kind, value, modelId, hard };
      }),
    };
  };

/** When the next right begins or ends: until then, what is held stays as it is unless somebody writes. */
export const nextTurnOfRights =
  ({ allocations }: Pick<AllocationRecordPorts, "allocations">) =>
  (ctx: Context): Promise<Date | null> =>
    allocations.nextTurn(ctx);

function budgetV1(budget: Budget, now: Date): BudgetV1 {
  const { id, nodeId, unit, amount, period, modelId, onExhaust, hard } = budget;
  const { start, end } = budgetPeriodAt(budget, now);
  const dates = { periodStart: start.getTime(), periodEnd: end.getTime() };
  return { id, nodeId, unit, amount, period, ...dates, modelId, onExhaust, hard };
}
