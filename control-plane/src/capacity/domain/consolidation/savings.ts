import type { Basis } from "../profiles/source.js";
import { quarterHours } from "../sizing/size-need.js";
import type { Demand } from "./demand/size-campaign.js";
import type { Pooling } from "./demand/pooling.js";
import type { UnitCost } from "./supply/unit-costs.js";

/** What the likely demand of the whole campaign takes when every need stands alone, and when those of one model share. */
export interface Savings {
  /** GPUs of the busiest quarter. */
  readonly aloneGpus: number;
  readonly pooledGpus: number;
  readonly aloneGpuHours: number;
  readonly pooledGpuHours: number;
  /** Euros of kinds whose cost somebody told; null when nobody did. */
  readonly aloneEuros: number | null;
  readonly pooledEuros: number | null;
  readonly aloneKgCo2e: number;
  readonly pooledKgCo2e: number;
  readonly basis: Basis;
  readonly method: string;
}

export function savingsOf(demands: readonly Demand[], pools: readonly Pooling[], costs: readonly UnitCost[]): Savings {
  const costOf = new Map(costs.map((cost) => [cost.gpuType, cost]));
  const alone = totals(
    demands.map(({ quarter, gpuType, gpus }) => ({ quarter, gpuType, gpus: gpus.likely })),
    costOf,
  );
  const saved = totals(
    pools.map(({ quarter, gpuType, saved: gpus }) => ({ quarter, gpuType, gpus })),
    costOf,
  );
  const busiest = [...alone.byQuarter.entries()].sort(([, x], [, y]) => y - x)[0];
  return {
    aloneGpus: busiest?.[1] ?? 0,
    pooledGpus: (busiest?.[1] ?? 0) - (saved.byQuarter.get(busiest?.[0] ?? "") ?? 0),
    aloneGpuHours: alone.hours,
    pooledGpuHours: alone.hours - saved.hours,
    aloneEuros: alone.euros,
    pooledEuros: alone.euros === null ? null : alone.euros - (saved.euros ?? 0),
    aloneKgCo2e: alone.kgCo2e,
    pooledKgCo2e: alone.kgCo2e - saved.kgCo2e,
    basis: "estimated",
    method: "savings/1; GPUs kept on for whole quarters",
  };
}

interface Part {
  readonly quarter: Demand["quarter"];
  readonly gpuType: string;
  readonly gpus: number;
}

function totals(parts: readonly Part[], costOf: ReadonlyMap<string, UnitCost>) {
  const byQuarter = new Map<string, number>();
  const hoursOf = new Map<string, number>();
  let [hours, kgCo2e] = [0, 0];
  let euros: number | null = null;
  for (const { quarter, gpuType, gpus } of parts) {
    byQuarter.set(quarter, (byQuarter.get(quarter) ?? 0) + gpus);
    const long = hoursOf.get(quarter) ?? quarterHours(quarter);
    hoursOf.set(quarter, long);
    hours += gpus * long;
    const cost = costOf.get(gpuType);
    kgCo2e += gpus * long * (cost?.kgCo2ePerGpuHour ?? 0);
    if (cost?.eurosPerGpuHour != null) euros = (euros ?? 0) + gpus * long * cost.eurosPerGpuHour;
  }
  return { byQuarter, hours, euros, kgCo2e };
}
