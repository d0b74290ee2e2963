import { grouped } from "./grouped.js";
import type { Grants } from "./grant-lines.js";
import { eligibleSlices, obstacleTo, type Obstacle, type RoundInstance, type RoundNeed } from "./instance.js";

/** What keeps a need from more: `none` when it has all it asks for. */
export type Binding = "none" | "no_pool" | "capacity" | "least_useful";

/** Who holds the GPUs that the need could use, as seen from it. */
export type Holder = "more_urgent" | "same_class_other_ministry" | "same_class_same_ministry" | "less_urgent";

/** What would give the need all it asks for in this quarter, everybody else keeping what they have. */
export type Unlock =
  | { readonly kind: "nothing" }
  /** So many more GPUs in any one of these pools: chains of moves bring them to the need. */
  | { readonly kind: "gpus"; readonly gpus: number; readonly poolIds: readonly string[] }
  /** The pools nearest to being open to it, with all that closes each. */
  | { readonly kind: "opening"; readonly pools: readonly ClosedPool[] };

export interface ClosedPool {
  readonly poolId: string;
  readonly obstacles: readonly Obstacle[];
}

export interface QuarterExplanation {
  readonly quarter: string;
  readonly asked: number;
  readonly granted: number;
  readonly minUseful: number;
  readonly binding: Binding;
  /** GPUs still free that the need could reach; below its least useful quantity when `binding` says so. */
  readonly reachable: number;
  readonly holders: Readonly<Record<Holder, number>>;
  readonly unlock: Unlock;
}

/** Why a need got what it got in a quarter, with figures; `null` when it asks for nothing. */
export function explain(
  instance: RoundInstance,
  grants: Grants,
  quarter: number,
  index: number,
): QuarterExplanation | null {
  const need = instance.needs[index];
  const ask = need?.asks[quarter] ?? null;
  if (need === undefined || ask === null) return null;
  const granted = grants[quarter]?.[index]?.gpus ?? 0;
  const facts = {
    quarter: instance.quarters[quarter] ?? "",
    asked: ask.gpus,
    granted,
    minUseful: ask.minUseful,
    holders: { ...NOBODY },
    reachable: 0,
  };
  const missing = ask.gpus - granted;
  if (missing <= 0) return { ...facts, binding: "none", unlock: { kind: "nothing" } };
  const open = eligibleSlices(need, instance.slices);
  if (open.length === 0)
    return { ...facts, binding: "no_pool", unlock: { kind: "opening", pools: closest(instance, need) } };
  const within = reachableSlices(instance, grants, quarter, open);
  const reachable = freeWithin(instance, grants, quarter, within);
  const poolIds = [...new Set([...within].map((slice) => instance.slices[slice]?.poolId ?? ""))].sort();
  return {
    ...facts,
    reachable,
    holders: holdersWithin(instance, grants, quarter, within, need),
    binding: reachable > 0 ? "least_useful" : "capacity",
    unlock: { kind: "gpus", gpus: missing - reachable, poolIds },
  };
}

const NOBODY: Readonly<Record<Holder, number>> = {
  more_urgent: 0,
  same_class_other_ministry: 0,
  same_class_same_ministry: 0,
  less_urgent: 0,
};

/** Slices from which a freed GPU can come to one of `from` by moving others: the full side of a minimum cut. */
function reachableSlices(
  { needs, slices }: RoundInstance,
  grants: Grants,
  quarter: number,
  from: readonly number[],
): ReadonlySet<number> {
  const reached = new Set(from);
  const movesOut = new Map<number, Set<number>>();
  for (const [index, { bySlice }] of (grants[quarter] ?? []).entries()) {
    const need = needs[index];
    if (need === undefined || bySlice.size === 0) continue;
    const places = eligibleSlices(need, slices);
    for (const slice of bySlice.keys()) {
      const targets = movesOut.get(slice) ?? new Set<number>();
      for (const place of places) targets.add(place);
      movesOut.set(slice, targets);
    }
  }
  for (const slice of reached) for (const target of movesOut.get(slice) ?? []) reached.add(target);
  return reached;
}

function freeWithin({ slices }: RoundInstance, grants: Grants, quarter: number, within: ReadonlySet<number>): number {
  let free = 0;
  for (const slice of within) free += slices[slice]?.gpus[quarter] ?? 0;
  for (const { bySlice } of grants[quarter] ?? [])
    for (const [slice, gpus] of bySlice) if (within.has(slice)) free -= gpus;
  return free;
}

function holdersWithin(
  { needs }: RoundInstance,
  grants: Grants,
  quarter: number,
  within: ReadonlySet<number>,
  by: RoundNeed,
): Readonly<Record<Holder, number>> {
  const holders: Record<Holder, number> = { ...NOBODY };
  for (const [index, { bySlice }] of (grants[quarter] ?? []).entries()) {
    const holder = needs[index];
    if (holder === undefined || holder === by) continue;
    for (const [slice, gpus] of bySlice) if (within.has(slice)) holders[seenFrom(by, holder)] += gpus;
  }
  return holders;
}

function seenFrom(by: RoundNeed, holder: RoundNeed): Holder {
  if (holder.criticality < by.criticality) return "more_urgent";
  if (holder.criticality > by.criticality) return "less_urgent";
  return holder.ministryId === by.ministryId ? "same_class_same_ministry" : "same_class_other_ministry";
}

/** Pools with the fewest obstacles: what one decision (a qualification, another GPU) would open. */
function closest({ slices }: RoundInstance, need: RoundNeed): readonly ClosedPool[] {
  const open = slices.filter((slice) => slice.reservedFor === null);
  const pools = [...grouped(open, ({ poolId }) => poolId)].flatMap(([poolId, [slice]]) =>
    slice === undefined ? [] : [{ poolId, obstacles: obstaclesOf(need, slice) }],
  );
  const fewest = Math.min(...pools.map(({ obstacles }) => obstacles.length));
  return pools.filter(({ obstacles }) => obstacles.length === fewest);
}

function obstaclesOf(need: RoundNeed, slice: RoundInstance["slices"][number]): readonly Obstacle[] {
  const wrongClass = obstacleTo(need, { ...slice, acceptedLabels: need.labels });
  const wrongLabels = obstacleTo(need, { ...slice, gpuClass: need.gpuClasses[0] ?? slice.gpuClass });
  return [wrongClass, wrongLabels].filter((each) => each !== null);
}
