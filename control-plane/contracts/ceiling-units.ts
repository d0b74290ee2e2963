import type { Amounts, Label, Quantity } from "./quantities.js";

/** A unit in which budgets and limits are counted and leased. */
export interface CeilingUnitDefinition {
  /** What it counts: the sum of these. */
  readonly of: readonly Quantity[];
  /**
   * Whole numbers of the quantity that make one of this unit: coarser where a State's year would not fit 2^53 otherwise.
   */
  readonly step: number;
  /** After a number of it, in a sentence. */
  readonly words: Label;
  /** When a budget may be set in it. */
  readonly budget?: BudgetReading;
  /** When a limit may be set on it: the kind for each clock minute and for each Paris day. */
  readonly limits?: { readonly minute: string; readonly day: string };
}

/** How people write and read a budget. */
export interface BudgetReading {
  /** Of GraphQL; seeds write it in small letters. */
  readonly name: string;
  /** Units of the ceiling that make one of what people write. */
  readonly perUnit: number;
  readonly sign: string;
  readonly decimals: number;
  readonly label: Label;
}

/** By the name that budgets, limits, leases and decisions carry. */
export const CEILING_UNITS = {
  request: {
    of: ["requests"],
    step: 1,
    words: { fr: "appels", en: "requests" },
    limits: { minute: "rpm", day: "rpd" },
  },
  token: {
    of: ["inputTokens", "outputTokens"],
    step: 1,
    words: { fr: "jetons", en: "tokens" },
    budget: {
      name: "TOKEN",
      perUnit: 1,
      sign: "tokens",
      decimals: 0,
      label: { fr: "Tokens", en: "Tokens" },
    },
    limits: { minute: "tpm", day: "tpd" },
  },
  micro_euro: {
    of: ["costMicroEuro"],
    step: 1,
    words: { fr: "µ€", en: "micro-euros" },
    budget: {
      name: "EURO",
      perUnit: 1_000_000,
      sign: "€",
      decimals: 2,
      label: { fr: "Euros", en: "Euros" },
    },
  },
  gpu_milli_second: {
    of: ["gpuMicroSeconds"],
    step: 1_000,
    words: { fr: "ms de GPU", en: "GPU milliseconds" },
    budget: {
      name: "GPU_HOUR",
      perUnit: 3_600_000,
      sign: "GPU·h",
      decimals: 1,
      label: { fr: "Heures de GPU", en: "GPU-hours" },
    },
  },
  mg_co2e: {
    of: ["nanoKgCO2eq"],
    step: 1_000,
    words: { fr: "mg de CO₂e", en: "mg of CO2e" },
    budget: {
      name: "KG_CO2E",
      perUnit: 1_000_000,
      sign: "kg CO₂e",
      decimals: 1,
      label: { fr: "Émissions", en: "Emissions" },
    },
  },
} as const satisfies Record<string, CeilingUnitDefinition>;

type Units = typeof CEILING_UNITS;
export type CeilingUnit = keyof Units;
export const CEILING_UNIT_NAMES = Object.keys(CEILING_UNITS) as readonly CeilingUnit[];

/** Units a budget can be counted in. */
export type BudgetUnit = {
  [Unit in CeilingUnit]: Units[Unit] extends { readonly budget: unknown } ? Unit : never;
}[CeilingUnit];
export const BUDGET_UNITS = CEILING_UNIT_NAMES.filter((unit): unit is BudgetUnit => "budget" in CEILING_UNITS[unit]);

type Limits = Extract<Units[CeilingUnit], { readonly limits: unknown }>["limits"];
/**
 * Limits of a node over all replicas: requests at once, and what is counted in each clock minute or in each Paris day.
 */
export type LimitKind = "concurrency" | Limits["minute" | "day"];

export interface LimitDefinition {
  readonly unit: CeilingUnit;
  readonly window: "always" | "minute" | "day";
}

const windowed = CEILING_UNIT_NAMES.flatMap((unit): (readonly [string, LimitDefinition])[] => {
  const { limits }: CeilingUnitDefinition = CEILING_UNITS[unit];
  if (limits === undefined) return [];
  return [
    [limits.minute, { unit, window: "minute" }],
    [limits.day, { unit, window: "day" }],
  ];
});

export const LIMITS = Object.fromEntries([
  ["concurrency", { unit: "request", window: "always" }],
  ...windowed,
]) as Readonly<Record<LimitKind, LimitDefinition>>;
export const LIMIT_KINDS = Object.keys(LIMITS) as readonly LimitKind[];

export const budgetReading = (unit: BudgetUnit): BudgetReading => CEILING_UNITS[unit].budget;

/**
 * What amounts count against a ceiling. A use is rounded to the nearest whole unit, a bound upwards, so that no use is
 * above its bound.
 */
export function ceilingAmount(unit: CeilingUnit, amounts: Amounts, what: "use" | "bound"): number {
  const { of, step }: CeilingUnitDefinition = CEILING_UNITS[unit];
  let sum = 0;
  for (const quantity of of) sum += amounts[quantity] ?? 0;
  return what === "bound" ? Math.ceil(sum / step) : Math.round(sum / step);
}
