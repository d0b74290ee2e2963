import type { Condition } from "../../../kernel/refusal.js";
import { grouped } from "./grouped.js";
import { eligibleSlices, obstacleTo, type RoundInstance, type RoundNeed } from "./instance.js";
import type { Placed } from "./grant-lines.js";
import { place } from "./placement.js";

/** What a round grants, as it is stored and amended: by need id, one list of placements a quarter. */
export type GrantTable = ReadonlyMap<string, readonly (readonly Placed[])[]>;

/**
 * Every constraint of a round on grants that a person changed: whole GPUs, open pools, the ask and its least useful
 * quantity, the capacity of each pool and quarter beside what is kept for guarantees. Only what fails is listed for
 * needs; pools are listed once each when they fail.
 */
export function unmetConditions(instance: RoundInstance, grants: GrantTable): readonly Condition[] {
  return [
    ...instance.needs.flatMap((need) => needConditions(instance, need, grants.get(need.id) ?? [])),
    ...instance.quarters.flatMap((_, quarter) => poolConditions(instance, grants, quarter)),
  ];
}

function needConditions(
  instance: RoundInstance,
  need: RoundNeed,
  quarters: readonly (readonly Placed[])[],
): readonly Condition[] {
  return quarters.flatMap((placements, quarter) => {
    const at = `${need.id} in ${instance.quarters[quarter] ?? "a quarter outside the round"}`;
    const ask = need.asks[quarter] ?? { gpus: 0, minUseful: 0 };
    const total = sum(placements.map(({ gpus }) => gpus));
    const closed = placements.filter(({ poolId }) => !isOpen(instance, need, poolId)).map(({ poolId }) => poolId);
    const checks: readonly (readonly [boolean, string, string])[] = [
      [placements.every(({ gpus }) => Number.isInteger(gpus) && gpus >= 0), "whole_gpus", "whole GPUs only"],
      [closed.length === 0, "eligible_pool", `pools that are not open to it: ${closed.join(", ")}`],
      [total <= ask.gpus, "within_ask", `${String(total)} of ${String(ask.gpus)} GPU asked for`],
      [
        total === 0 || total >= ask.minUseful,
        "least_useful",
        `${String(total)} GPU, under the ${String(ask.minUseful)} that are of use`,
      ],
    ];
    return checks
      .filter(([met]) => !met)
      .map(([met, code, figures]) => ({ code: `round.${code}`, met, message: `${at}: ${figures}` }));
  });
}

const isOpen = (instance: RoundInstance, need: RoundNeed, poolId: string): boolean =>
  instance.slices.some((slice) => slice.poolId === poolId && obstacleTo(need, slice) === null);

/** A pool holds what is put in it when each need finds room in the open part or in a part that is kept for it. */
function poolConditions(instance: RoundInstance, grants: GrantTable, quarter: number): readonly Condition[] {
  return [...grouped(instance.slices, ({ poolId }) => poolId)].flatMap(([poolId, slices]) => {
    const amounts = instance.needs.map(({ id }) => granted(grants, id, quarter, poolId));
    const { left } = place({
      amounts,
      eligible: instance.needs.map((need) => eligibleSlices(need, slices)),
      capacities: slices.map(({ gpus }) => gpus[quarter] ?? 0),
      costOf: (_, slice) => ({ first: slices[slice]?.reservedFor === null ? 1 : 0, then: 0 }),
    });
    const without = sum(left);
    if (without === 0) return [];
    const figures = `${String(sum(amounts))} GPU granted, ${String(without)} more than it holds beside guarantees`;
    const message = `${poolId} in ${instance.quarters[quarter] ?? ""}: ${figures}`;
    return [{ code: "round.pool_capacity", met: false, message }];
  });
}

const granted = (grants: GrantTable, needId: string, quarter: number, poolId: string): number =>
  sum((grants.get(needId)?.[quarter] ?? []).filter((placed) => placed.poolId === poolId).map(({ gpus }) => gpus));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
