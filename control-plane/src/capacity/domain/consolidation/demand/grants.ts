import type { AllocationInput } from "../consolidation-input.js";
import { groupedBy } from "../grouped-by.js";
import { accepts, ZONES, zoneOf } from "../zone.js";
import type { Demand } from "./size-campaign.js";

/** GPUs of a demand that its ministry's rights cover, and those that they do not; hundredths, so that sums are exact. */
export interface Grant {
  readonly demand: Demand;
  readonly granted: number;
  readonly unmet: number;
}

export const HUNDREDTHS = 100;

/**
 * Covers the demands of each ministry and quarter from its rights in pools of the same kind of GPU that accept their
 * labels: most critical first, then by reference; the least protected pool first, so that protected ones stay free for
 * those who need them.
 */
export function grantDemands(demands: readonly Demand[], allocations: readonly AllocationInput[]): readonly Grant[] {
  const rights = rightsByMinistry(allocations);
  const groups = groupedBy(demands, ({ need, quarter }) => `${need.ministryId} ${quarter}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const pots = (rights.get(first?.need.ministryId ?? "") ?? []).map((right) => ({ ...right }));
    return [...group].sort(byCriticality).map((demand) => grantOne(demand, pots));
  });
}

interface Pot {
  readonly allocation: AllocationInput;
  left: number;
}

function rightsByMinistry(allocations: readonly AllocationInput[]): ReadonlyMap<string, readonly Pot[]> {
  const rank = (allocation: AllocationInput): number => ZONES.indexOf(zoneOf(allocation.labels));
  const pots = allocations
    .map((allocation) => ({ allocation, left: Math.round(allocation.nominal * HUNDREDTHS) }))
    .sort((a, b) => rank(a.allocation) - rank(b.allocation) || (a.allocation.id < b.allocation.id ? -1 : 1));
  return groupedBy(pots, ({ allocation }) => allocation.ministryId);
}

const byCriticality = ({ need: one }: Demand, { need: other }: Demand): number =>
  one.content.criticality - other.content.criticality ||
  (one.content.reference < other.content.reference
    ? -1
    : one.content.reference > other.content.reference
      ? 1
      : one.id < other.id
        ? -1
        : 1);

function grantOne(demand: Demand, pots: readonly Pot[]): Grant {
  const asked = demand.gpus.likely * HUNDREDTHS;
  let granted = 0;
  for (const pot of pots) {
    const { gpuType, labels } = pot.allocation;
    if (gpuType !== demand.gpuType || !accepts(labels, demand.need.content.labels)) continue;
    const taken = Math.min(pot.left, asked - granted);
    pot.left -= taken;
    granted += taken;
  }
  return { demand, granted, unmet: asked - granted };
}
