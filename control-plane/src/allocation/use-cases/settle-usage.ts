import type { Context } from "../../kernel/use-case.js";
import type { Budget } from "../domain/budget.js";
import type { BudgetRepository } from "../ports/budget-repository.port.js";
import type { LeaseStore } from "../ports/lease-store.port.js";
import type { NodeDirectory } from "../ports/node-directory.port.js";
import { periodToBegin } from "./lease-blocks.js";

/** What one served request is charged, on which path. Ids may name nodes that no longer exist. */
export interface Charge {
  readonly at: Date;
  readonly applicationId: string;
  readonly useCaseId: string;
  readonly organisationId: string;
  readonly tokens: number;
  readonly microEuros: number;
}

export interface SettleUsagePorts {
  readonly nodes: NodeDirectory;
  readonly budgets: BudgetRepository;
  readonly leases: LeaseStore;
}

/**
 * Counts charges of one (replica, epoch) against every budget from the application to the State, in the period of each
 * charge, out of what that epoch holds there. Runs in the caller's transaction.
 */
export const settleUsage =
  (ports: SettleUsagePorts) =>
  async (ctx: Context, replica: string, epoch: number, charges: readonly Charge[]): Promise<void> => {
    if (charges.length === 0) return;
    const organisations = [...new Set(charges.map((charge) => charge.organisationId))];
    const nodes = await ports.nodes.find(ctx, organisations);
    const above = new Map(nodes.map((node) => [node.id, node.path]));
    const pathOf = (charge: Charge): readonly string[] => [
      charge.applicationId,
      charge.useCaseId,
      ...(above.get(charge.organisationId) ?? [charge.organisationId]),
    ];
    const byNode = await budgetsByNode(ctx, ports, [...new Set(charges.flatMap(pathOf))]);
    const amounts = new Map<string, { period: ReturnType<typeof periodToBegin>; amount: number }>();
    for (const charge of charges) {
      for (const budget of pathOf(charge).flatMap((nodeId) => byNode.get(nodeId) ?? [])) {
        const period = periodToBegin(budget, charge.at);
        const key = `${period.budgetId}@${String(period.periodStart)}`;
        const amount = budget.unit === "token" ? charge.tokens : charge.microEuros;
        amounts.set(key, { period, amount: (amounts.get(key)?.amount ?? 0) + amount });
      }
    }
    const periods = [...amounts.values()].map((each) => each.period);
    const book = await ports.leases.open(ctx, replica, periods, periods);
    for (const { period, amount } of amounts.values()) book.settle(period, { replica, epoch }, amount);
    await ports.leases.apply(ctx, book);
  };

async function budgetsByNode(
  ctx: Context,
  ports: SettleUsagePorts,
  nodeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Budget[]>> {
  const byNode = new Map<string, Budget[]>();
  for (const budget of await ports.budgets.list(ctx, nodeIds)) {
    byNode.set(budget.nodeId, [...(byNode.get(budget.nodeId) ?? []), budget]);
  }
  return byNode;
}
