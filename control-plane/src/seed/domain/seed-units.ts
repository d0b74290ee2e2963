import { BUDGET_UNITS, budgetReading, type BudgetUnit } from "@socle/contracts";

/** The unit that a seed's word means: `euro`, `gpu_hour`, … */
const UNIT_OF_WORD = new Map(BUDGET_UNITS.map((unit) => [wordOf(unit), unit]));

export const SEED_BUDGET_UNITS = [...UNIT_OF_WORD.keys()];

function wordOf(unit: BudgetUnit): string {
  return budgetReading(unit).name.toLowerCase();
}

interface SeedAmount {
  /** One of {@link SEED_BUDGET_UNITS}. */
  readonly unit: string;
  readonly amount: number;
}

/** An amount of the registry as a seed writes it. */
export const inSeedUnit = (unit: BudgetUnit, amount: number): SeedAmount => ({
  unit: wordOf(unit),
  amount: amount / budgetReading(unit).perUnit,
});

/** An amount of a seed as the registry counts it. */
export function fromSeedUnit({ unit: word, amount }: SeedAmount): {
  readonly unit: BudgetUnit;
  readonly amount: number;
} {
  const unit = UNIT_OF_WORD.get(word);
  if (unit === undefined) throw new Error(`no budget is counted in ${word}`);
  return { unit, amount: Math.round(amount * budgetReading(unit).perUnit) };
}
