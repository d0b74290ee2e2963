import type { Quantity } from "@socle/contracts";
import type { Totals } from "../../generated/operations";
import { decimalsFor, type Format } from "../../i18n/format";

export const MEASURES = ["cost", "tokens", "gpuHours", "energy"] as const;
export type Measure = (typeof MEASURES)[number];

/** What can be drawn by day; one unit at a time, never two on an axis. */
export const measureOf: Readonly<Record<Measure, (totals: Totals) => number>> = {
  cost: (totals) => totals.costEuro,
  tokens: (totals) => totals.inputTokens + totals.outputTokens,
  gpuHours: (totals) => totals.gpuSeconds / 3600,
  energy: (totals) => totals.kWh,
};

export function printMeasure(measure: Measure, value: number, format: Format): string {
  switch (measure) {
    case "cost":
      return format.smallEuro(value);
    case "tokens":
      return format.unit(value, "tokens", 0);
    case "gpuHours":
      return format.unit(value, "GPU·h", decimalsFor(value, 2));
    case "energy":
      return format.unit(value, "kWh", decimalsFor(value, 3));
  }
}

const ZERO: Totals = {
  requests: 0,
  refused: 0,
  inputTokens: 0,
  outputTokens: 0,
  costEuro: 0,
  gpuSeconds: 0,
  kWh: 0,
  kgCO2eq: 0,
  estimatedRequests: 0,
  amounts: [],
};

export type ShownAmounts = readonly { readonly quantity: string; readonly amount: number }[];

/** How much of a quantity, in the unit that people read. */
export const amountOf = (amounts: ShownAmounts, quantity: Quantity): number =>
  amounts.find((each) => each.quantity === quantity)?.amount ?? 0;

function addAmounts(a: ShownAmounts, b: ShownAmounts): Totals["amounts"] {
  const sums = new Map<string, number>();
  for (const { quantity, amount } of [...a, ...b]) sums.set(quantity, (sums.get(quantity) ?? 0) + amount);
  return [...sums].map(([quantity, amount]) => ({ quantity, amount }));
}

export const addTotals = (a: Totals, b: Totals): Totals => ({
  requests: a.requests + b.requests,
  refused: a.refused + b.refused,
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
  costEuro: a.costEuro + b.costEuro,
  gpuSeconds: a.gpuSeconds + b.gpuSeconds,
  kWh: a.kWh + b.kWh,
  kgCO2eq: a.kgCO2eq + b.kgCO2eq,
  estimatedRequests: a.estimatedRequests + b.estimatedRequests,
  amounts: addAmounts(a.amounts, b.amounts),
});

export interface GroupTotals {
  readonly id: string;
  readonly name: string;
  readonly totals: Totals;
}

interface Row {
  readonly groupId: string;
  readonly groupName: string;
  readonly totals: Totals;
}

/** One line a group over the whole period, the costliest first. */
export function totalsByGroup(rows: readonly Row[]): readonly GroupTotals[] {
  const groups = new Map<string, GroupTotals>();
  for (const row of rows) {
    const before = groups.get(row.groupId)?.totals ?? ZERO;
    groups.set(row.groupId, { id: row.groupId, name: row.groupName, totals: addTotals(before, row.totals) });
  }
  return [...groups.values()].sort((a, b) => b.totals.costEuro - a.totals.costEuro || a.name.localeCompare(b.name));
}

/** First instants of this month and of the months before it, newest first, in UTC. */
export const recentMonths = (now: Date, count: number): readonly string[] =>
  Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString(),
  );

/** Days that pages of usage open on. */
export const SHOWN_DAYS = 30;

/** The days that end with today, in UTC: on the first of a month they show more than the month. */
export function lastDays(now: Date, days = SHOWN_DAYS): { readonly from: string; readonly to: string } {
  const tomorrow = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  return { from: new Date(tomorrow - days * 86_400_000).toISOString(), to: new Date(tomorrow).toISOString() };
}

export function monthPeriod(from: string): { readonly from: string; readonly to: string } {
  const start = new Date(from);
  return { from, to: new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1)).toISOString() };
}
