import { addDays, parisDay } from "@socle/contracts";
import type { Totals } from "../../generated/operations";
import { tokens } from "../../theme/tokens";

export interface DayRow {
  readonly day: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly totals: Totals;
}

export interface DaySeries {
  /** Days of the axis, `YYYY-MM-DD`, all of the period up to today. */
  readonly days: readonly string[];
  /** The last day is not over yet. */
  readonly partial: boolean;
  readonly groups: readonly DayGroup[];
}

export interface DayGroup {
  readonly id: string;
  readonly name: string;
  /** One value for each day. */
  readonly values: readonly number[];
  /** Position in the categorical colours. */
  readonly color: number;
}

const MOST = tokens.color.light.chart.categorical.length;

/** Days between the bounds, not after today in Paris. */
export function daysOf(period: { readonly from: string; readonly to: string }, now: Date): readonly string[] {
  const [today, last] = [parisDay(now), parisDay(Date.parse(period.to) - 1)];
  const days: string[] = [];
  for (let day = parisDay(Date.parse(period.from)); day <= last && day <= today; day = addDays(day, 1)) days.push(day);
  return days;
}

/** One series a group, largest first; beyond eight groups, seven and the others together. */
export function daySeries(
  rows: readonly DayRow[],
  period: { readonly from: string; readonly to: string },
  now: Date,
  measure: (totals: Totals) => number,
  othersName = "",
): DaySeries {
  const days = daysOf(period, now);
  const position = new Map(days.map((day, index) => [day, index]));
  const groups = new Map<string, { id: string; name: string; values: number[] }>();
  for (const row of rows) {
    const index = position.get(row.day.slice(0, 10));
    if (index === undefined) continue;
    const group = groups.get(row.groupId) ?? { id: row.groupId, name: row.groupName, values: days.map(() => 0) };
    group.values[index] = (group.values[index] ?? 0) + measure(row.totals);
    groups.set(row.groupId, group);
  }
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const ordered = [...groups.values()].sort(
    (a, b) => total(b.values) - total(a.values) || a.name.localeCompare(b.name),
  );
  const kept = ordered.length > MOST ? ordered.slice(0, MOST - 1) : ordered;
  const rest = ordered.slice(kept.length);
  const shown =
    rest.length === 0
      ? kept
      : [
          ...kept,
          {
            id: "others",
            name: othersName,
            values: days.map((_, index) => rest.reduce((sum, group) => sum + (group.values[index] ?? 0), 0)),
          },
        ];
  return {
    days,
    partial: days.at(-1) === parisDay(now),
    groups: shown.map((group, color) => ({ ...group, color })),
  };
}
