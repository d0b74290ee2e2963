import type { BudgetUnit } from "@socle/contracts";

/** Units that people write in a seed, with what the registry counts: whole small units, so many to one of theirs. */
export const BUDGET_UNITS_IN_SEEDS = {
  token: { unit: "token", perUnit: 1 },
  euro: { unit: "micro_euro", perUnit: 1_000_000 },
  gpu_hour: { unit: "gpu_milli_second", perUnit: 3_600_000 },
  kg_co2e: { unit: "mg_co2e", perUnit: 1_000_000 },
} as const satisfies Record<string, { readonly unit: BudgetUnit; readonly perUnit: number }>;

export type SeedBudgetUnit = keyof typeof BUDGET_UNITS_IN_SEEDS;

/** An amount of the registry as a seed writes it. */
export function inSeedUnit(
  unit: BudgetUnit,
  amount: number,
): { readonly unit: SeedBudgetUnit; readonly amount: number } {
  for (const [name, { unit: counted, perUnit }] of Object.entries(BUDGET_UNITS_IN_SEEDS)) {
    if (counted === unit) return { unit: name as SeedBudgetUnit, amount: amount / perUnit };
  }
  throw new Error(`no seed unit for ${unit}`);
}
