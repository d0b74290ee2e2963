import { ceilingAmount, type Amounts, type ChargeV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { Ceiling } from "../domain/ceiling.js";
import type { LeaseStore, PeriodToBegin } from "../ports/lease-store.port.js";
import type { NodeDirectory } from "../ports/node-directory.port.js";
import { periodToBegin, readCeilings, type CeilingPorts } from "./read-ceilings.js";

/** What one served request is charged, on which path. Ids may name nodes that no longer exist. */
export interface Charge {
  readonly at: Date;
  readonly applicationId: string;
  readonly useCaseId: string;
  readonly organisationId: string;
  readonly modelId: string;
  readonly amounts: Amounts;
  /** What the replica took from its leases, period by period. */
  readonly leased: readonly ChargeV1[];
}

export interface SettleUsagePorts extends CeilingPorts {
  readonly nodes: NodeDirectory;
  readonly leases: LeaseStore;
}

/**
 * Counts charges of one (replica, epoch): what the replica says that it took from its leases, in the period of the lease;
 * and every other budget from the application to the State, in the period of the charge. Out of what that epoch holds
 * there. Runs in the caller's transaction.
 */
export const settleUsage =
  (ports: SettleUsagePorts) =>
  async (ctx: Context, replica: string, epoch: number, charges: readonly Charge[]): Promise<void> => {
    if (charges.length === 0) return;
    const pathOf = await pathsOf(ctx, ports, charges);
    const leased = charges.flatMap((charge) => charge.leased.map(({ ceilingId }) => ceilingId));
    const ceilings = await readCeilings(ctx, ports, leased, charges.flatMap(pathOf));
    const byNode = budgetsByNode(ceilings);
    const sums = new PeriodSums();
    for (const charge of charges) {
      for (const taken of charge.leased) {
        const ceiling = ceilings.get(taken.ceilingId);
        if (ceiling !== undefined) sums.add(periodOf(ceiling, taken.periodStart), taken.amount);
      }
      const named = new Set(charge.leased.map(({ ceilingId }) => ceilingId));
      for (const budget of pathOf(charge).flatMap((nodeId) => byNode.get(nodeId) ?? [])) {
        if (named.has(budget.id) || (budget.modelId ?? charge.modelId) !== charge.modelId) continue;
        sums.add(periodToBegin(budget, charge.at), ceilingAmount(budget.unit, charge.amounts, "use"));
      }
    }
    const periods = sums.periods();
    const book = await ports.leases.open(ctx, replica, periods, periods);
    for (const [period, amount] of sums.entries()) book.settle(period, { replica, epoch }, amount);
    await ports.leases.apply(ctx, book);
  };

function budgetsByNode(ceilings: ReadonlyMap<string, Ceiling>): ReadonlyMap<string, readonly Ceiling[]> {
  const byNode = new Map<string, Ceiling[]>();
  for (const ceiling of ceilings.values()) {
    if (ceiling.isBudget) byNode.set(ceiling.nodeId, [...(byNode.get(ceiling.nodeId) ?? []), ceiling]);
  }
  return byNode;
}

/** A period as the lease named it; its end as the calendar says, which a changed fiscal year may have moved. */
function periodOf(ceiling: Ceiling, periodStart: number): PeriodToBegin {
  const { end } = ceiling.periodAt(new Date(periodStart));
  return { budgetId: ceiling.id, periodStart, periodEnd: Math.max(end.getTime(), periodStart + 1) };
}

async function pathsOf(
  ctx: Context,
  ports: Pick<SettleUsagePorts, "nodes">,
  charges: readonly Charge[],
): Promise<(charge: Charge) => readonly string[]> {
  const organisations = [...new Set(charges.map((charge) => charge.organisationId))];
  const nodes = await ports.nodes.find(ctx, organisations);
  const above = new Map(nodes.map((node) => [node.id, node.path]));
  return ({ applicationId, useCaseId, organisationId }) => [
    applicationId,
    useCaseId,
    ...(above.get(organisationId) ?? [organisationId]),
  ];
}

/** Sums by period. */
class PeriodSums {
  private readonly sums = new Map<string, { readonly period: PeriodToBegin; amount: number }>();

  add(period: PeriodToBegin, amount: number): void {
    const key = `${period.budgetId}@${String(period.periodStart)}`;
    const known = this.sums.get(key);
    if (known === undefined) this.sums.set(key, { period, amount });
    else known.amount += amount;
  }

  periods(): readonly PeriodToBegin[] {
    return [...this.sums.values()].map(({ period }) => period);
  }

  entries(): readonly (readonly [PeriodToBegin, number])[] {
    return [...this.sums.values()].map(({ period, amount }) => [period, amount]);
  }
}
