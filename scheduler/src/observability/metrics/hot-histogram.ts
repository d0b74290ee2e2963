import type { Registry } from "prom-client";
import { labelsOf, registerFamily } from "./metric-family.js";
import type { FamilyNames, MetricValue } from "./metric-family.js";
import { Series } from "./series.js";

/** A histogram for the hot path: one typed array a series, of counts by bucket and then the sum. */
export class HotHistogram {
  private readonly series: Series<Float64Array>;

  constructor(
    registry: Registry,
    private readonly names: FamilyNames,
    private readonly bounds: readonly number[],
  ) {
    this.series = new Series(() => new Float64Array(bounds.length + 2));
    registerFamily(registry, "histogram", names, () => {
      const values: MetricValue[] = [];
      this.series.forEach((first, second, cell) => this.render(values, first, second, cell));
      return values;
    });
  }

  observe(value: number, first = "", second = ""): void {
    const cell = this.series.cell(first, second);
    let bucket = 0;
    while (bucket < this.bounds.length && value > (this.bounds[bucket] ?? 0)) bucket += 1;
    cell[bucket] = (cell[bucket] ?? 0) + 1;
    const sum = this.bounds.length + 1;
    cell[sum] = (cell[sum] ?? 0) + value;
  }

  private render(values: MetricValue[], first: string, second: string, cell: Float64Array): void {
    const { name } = this.names;
    const labels = labelsOf(this.names.labels, first, second);
    let count = 0;
    for (let bucket = 0; bucket <= this.bounds.length; bucket++) {
      count += cell[bucket] ?? 0;
      const le = this.bounds[bucket] ?? "+Inf";
      values.push({ metricName: `${name}_bucket`, labels: { ...labels, le }, value: count });
    }
    values.push({ metricName: `${name}_sum`, labels, value: cell[this.bounds.length + 1] ?? 0 });
    values.push({ metricName: `${name}_count`, labels, value: count });
  }
}
