import { BUDGET_UNITS as COUNTED, budgetReading } from "@socle/contracts";
import type { BudgetUnit } from "../generated/operations";
import type { Format } from "../i18n/format";

const READINGS = COUNTED.map(budgetReading);

/** The sign glued to a figure or a field. */
export const UNIT_SIGN = Object.fromEntries(READINGS.map(({ name, sign }) => [name, sign])) as Readonly<
  Record<BudgetUnit, string>
>;

export const BUDGET_UNITS = Object.keys(UNIT_SIGN) as readonly BudgetUnit[];

/** An amount with its unit, to the decimals of the table. */
export function budgetAmount(format: Format, value: number, unit: BudgetUnit): string {
  const decimals = READINGS.find(({ name }) => name === unit)?.decimals ?? 0;
  return unit === "EURO" ? format.euro(value, decimals) : format.unit(value, UNIT_SIGN[unit], decimals);
}
