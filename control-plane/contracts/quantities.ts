/**
 * Everything that a request can use, once. A quantity is counted in whole numbers of its own small scale wherever it is
 * recorded, reserved, settled or summed, so that sums are exact in any order; it is divided by `perUnit` only to be shown.
 */
export interface QuantityDefinition {
  /** Who says how much, before and after: see {@link QuantityOrigin}. */
  readonly origin: QuantityOrigin;
  /** Whole numbers that make one `unit`. */
  readonly perUnit: number;
  /** Sign that people read after a figure; empty for plain counts. */
  readonly unit: string;
  /** Decimals of `unit` that a figure is shown with at least. */
  readonly decimals: number;
  /** Statements of usage have a column of it. */
  readonly column: boolean;
  readonly label: Label;
}

export interface Label {
  readonly fr: string;
  readonly en: string;
}

/**
 * - `record`: counted from what became of the request; at most 1.
 * - `operation`: bounded before from the request's body, read after from the engine's answer, never above the bound.
 * - `deployment`: what the operation's quantities are worth where the request runs; bounded by the dearest deployment that
 *   it may be sent to.
 * - `clock`: measured by the scheduler; unbounded, so that no ceiling counts it.
 */
export type QuantityOrigin = "record" | "operation" | "deployment" | "clock";

const count = { perUnit: 1, unit: "", decimals: 0, column: true } as const;

/** By the name that records, roll-ups and GraphQL know it by. Shown in this order. */
export const QUANTITIES = {
  requests: {
    ...count,
    origin: "record",
    label: { fr: "Requêtes", en: "Requests" },
  },
  refused: {
    ...count,
    origin: "record",
    label: { fr: "Refusées", en: "Refused" },
  },
  /** Requests whose use was counted from what was forwarded, for lack of the engine's own figures. */
  estimated: {
    ...count,
    origin: "record",
    label: { fr: "Estimées", en: "Estimated" },
  },
  inputTokens: {
    ...count,
    origin: "operation",
    label: { fr: "Tokens lus", en: "Tokens read" },
  },
  /** Part of `inputTokens` that the engine served from its prefix cache. */
  cachedInputTokens: {
    ...count,
    origin: "operation",
    label: { fr: "Dont en cache", en: "Of which cached" },
  },
  outputTokens: {
    ...count,
    origin: "operation",
    label: { fr: "Tokens écrits", en: "Tokens written" },
  },
  audioMilliSeconds: {
    origin: "operation",
    perUnit: 1_000,
    unit: "s",
    decimals: 1,
    column: true,
    label: { fr: "Secondes d’audio", en: "Seconds of audio" },
  },
  pages: { ...count, origin: "operation", label: { fr: "Pages", en: "Pages" } },
  characters: {
    ...count,
    origin: "operation",
    label: { fr: "Caractères", en: "Characters" },
  },
  images: {
    ...count,
    origin: "operation",
    label: { fr: "Images", en: "Images" },
  },
  gpuMicroSeconds: {
    origin: "deployment",
    perUnit: 1_000_000,
    unit: "GPU·s",
    decimals: 1,
    column: true,
    label: { fr: "GPU·s", en: "GPU·s" },
  },
  nanoKWh: {
    origin: "deployment",
    perUnit: 1_000_000_000,
    unit: "kWh",
    decimals: 3,
    column: true,
    label: { fr: "kWh", en: "kWh" },
  },
  nanoKgCO2eq: {
    origin: "deployment",
    perUnit: 1_000_000_000,
    unit: "kg CO₂e",
    decimals: 3,
    column: true,
    label: { fr: "kg CO₂e", en: "kg CO₂e" },
  },
  costMicroEuro: {
    origin: "deployment",
    perUnit: 1_000_000,
    unit: "€",
    decimals: 2,
    column: true,
    label: { fr: "Coût", en: "Cost" },
  },
  queueMicroSeconds: {
    origin: "clock",
    perUnit: 1_000_000,
    unit: "s",
    decimals: 1,
    column: false,
    label: { fr: "Secondes d’attente", en: "Seconds of waiting" },
  },
} as const satisfies Record<string, QuantityDefinition>;

export type Quantity = keyof typeof QUANTITIES;

/** In the order of the table. */
export const QUANTITY_NAMES = Object.keys(QUANTITIES) as readonly Quantity[];

/** Whole numbers by quantity; one that is absent is 0. */
export type Amounts = Readonly<Partial<Record<Quantity, number>>>;

export const quantityDefinition = (quantity: Quantity): QuantityDefinition => QUANTITIES[quantity];

/** An amount in the unit that people read. */
export const shownAmount = (quantity: Quantity, amount: number): number => amount / QUANTITIES[quantity].perUnit;

/** The sum, quantity by quantity: also of one that this side does not know yet. */
export function addAmounts(left: Amounts, right: Amounts): Amounts {
  const sum: Record<string, number> = { ...left };
  for (const [quantity, amount] of Object.entries(right)) sum[quantity] = (sum[quantity] ?? 0) + amount;
  return sum;
}
