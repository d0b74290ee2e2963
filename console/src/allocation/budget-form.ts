import type { useTranslate } from "react-admin";
import type { BudgetPeriod, BudgetRow, BudgetUnit, ExhaustionRule, SetBudgetInput } from "../generated/operations";
import { type FieldSpec, figureOf, type FormValues } from "../parts/form/field-spec";
import { BUDGET_UNITS, UNIT_SIGN } from "./budget-amount";

export type BudgetField = "nodeId" | "unit" | "amount" | "period" | "onExhaust" | "reason";
export type BudgetValues = FormValues<BudgetField>;

const PERIODS: readonly BudgetPeriod[] = ["DAY", "MONTH", "YEAR"];
const EXHAUSTION_RULES: readonly ExhaustionRule[] = ["BLOCK", "THROTTLE_TO_GUARANTEE", "WARN"];

export interface BudgetHolder {
  readonly id: string;
  readonly name: string;
}

/** Starts from the budget to change, or from a monthly one in euros. */
export const budgetForm = (nodeId: string, present: BudgetRow | null): BudgetValues => ({
  nodeId: present?.nodeId ?? nodeId,
  unit: present?.unit ?? "EURO",
  amount: present === null ? "" : String(present.amount),
  period: present?.period ?? "MONTH",
  onExhaust: present?.onExhaust ?? "BLOCK",
  reason: "",
});

/** As the server asks: an amount that is not negative, whole for tokens. Of a budget that exists, what it is known by stays. */
export const budgetSpecs =
  (t: ReturnType<typeof useTranslate>, holders: readonly BudgetHolder[], present: BudgetRow | null) =>
  ({ unit }: Pick<BudgetValues, "unit">): readonly FieldSpec<BudgetField>[] => {
    const fixed = present !== null;
    const worded = (values: readonly string[], key: string) =>
      values.map((one) => [one, t(`budget.${key}.${one}`)] as const);
    const offered = present === null ? holders : [{ id: present.nodeId, name: present.nodeName }];
    return [
      {
        name: "nodeId",
        kind: "choice",
        choices: offered.map(({ id, name }) => [id, name]),
        fixed: fixed || holders.length === 1,
      },
      { name: "unit", kind: "choice", choices: worded(BUDGET_UNITS, "unit"), fixed, half: true },
      {
        ...{ name: "amount", kind: unit === "TOKEN" ? "whole" : "number", min: 0, half: true },
        unit: UNIT_SIGN[unit as BudgetUnit],
      },
      { name: "period", kind: "choice", choices: worded(PERIODS, "period"), fixed, half: true },
      { name: "onExhaust", kind: "choice", choices: worded(EXHAUSTION_RULES, "onExhaust"), half: true },
      { name: "reason", kind: "text", min: 10, max: 2000 },
    ];
  };

/** What the form does not show stays as the present budget has it. */
export const toBudgetInput = (typed: BudgetValues, present: BudgetRow | null): SetBudgetInput => ({
  nodeId: typed.nodeId,
  unit: typed.unit as BudgetUnit,
  amount: figureOf(typed.amount),
  period: typed.period as BudgetPeriod,
  onExhaust: typed.onExhaust as ExhaustionRule,
  reason: typed.reason.trim(),
  ...(present === null ? {} : { modelId: present.modelId, hard: present.hard, firstMonth: present.firstMonth }),
});
