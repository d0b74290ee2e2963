import { addDays, parisDay, type Quantity, startOfParisDay } from "@socle/contracts";
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

/** First instants in Paris of this month and of the months before it, newest first. */
export const recentMonths = (now: Date, count: number): readonly string[] =>
  Array.from({ length: count }, (_, back) => startOf(monthBegin(parisDay(now), -back)));

/** First day of the month that is `months` after that of a day. */
function monthBegin(day: string, months: number): string {
  const at = new Date(day);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}

const startOf = (day: string): string => new Date(startOfParisDay(day) ?? Number.NaN).toISOString();

/** Days that pages of usage open on. */
export const SHOWN_DAYS = 30;

/** The days that end with today in Paris: on the first of a month they show more than the month. */
export function lastDays(now: Date, days = SHOWN_DAYS): { readonly from: string; readonly to: string } {
  const tomorrow = addDays(parisDay(now), 1);
  return { from: startOf(addDays(tomorrow, -days)), to: startOf(tomorrow) };
}

/** The month that begins at this instant. */
export const monthPeriod = (from: string): { readonly from: string; readonly to: string } => ({
  from,
  to: startOf(monthBegin(parisDay(new Date(from)), 1)),
});
