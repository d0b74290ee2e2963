import type { BudgetUnit } from "../generated/operations";
import type { Format } from "../i18n/format";

/** The sign glued to a figure or a field. */
export const UNIT_SIGN: Readonly<Record<BudgetUnit, string>> = {
  EURO: "€",
  TOKEN: "tokens",
  GPU_HOUR: "GPU·h",
  KG_CO2E: "kg CO₂e",
};

export const BUDGET_UNITS = Object.keys(UNIT_SIGN) as readonly BudgetUnit[];

/** An amount with its unit: euros to the cent, tokens whole, the others to a tenth. */
export function budgetAmount(format: Format, value: number, unit: BudgetUnit): string {
  switch (unit) {
    case "EURO":
      return format.euro(value);
    case "TOKEN":
      return format.unit(value, UNIT_SIGN.TOKEN, 0);
    case "GPU_HOUR":
    case "KG_CO2E":
      return format.unit(value, UNIT_SIGN[unit]);
  }
}
