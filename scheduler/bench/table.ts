import { NOT_MEASURED, rounded, type Result } from "./result.ts";

const HEADS = ["bench", "metric", "value", "target", "", "beside"] as const;
/** Metrics of which more is better. */
const AT_LEAST = new Set([
  "usable_pct",
  "decisions_per_s",
  "picks_per_s",
  "goodput",
  "goodput_vs_best",
  "weighted_satisfaction_vs_greedy",
  "entries_per_s",
  "share_kept",
]);

/** Whether a figure reaches its target; `null` when it has none. */
export function reached({ metric, value, target }: Result): boolean | null {
  if (target === null) return null;
  const name = metric.split(" ")[0] ?? metric;
  return AT_LEAST.has(name) ? value >= target : value <= target;
}

function cells(result: Result): string[] {
  const { bench, metric, value, unit, target, peer, ratio } = result;
  const sign = AT_LEAST.has(metric.split(" ")[0] ?? metric) ? "≥" : "≤";
  const beside = peer === undefined ? "" : ratio === undefined ? peer : `${rounded(ratio)} × ${peer}`;
  return [
    bench,
    metric,
    unit === NOT_MEASURED ? unit : `${rounded(value)} ${unit}`.trim(),
    target === null ? "" : `${sign} ${target}`,
    target === null ? "" : reached(result) === true ? "reached" : "missed",
    beside,
  ];
}

/** Every figure that has a target, and everything that could not be measured, in columns. */
export function table(results: readonly Result[]): string {
  const rows = results.filter(({ target, unit }) => target !== null || unit === NOT_MEASURED).map(cells);
  const all = [[...HEADS], ...rows];
  const widths = HEADS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return all.map(line).join("\n");
}

/** A bench that failed, or a peer that cannot run here: a row of its own, never passed over. */
export const notMeasured = (bench: string, metric: string, why: string): Result => ({
  bench,
  metric,
  value: 0,
  unit: NOT_MEASURED,
  target: null,
  peer: why,
});
