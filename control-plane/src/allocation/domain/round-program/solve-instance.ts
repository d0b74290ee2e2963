import { byPool, placeQuarter, type Grants, type QuarterGrant } from "./grant-lines.js";
import { greedyGrants } from "./greedy.js";
import { eligibleSlices, type RoundInstance } from "./instance.js";
import { lexicographicAmounts, type Amounts } from "./lexicographic.js";
import type { StageSolver } from "./linear-program.js";
import { quarterModel } from "./quarter-model.js";

export interface RoundSolution {
  /** `lexicographic` as asked for, or `greedy` where no point was found in time: it says so. */
  readonly method: "lexicographic" | "greedy";
  /** Largest gap over all stages, in percent; `null` for a greedy round, which proves nothing. */
  readonly gapPct: number | null;
  readonly grants: Grants;
}

/** Told after each quarter, 0 to 1. */
export type Progress = (done: number) => void;

/**
 * Solves a round quarter by quarter: no constraint but the preference for staying put joins two quarters, so the optimum
 * of each is the optimum of all, and a quarter stays as near as it can to the one before.
 * @param instance in canonical order
 */
export function solveInstance(instance: RoundInstance, solve: StageSolver, progress: Progress): RoundSolution {
  const places = instance.needs.map((need) => eligibleSlices(need, instance.slices));
  const quarters: (readonly QuarterGrant[])[] = [];
  let gapPct = 0;
  for (const quarter of instance.quarters.keys()) {
    const model = quarterModel({ ...instance, quarter });
    const amounts = lexicographicAmounts(model, solve);
    if (amounts === null) return { method: "greedy", gapPct: null, grants: greedyGrants(instance) };
    gapPct = Math.max(gapPct, amounts.gapPct);
    const before = quarters.at(-1);
    const wanted = amountsByNeed(instance, model.askers, amounts);
    quarters.push(placeQuarter(instance, quarter, wanted, places, heldBefore(instance, before)));
    progress((quarter + 1) / instance.quarters.length);
  }
  return { method: "lexicographic", gapPct, grants: quarters };
}

function amountsByNeed(
  instance: RoundInstance,
  askers: readonly { readonly need: { readonly id: string } }[],
  { granted }: Amounts,
): readonly number[] {
  const byId = new Map(askers.map(({ need }, index) => [need.id, granted[index] ?? 0]));
  return instance.needs.map(({ id }) => byId.get(id) ?? 0);
}

function heldBefore(
  instance: RoundInstance,
  quarter: readonly QuarterGrant[] | undefined,
): (need: number, poolId: string) => number {
  const held = instance.needs.map((need, index) => {
    const grant = quarter?.[index];
    return grant === undefined
      ? new Map(Object.entries(need.held))
      : new Map(byPool(instance, grant).map(({ poolId, gpus }) => [poolId, gpus]));
  });
  return (need, poolId) => held[need]?.get(poolId) ?? 0;
}
