import type { Quantity } from "../quantities.js";
import type { UsageV1 } from "./usage-v1.js";

/**
 * Fields that held the quantities before `quantities` did, and what made whole numbers of them. Such records stand in
 * ledgers, and in spools that were not shipped before a scheduler was replaced.
 */
const EARLIER_FIELDS = {
  inputTokens: ["inputTokens", 1],
  cachedInputTokens: ["cachedInputTokens", 1],
  outputTokens: ["outputTokens", 1],
  costMicroEuro: ["costMicroEuro", 1],
  gpuSeconds: ["gpuMicroSeconds", 1e6],
  kWh: ["nanoKWh", 1e9],
  kgCO2eq: ["nanoKgCO2eq", 1e9],
  queueMs: ["queueMicroSeconds", 1e3],
} as const satisfies Record<string, readonly [Quantity, number]>;

/** A usage as it was written before `quantities`. */
export type EarlierUsageV1 = Omit<UsageV1, "quantities"> & Readonly<Record<keyof typeof EARLIER_FIELDS, number>>;

/** A usage in the present shape, whichever it was written in. What is no number is left for its reader to refuse. */
export function readUsage(written: UsageV1 | EarlierUsageV1): UsageV1 {
  if ("quantities" in written) return written;
  const rest: Record<string, unknown> = { ...written };
  const quantities: Record<string, unknown> = {};
  for (const [field, [quantity, times]] of Object.entries(EARLIER_FIELDS)) {
    const value = rest[field];
    delete rest[field];
    quantities[quantity] = typeof value === "number" && times !== 1 ? Math.round(value * times) : value;
  }
  return { ...(rest as Omit<UsageV1, "quantities">), quantities };
}
