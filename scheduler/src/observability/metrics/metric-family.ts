import type { Metric, Registry } from "prom-client";

export interface MetricValue {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly metricName?: string;
}

export interface FamilyNames {
  readonly name: string;
  readonly help: string;
  /** At most two. */
  readonly labels: readonly string[];
}

/**
 * Puts a family whose numbers live in plain arrays into a prom-client registry, which asks for them at each scrape. So a
 * request pays an addition, and prom-client's own work is paid by who reads.
 */
export function registerFamily(
  registry: Registry,
  type: "counter" | "histogram",
  { name, help }: FamilyNames,
  values: () => MetricValue[],
): void {
  const get = () => Promise.resolve({ name, help, type, aggregator: "sum", values: values() });
  registry.registerMetric({ name, help, type, get } as unknown as Metric);
}

/** Labels of one cell, as the family names them. */
export function labelsOf(names: readonly string[], first: string, second: string): Record<string, string> {
  const labels: Record<string, string> = {};
  if (names[0] !== undefined) labels[names[0]] = first;
  if (names[1] !== undefined) labels[names[1]] = second;
  return labels;
}
