import { eligibleSlices, type RoundInstance } from "./instance.js";
import { tierOf, type Grants, type QuarterGrant } from "./grant-lines.js";

/**
 * The round as it is done by hand: needs in the order of class, score, age; each takes what is left in its nearest and
 * cheapest pools, or nothing when that is below its least useful quantity. The baseline of the program and its fallback.
 */
export function greedyGrants(instance: RoundInstance): Grants {
  const order = instance.needs
    .map((need, index) => ({ need, index }))
    .sort(
      (left, right) =>
        left.need.criticality - right.need.criticality ||
        right.need.score - left.need.score ||
        left.index - right.index,
    );
  return instance.quarters.map((_, quarter) => {
    const free = instance.slices.map((slice) => slice.gpus[quarter] ?? 0);
    const grants: QuarterGrant[] = instance.needs.map(() => ({ gpus: 0, bySlice: new Map<number, number>() }));
    for (const { index } of order) grants[index] = takeGreedily(instance, quarter, index, free);
    return grants;
  });
}

function takeGreedily(instance: RoundInstance, quarter: number, index: number, free: number[]): QuarterGrant {
  const need = instance.needs[index];
  const ask = need?.asks[quarter] ?? null;
  const bySlice = new Map<number, number>();
  if (need === undefined || ask === null) return { gpus: 0, bySlice };
  const price = (slice: number) => instance.slices[slice]?.centsPerGpuHour ?? 0;
  const tier = (slice: number) => {
    const at = instance.slices[slice];
    return at === undefined ? 0 : tierOf(need, at);
  };
  const slices = [...eligibleSlices(need, instance.slices)].sort(
    (left, right) => tier(left) - tier(right) || price(left) - price(right) || left - right,
  );
  let wanted = ask.gpus;
  for (const slice of slices) {
    const taken = Math.min(wanted, free[slice] ?? 0);
    if (taken > 0) bySlice.set(slice, taken);
    wanted -= taken;
  }
  const gpus = ask.gpus - wanted;
  if (gpus < ask.minUseful) return { gpus: 0, bySlice: new Map() };
  for (const [slice, taken] of bySlice) free[slice] = (free[slice] ?? 0) - taken;
  return { gpus, bySlice };
}
