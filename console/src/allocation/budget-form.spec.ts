import { describe, expect, it } from "vitest";
import type { BudgetRow } from "../generated/operations";
import { makeFormat } from "../i18n/format";
import { budgetAmount } from "./budget-amount";
import { problemsIn } from "../parts/form/field-spec";
import { budgetForm, budgetSpecs, type BudgetValues, toBudgetInput } from "./budget-form";

const right = { ...budgetForm("org", null), amount: "26 000,50", reason: "Décision du 24 novembre." };
const wrongIn = (values: BudgetValues) => [...problemsIn(budgetSpecs((key) => key, [], null)(values), values).keys()];
const present: BudgetRow = {
  id: "b",
  nodeId: "org",
  nodeName: "Travail",
  unit: "TOKEN",
  amount: 1_000_000,
  period: "YEAR",
  periodStart: "2026-01-01T00:00:00Z",
  periodEnd: "2027-01-01T00:00:00Z",
  settled: 0,
  leased: 0,
  left: 1_000_000,
  modelId: "model",
  onExhaust: "WARN",
  hard: false,
  firstMonth: 9,
};

describe("setting a budget", () => {
  it("wants a holder, an amount and a reason as long as the server's", () => {
    expect(wrongIn(right)).toEqual([]);
    expect(wrongIn(budgetForm("", null))).toEqual(["nodeId", "amount", "reason"]);
    expect(wrongIn({ ...right, amount: "-1" })).toEqual(["amount"]);
  });
  it("wants whole tokens, and zero is an amount", () => {
    expect(wrongIn({ ...right, unit: "TOKEN", amount: "1,5" })).toEqual(["amount"]);
    expect(wrongIn({ ...right, amount: "0" })).toEqual([]);
  });
  it("keeps what it does not show", () => {
    const input = toBudgetInput({ ...budgetForm("", present), reason: "Rentrée scolaire" }, present);
    expect(input).toMatchObject({ amount: 1_000_000, modelId: "model", hard: false, firstMonth: 9, onExhaust: "WARN" });
  });
  it("prints each unit in its own way", () => {
    const print = (unit: BudgetRow["unit"]) => budgetAmount(makeFormat("fr"), 1234.5, unit);
    expect((["EURO", "TOKEN", "GPU_HOUR", "KG_CO2E"] as const).map(print)).toEqual([
      "1\u00a0234,50\u00a0€",
      "1\u00a0235\u00a0tokens",
      "1\u00a0234,5\u00a0GPU·h",
      "1\u00a0234,5\u00a0kg CO₂e",
    ]);
  });
});
