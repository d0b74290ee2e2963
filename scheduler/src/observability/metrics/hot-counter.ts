import type { Registry } from "prom-client";
import { labelsOf, registerFamily } from "./metric-family.js";
import type { FamilyNames } from "./metric-family.js";
import { Series } from "./series.js";

/** A counter for the hot path. */
export class HotCounter {
  private readonly series = new Series(() => ({ value: 0 }));

  constructor(registry: Registry, names: FamilyNames) {
    registerFamily(registry, "counter", names, () => {
      const values: { value: number; labels: Record<string, string> }[] = [];
      this.series.forEach((first, second, { value }) =>
        values.push({ value, labels: labelsOf(names.labels, first, second) }),
      );
      return values;
    });
  }

  add(amount: number, first = "", second = ""): void {
    this.series.cell(first, second).value += amount;
  }
}
