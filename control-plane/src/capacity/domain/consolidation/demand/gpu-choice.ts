import type { DataLabel } from "@socle/contracts";
import { groupedBy } from "../grouped-by.js";
import { accepts } from "../zone.js";
import type { ConsolidationInput } from "../consolidation-input.js";

/** GPUs of one kind that take certain data. */
interface Stock {
  readonly gpuType: string;
  readonly labels: readonly DataLabel[];
  readonly gpus: number;
}

/** Kinds of GPU in the order in which a need of a ministry is tried on them. */
export class GpuChoice {
  private readonly held: ReadonlyMap<string, readonly Stock[]>;
  private readonly own: ReadonlyMap<string, readonly Stock[]>;
  private readonly state: readonly Stock[];
  private readonly known = new Map<string, readonly string[]>();

  constructor({ allocations, lines }: Pick<ConsolidationInput, "allocations" | "lines">) {
    const stocks = lines.map(({ ministryId, line }) => ({
      ministryId,
      stock: { gpuType: line.gpuType, labels: line.labels, gpus: line.gpuCount },
    }));
    this.held = byMinistry(
      allocations.map((each) => ({ ministryId: each.ministryId, stock: { ...each, gpus: each.nominal } })),
    );
    this.own = byMinistry(stocks);
    this.state = stocks.map(({ stock }) => stock);
  }

  /** What the ministry holds, then what it declares, then what the State declares; most numerous first in each. */
  kindsFor(ministryId: string, labels: readonly DataLabel[]): readonly string[] {
    const key = `${ministryId} ${[...labels].sort().join()}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const kinds = new Set(
      [this.held.get(ministryId), this.own.get(ministryId), this.state].flatMap((stocks) =>
        kindsOf(stocks ?? [], labels),
      ),
    );
    this.known.set(key, [...kinds]);
    return [...kinds];
  }
}

function byMinistry(
  entries: readonly { readonly ministryId: string; readonly stock: Stock }[],
): ReadonlyMap<string, readonly Stock[]> {
  const groups = groupedBy(entries, ({ ministryId }) => ministryId);
  return new Map([...groups].map(([ministryId, group]) => [ministryId, group.map(({ stock }) => stock)]));
}

function kindsOf(stocks: readonly Stock[], labels: readonly DataLabel[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { gpuType, labels: accepted, gpus } of stocks)
    if (accepts(accepted, labels)) counts.set(gpuType, (counts.get(gpuType) ?? 0) + gpus);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([gpuType]) => gpuType);
}
