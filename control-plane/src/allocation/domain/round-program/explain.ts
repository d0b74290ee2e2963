import { grouped } from "./grouped.js";
import type { Grants } from "./grant-lines.js";
import { eligibleSlices, obstacleTo, type Obstacle, type RoundInstance, type RoundNeed } from "./instance.js";
import { RoomInQuarter, withOpenParts } from "./room-in-quarter.js";

/** What keeps a need from more: `none` when it has all it asks for. */
export type Binding = "none" | "no_pool" | "capacity" | "least_useful";

/** Who holds the GPUs that the need could use, as seen from it. */
export type Holder = "more_urgent" | "same_class_other_ministry" | "same_class_same_ministry" | "less_urgent";

/** What would give the need all it asks for in this quarter, everybody else keeping what they have. */
export type Unlock =
  | { readonly kind: "nothing" }
  /** So many more GPUs in any one of these pools: chains of moves bring all of them to the need. */
  | {
      readonly kind: "gpus";
      readonly gpus: number;
      readonly poolIds: readonly string[];
    }
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
  /** GPUs still free that come to the need when others move; below its least useful quantity when `binding` says so. */
  readonly reachable: number;
  readonly holders: Readonly<Record<Holder, number>>;
  readonly unlock: Unlock;
}

/** Says why a need got what it got in a quarter, with figures; `null` when it asks for nothing. */
export function explainer(
  instance: RoundInstance,
  grants: Grants,
): (quarter: number, index: number) => QuarterExplanation | null {
  const whole = withOpenParts(instance);
  // What is free in a quarter is the same for every need of it.
  const rooms: RoomInQuarter[] = [];
  const roomIn = (quarter: number) => (rooms[quarter] ??= new RoomInQuarter(whole, grants, quarter));
  return (quarter, index) => {
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
    const open = eligibleSlices(need, whole.slices);
    if (open.length === 0)
      return {
        ...facts,
        binding: "no_pool",
        unlock: { kind: "opening", pools: closest(whole, need) },
      };
    const room = roomIn(quarter);
    const within = room.reachedFrom(open);
    const reachable = room.roomFor(open, missing);
    const gpus = missing - reachable;
    const pools = new Set([...within].map((slice) => whole.slices[slice]?.poolId ?? ""));
    const poolIds = [...pools].filter((poolId) => room.roomFor(open, missing, { poolId, gpus }) === missing).sort();
    return {
      ...facts,
      reachable,
      holders: holdersWithin(instance, grants, quarter, within, need),
      binding: reachable > 0 ? "least_useful" : "capacity",
      unlock: { kind: "gpus", gpus, poolIds },
    };
  };
}

const NOBODY: Readonly<Record<Holder, number>> = {
  more_urgent: 0,
  same_class_other_ministry: 0,
  same_class_same_ministry: 0,
  less_urgent: 0,
};

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
  const wrongClass = obstacleTo(need, {
    ...slice,
    acceptedLabels: need.labels,
  });
  const wrongLabels = obstacleTo(need, {
    ...slice,
    gpuClass: need.gpuClasses[0] ?? slice.gpuClass,
  });
  return [wrongClass, wrongLabels].filter((each) => each !== null);
}
