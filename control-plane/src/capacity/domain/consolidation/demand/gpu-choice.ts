import type { DataLabel } from "@socle/contracts";
import { groupedBy } from "../grouped-by.js";
import { accepts } from "../zone.js";
import type { AllocationInput, LineInput } from "../consolidation-input.js";

/** From where a ministry would get GPUs: its rights in pools, its own lines, all lines of the State. */
export const REACHES = ["held", "own", "state"] as const;
export type Reach = (typeof REACHES)[number];

/** GPUs of one kind that take a need's data. */
export interface ReachedKind {
  readonly gpuType: string;
  readonly gpus: number;
}

/** What a choice looks at. */
export interface ChoiceFacts {
  readonly allocations: readonly Pick<AllocationInput, "ministryId" | "gpuType" | "labels" | "nominal">[];
  readonly lines: readonly Pick<LineInput, "ministryId" | "line">[];
}

interface Stock extends ReachedKind {
  readonly labels: readonly DataLabel[];
}

/** Kinds of GPU within a ministry's reach, nearest first. */
export class GpuChoice {
  private readonly held: ReadonlyMap<string, readonly Stock[]>;
  private readonly own: ReadonlyMap<string, readonly Stock[]>;
  private readonly state: readonly Stock[];
  private readonly known = new Map<string, ReachedKinds>();

  constructor({ allocations, lines }: ChoiceFacts) {
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

  /** Kinds that accept these labels, most numerous first in each reach. */
  kindsFor(ministryId: string, labels: readonly DataLabel[]): ReachedKinds {
    const key = `${ministryId} ${[...labels].sort().join()}`;
    const known = this.known.get(key) ?? {
      held: kindsOf(this.held.get(ministryId) ?? [], labels),
      own: kindsOf(this.own.get(ministryId) ?? [], labels),
      state: kindsOf(this.state, labels),
    };
    this.known.set(key, known);
    return known;
  }
}
export type ReachedKinds = Readonly<Record<Reach, readonly ReachedKind[]>>;

function byMinistry(
  entries: readonly { readonly ministryId: string; readonly stock: Stock }[],
): ReadonlyMap<string, readonly Stock[]> {
  const groups = groupedBy(entries, ({ ministryId }) => ministryId);
  return new Map([...groups].map(([ministryId, group]) => [ministryId, group.map(({ stock }) => stock)]));
}

function kindsOf(stocks: readonly Stock[], labels: readonly DataLabel[]): readonly ReachedKind[] {
  const counts = new Map<string, number>();
  for (const { gpuType, labels: accepted, gpus } of stocks)
    if (accepts(accepted, labels)) counts.set(gpuType, (counts.get(gpuType) ?? 0) + gpus);
  return [...counts]
    .map(([gpuType, gpus]) => ({ gpuType, gpus }))
    .sort((one, other) => other.gpus - one.gpus || (one.gpuType < other.gpuType ? -1 : 1));
}
