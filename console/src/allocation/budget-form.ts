import type { BudgetPeriod, BudgetRow, BudgetUnit, ExhaustionRule, SetBudgetInput } from "../generated/operations";
import { typedNumber } from "./grant-form";

export interface BudgetForm {
  readonly nodeId: string;
  readonly unit: BudgetUnit;
  readonly amount: string;
  readonly period: BudgetPeriod;
  readonly onExhaust: ExhaustionRule;
  readonly reason: string;
}

export type BudgetField = keyof BudgetForm;

export const BUDGET_PERIODS: readonly BudgetPeriod[] = ["DAY", "MONTH", "YEAR"];
export const EXHAUSTION_RULES: readonly ExhaustionRule[] = ["BLOCK", "THROTTLE_TO_GUARANTEE", "WARN"];

/** Starts from the budget to change, or from a monthly one in euros. */
export const budgetForm = (nodeId: string, present: BudgetRow | null): BudgetForm => ({
  nodeId: present?.nodeId ?? nodeId,
  unit: present?.unit ?? "EURO",
  amount: present === null ? "" : String(present.amount),
  period: present?.period ?? "MONTH",
  onExhaust: present?.onExhaust ?? "BLOCK",
  reason: "",
});

/** Fields to correct, as the server asks: an amount that is not negative, whole for tokens; a reason of 10 characters. */
export function wrongBudgetFields(form: BudgetForm): readonly BudgetField[] {
  const amount = typedNumber(form.amount);
  const counted = amount !== null && Number.isFinite(amount) && amount >= 0;
  const checks: readonly [BudgetField, boolean][] = [
    ["nodeId", form.nodeId !== ""],
    ["amount", counted && (form.unit !== "TOKEN" || Number.isInteger(amount))],
    ["reason", form.reason.trim().length >= 10],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

/** What the form does not show stays as the present budget has it. */
export const toBudgetInput = (form: BudgetForm, present: BudgetRow | null): SetBudgetInput => ({
  nodeId: form.nodeId,
  unit: form.unit,
  amount: typedNumber(form.amount) ?? 0,
  period: form.period,
  onExhaust: form.onExhaust,
  reason: form.reason.trim(),
  ...(present === null ? {} : { modelId: present.modelId, hard: present.hard, firstMonth: present.firstMonth }),
});
