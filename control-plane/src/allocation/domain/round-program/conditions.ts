import type { Condition } from "../../../kernel/refusal.js";
import { grouped } from "./grouped.js";
import { obstacleTo, type RoundInstance, type RoundNeed } from "./instance.js";
import type { Placed } from "./grant-lines.js";

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
    const granted = placements.reduce((sum, { gpus }) => sum + gpus, 0);
    const closed = placements.filter(({ poolId }) => !isOpen(instance, need, poolId)).map(({ poolId }) => poolId);
    const checks: readonly (readonly [boolean, string, string])[] = [
      [placements.every(({ gpus }) => Number.isInteger(gpus) && gpus >= 0), "whole_gpus", "whole GPUs only"],
      [closed.length === 0, "eligible_pool", `pools that are not open to it: ${closed.join(", ")}`],
      [granted <= ask.gpus, "within_ask", `${String(granted)} of ${String(ask.gpus)} GPU asked for`],
      [
        granted === 0 || granted >= ask.minUseful,
        "least_useful",
        `${String(granted)} GPU, under the ${String(ask.minUseful)} that are of use`,
      ],
    ];
    return checks
      .filter(([met]) => !met)
      .map(([met, code, figures]) => ({ code: `round.${code}`, met, message: `${at}: ${figures}` }));
  });
}

const isOpen = (instance: RoundInstance, need: RoundNeed, poolId: string): boolean =>
  instance.slices.some((slice) => slice.poolId === poolId && obstacleTo(need, slice) === null);

/** An organisation uses what is kept for it first; the rest of it and everybody else's comes out of the open part. */
function poolConditions(instance: RoundInstance, grants: GrantTable, quarter: number): readonly Condition[] {
  return [...grouped(instance.slices, ({ poolId }) => poolId)].flatMap(([poolId, slices]) => {
    const kept = (organisationId: string | null) =>
      slices
        .filter((slice) => slice.reservedFor === organisationId)
        .reduce((sum, slice) => sum + (slice.gpus[quarter] ?? 0), 0);
    const open = [...usedBy(instance, grants, quarter, poolId)].reduce(
      (sum, [organisationId, gpus]) => sum + Math.max(0, gpus - kept(organisationId)),
      0,
    );
    if (open <= kept(null)) return [];
    const figures = `${String(open)} GPU of the ${String(kept(null))} that are not kept for guarantees`;
    const message = `${poolId} in ${instance.quarters[quarter] ?? ""}: ${figures}`;
    return [{ code: "round.pool_capacity", met: false, message }];
  });
}

function usedBy(
  { needs }: RoundInstance,
  grants: GrantTable,
  quarter: number,
  poolId: string,
): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const { id, organisationId } of needs) {
    for (const placed of grants.get(id)?.[quarter] ?? [])
      if (placed.poolId === poolId) used.set(organisationId, (used.get(organisationId) ?? 0) + placed.gpus);
  }
  return used;
}
