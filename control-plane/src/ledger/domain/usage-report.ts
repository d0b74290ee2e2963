import { sumFigures, addFigures, NO_FIGURES, type Figures } from "./figures.js";

export const USAGE_GROUPS = ["ministry", "organisation", "use_case", "application", "model"] as const;
export type UsageGroup = (typeof USAGE_GROUPS)[number];

/** Figures of one day under one key; the key is `null` for requests that never got that far. */
export interface DayFigures {
  readonly day: string;
  readonly key: string | null;
  readonly figures: Figures;
}

interface UsageReportRow {
  readonly day: string;
  readonly groupId: string;
  readonly figures: Figures;
}

export interface UsageReport {
  readonly rows: readonly UsageReportRow[];
  readonly totals: Figures;
}

/** Group of what has no key, e.g. the model of a request refused before one was found. */
const UNKNOWN_GROUP = "unknown";

/** Rows by day then group; totals are the sum of the rows, exactly. */
export function usageReport(lines: readonly DayFigures[], groupOf: (key: string) => string): UsageReport {
  const rows = new Map<string, UsageReportRow>();
  for (const { day, key, figures } of lines) {
    const groupId = key === null ? UNKNOWN_GROUP : groupOf(key);
    const id = `${day}/${groupId}`;
    rows.set(id, { day, groupId, figures: addFigures(rows.get(id)?.figures ?? NO_FIGURES, figures) });
  }
  const ordered = [...rows.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
  return { rows: ordered, totals: sumFigures(ordered.map((row) => row.figures)) };
}
