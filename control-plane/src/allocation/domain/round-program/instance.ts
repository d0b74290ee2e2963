/** How urgent a need is: 1 is served before anything else, 4 last. */
export const CRITICALITIES = [1, 2, 3, 4] as const;
export type Criticality = (typeof CRITICALITIES)[number];

/** GPUs asked for in one quarter; under `minUseful` the need is better served by nothing. */
export interface Ask {
  readonly gpus: number;
  /** 1 to `gpus`; anything below is no use to the need. */
  readonly minUseful: number;
}

/** A need as a round sees it. GPUs are whole; classes of GPU are those for which the same number of GPUs was sized. */
export interface RoundNeed {
  readonly id: string;
  /** Ids of the node that asks and of those above it, up to its ministry: what is kept for one of them is kept for it. */
  readonly path: readonly string[];
  /** Root's child under which the organisation stands: fairness is between these. */
  readonly ministryId: string;
  readonly gpuClasses: readonly string[];
  /** Categories of data that a pool has to accept. */
  readonly labels: readonly string[];
  readonly criticality: Criticality;
  /** Weight inside a class: a need of score 2 is served to twice the fraction of a need of score 1. Whole, 1 to 1000. */
  readonly score: number;
  /** ISO 8601; of equal needs the oldest comes first. */
  readonly declaredAt: string;
  /** One for each quarter of the round, in its order; `null` where nothing is asked. */
  readonly asks: readonly (Ask | null)[];
  /** What the need holds before the first quarter, by pool: placements stay where they are when nothing else decides. */
  readonly held: Readonly<Record<string, number>>;
}

/** Part of a pool that a round may distribute. A pool has one open slice and one for each guarantee kept in it. */
export interface RoundSlice {
  readonly poolId: string;
  readonly gpuClass: string;
  readonly acceptedLabels: readonly string[];
  /** Node at or under which alone it may be used (its guarantee, or what it keeps of its own pool); `null` for all. */
  readonly reservedFor: string | null;
  /** Ministry that owns the pool; `null` for ARIANE's and the market's. */
  readonly ownerMinistryId: string | null;
  /** A pool bought by the hour, taken last. */
  readonly market: boolean;
  readonly centsPerGpuHour: number;
  /** Whole GPUs, one for each quarter of the round. */
  readonly gpus: readonly number[];
}

export interface RoundInstance {
  /** `2026Q3`, in order. */
  readonly quarters: readonly string[];
  readonly needs: readonly RoundNeed[];
  readonly slices: readonly RoundSlice[];
}

/** Oldest first, then by id: the order in which ties are broken, whatever the order of the input. */
const byAge = (left: RoundNeed, right: RoundNeed): number =>
  compare(left.declaredAt, right.declaredAt) || compare(left.id, right.id);

const bySlice = (left: RoundSlice, right: RoundSlice): number =>
  compare(left.poolId, right.poolId) || compare(left.reservedFor ?? "", right.reservedFor ?? "");

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The same instance in canonical order: an answer does not depend on how rows came out of a table. */
export const canonical = (instance: RoundInstance): RoundInstance => ({
  ...instance,
  needs: [...instance.needs].sort(byAge),
  slices: [...instance.slices].sort(bySlice),
});

/** Why a slice is closed to a need, whatever is free in it. */
export type Obstacle =
  | { readonly kind: "gpu_class"; readonly gpuClass: string }
  | { readonly kind: "labels"; readonly missing: readonly string[] }
  | { readonly kind: "reserved"; readonly nodeId: string };

/** @returns `null` when the need may be placed there */
export function obstacleTo(need: RoundNeed, slice: RoundSlice): Obstacle | null {
  if (!need.gpuClasses.includes(slice.gpuClass)) return { kind: "gpu_class", gpuClass: slice.gpuClass };
  const missing = need.labels.filter((label) => !slice.acceptedLabels.includes(label));
  if (missing.length > 0) return { kind: "labels", missing };
  if (slice.reservedFor !== null && !need.path.includes(slice.reservedFor))
    return { kind: "reserved", nodeId: slice.reservedFor };
  return null;
}

/** Positions of the slices that a need may use, in order. */
export const eligibleSlices = (need: RoundNeed, slices: readonly RoundSlice[]): readonly number[] =>
  slices.flatMap((slice, index) => (obstacleTo(need, slice) === null ? [index] : []));
