import { addAmounts, type Amounts } from "@socle/contracts";
import { sumAmounts } from "./record-amounts.js";

export const USAGE_GROUPS = ["ministry", "organisation", "use_case", "application", "model"] as const;
export type UsageGroup = (typeof USAGE_GROUPS)[number];

/** Amounts of one day under one key; the key is `null` for requests that never got that far. */
export interface DayAmounts {
  readonly day: string;
  readonly key: string | null;
  readonly amounts: Amounts;
}

interface UsageReportRow {
  readonly day: string;
  readonly groupId: string;
  readonly amounts: Amounts;
}

export interface UsageReport {
  readonly rows: readonly UsageReportRow[];
  readonly totals: Amounts;
}

/** Group of what has no key, e.g. the model of a request refused before one was found. */
const UNKNOWN_GROUP = "unknown";

/** Rows by day then group; totals are the sum of the rows, exactly. */
export function usageReport(lines: readonly DayAmounts[], groupOf: (key: string) => string): UsageReport {
  const rows = new Map<string, UsageReportRow>();
  for (const { day, key, amounts } of lines) {
    const groupId = key === null ? UNKNOWN_GROUP : groupOf(key);
    const id = `${day}/${groupId}`;
    rows.set(id, { day, groupId, amounts: addAmounts(rows.get(id)?.amounts ?? {}, amounts) });
  }
  const ordered = [...rows.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
  return { rows: ordered, totals: sumAmounts(ordered.map((row) => row.amounts)) };
}
