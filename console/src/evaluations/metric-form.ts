import type { EvaluationMetricInput } from "../generated/operations";
import { figureOf, figureOrNull, orNull, type FieldSpec, type FormValues } from "../parts/form/field-spec";

export type MetricField = "name" | "value" | "unit" | "low" | "high" | "sampleSize" | "source";

export type MetricValues = FormValues<MetricField>;

export const METRIC_SPECS: readonly FieldSpec<MetricField>[] = [
  { name: "name", kind: "line", max: 200 },
  { name: "value", kind: "number" },
  { name: "unit", kind: "line", max: 40 },
  { name: "low", kind: "number", optional: true },
  { name: "high", kind: "number", optional: true },
  { name: "sampleSize", kind: "whole", optional: true, min: 1, max: 100_000_000 },
  { name: "source", kind: "line", optional: true, max: 400 },
];

export type WrongMetric = "bounds" | "order" | "share";

/** What is wrong with a figure as a whole, as the server asks: both bounds or none, around the value; a share of 100. */
export function wrongMetric(row: MetricValues): WrongMetric | null {
  const [low, value, high] = [figureOrNull(row.low), figureOf(row.value), figureOrNull(row.high)];
  if ((low === null) !== (high === null)) return "bounds";
  if (low !== null && high !== null && !(low <= value && value <= high)) return "order";
  return row.unit.trim() === "%" && !(value >= 0 && value <= 100) ? "share" : null;
}

export const metricInput = (row: MetricValues): EvaluationMetricInput => ({
  name: row.name.trim(),
  value: figureOf(row.value),
  unit: row.unit.trim(),
  low: figureOrNull(row.low),
  high: figureOrNull(row.high),
  confidence: null,
  sample: figureOrNull(row.sampleSize),
  source: orNull(row.source),
});
