import type { RoundInstance, RoundNeed, RoundSlice } from "./instance.js";
import { place, type UnitCost } from "./placement.js";

/** GPUs of one need in one pool. */
export interface Placed {
  readonly poolId: string;
  readonly gpus: number;
}

/** What a need gets in one quarter; `placed` is by slice, so that a guarantee used is seen as one. */
export interface QuarterGrant {
  readonly gpus: number;
  readonly bySlice: ReadonlyMap<number, number>;
}

/** Grants of every need of an instance, by quarter then need, in the instance's order. */
export type Grants = readonly (readonly QuarterGrant[])[];

/** Own resources, then peers' offered share, ARIANE's pools, the market last. */
export function tierOf(need: RoundNeed, slice: RoundSlice): 0 | 1 | 2 | 3 {
  if (slice.market) return 3;
  if (slice.ownerMinistryId === null) return 2;
  return slice.ownerMinistryId === need.ministryId ? 0 : 1;
}

/** Above any sum of cents per hour over a million GPUs at a thousand euros. */
const PER_TIER = 2 ** 37;

/**
 * Puts amounts in slices: nearest tier first, then least cost, then where the need was the quarter before (or
 * beside it), then in its own guarantee before the open part of a pool.
 * @param before GPUs that the need had in a pool in the quarter before
 */
export function placeQuarter(
  instance: RoundInstance,
  quarter: number,
  amounts: readonly number[],
  eligible: readonly (readonly number[])[],
  before: (need: number, poolId: string) => number,
): readonly QuarterGrant[] {
  const costOf = (index: number, slice: number, already: number): UnitCost => {
    const need = instance.needs[index];
    const at = instance.slices[slice];
    if (need === undefined || at === undefined) throw new Error("a placement stays within its instance");
    const stood = before(index, at.poolId);
    const moved = already < stood ? 0 : stood > 0 ? 2 : 4;
    const open = at.reservedFor === null ? 1 : 0;
    return { first: tierOf(need, at) * PER_TIER + at.centsPerGpuHour, then: moved + open };
  };
  const capacities = instance.slices.map((slice) => slice.gpus[quarter] ?? 0);
  const { placed } = place({ amounts, eligible, capacities, costOf });
  return placed.map((bySlice) => ({ gpus: [...bySlice.values()].reduce((all, gpus) => all + gpus, 0), bySlice }));
}

/** GPUs by pool, whatever part of the pool they come from. */
export function byPool({ slices }: RoundInstance, grant: QuarterGrant): readonly Placed[] {
  const pools = new Map<string, number>();
  for (const [slice, gpus] of grant.bySlice) {
    const poolId = slices[slice]?.poolId ?? "";
    pools.set(poolId, (pools.get(poolId) ?? 0) + gpus);
  }
  return [...pools]
    .map(([poolId, gpus]) => ({ poolId, gpus }))
    .sort((left, right) => (left.poolId < right.poolId ? -1 : 1));
}
