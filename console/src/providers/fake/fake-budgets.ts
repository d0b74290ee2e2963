import type { BudgetPeriod, BudgetUnit, ExhaustionRule } from "../../generated/operations";
import { organisationById } from "./fake-organisations";
import type { FakeUseCase } from "./fake-use-cases";

export interface FakeBudget {
  readonly id: string;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly unit: BudgetUnit;
  readonly period: BudgetPeriod;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly settled: number;
  readonly leased: number;
  readonly modelId: null;
  readonly hard: boolean;
  readonly firstMonth: number;
  amount: number;
  onExhaust: ExhaustionRule;
}

export function makeBudget(
  id: string,
  node: { readonly id: string; readonly name: string },
  now: Date,
  terms: Pick<FakeBudget, "unit" | "period" | "amount" | "onExhaust">,
  used: Pick<FakeBudget, "settled" | "leased"> = { settled: 0, leased: 0 },
): FakeBudget {
  const monthly = terms.period === "MONTH";
  const month = monthly ? now.getUTCMonth() : 0;
  return {
    id,
    nodeId: node.id,
    nodeName: node.name,
    periodStart: new Date(Date.UTC(now.getUTCFullYear(), month, 1)).toISOString(),
    periodEnd: new Date(Date.UTC(now.getUTCFullYear(), monthly ? month + 1 : 12, 1)).toISOString(),
    modelId: null,
    hard: true,
    firstMonth: 1,
    ...terms,
    ...used,
  };
}

export const leftOf = (budget: FakeBudget): number =>
  Math.max(0, Math.round((budget.amount - budget.settled - budget.leased) * 100) / 100);

export function makeBudgets(now: Date, useCases: readonly FakeUseCase[]): FakeBudget[] {
  const euros = (amount: number) => ({ unit: "EURO", period: "MONTH", amount, onExhaust: "BLOCK" }) as const;
  const organisation = (id: string) => ({
    id,
    name: organisationById(id)?.acronym ?? organisationById(id)?.name ?? id,
  });
  const first = useCases[0]!;
  return [
    makeBudget("b-1", organisation("mtravail"), now, euros(26_000), { settled: 18_412.3, leased: 86.2 }),
    makeBudget("b-2", organisation("etat"), now, euros(240_000), { settled: 102_118.4, leased: 910 }),
    makeBudget(
      "b-3",
      organisation("mtravail"),
      now,
      { unit: "GPU_HOUR", period: "YEAR", amount: 120_000, onExhaust: "THROTTLE_TO_GUARANTEE" },
      { settled: 71_204.5, leased: 4800 },
    ),
    makeBudget(
      "b-4",
      first,
      now,
      { unit: "TOKEN", period: "MONTH", amount: 12_000_000, onExhaust: "WARN" },
      { settled: 11_187_600, leased: 240_000 },
    ),
  ];
}
