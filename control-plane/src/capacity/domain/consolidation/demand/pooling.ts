import type { Quarter } from "../../campaign/quarter.js";
import type { ProfileCatalogue } from "../../profiles/profile-catalogue.js";
import { citationOf } from "../../profiles/throughput-profile.js";
import { SIZING_METHOD } from "../../sizing/assumptions.js";
import { fewestGpus, planCandidates } from "../../sizing/exact-search.js";
import { pooledWorkload } from "../../sizing/workload.js";
import { groupedBy } from "../grouped-by.js";
import type { Zone } from "../zone.js";
import type { Demand } from "./size-campaign.js";

/** The same model asked for by several needs on one kind of GPU and under one protection: alone, and on one set of replicas. */
export interface Pooling {
  readonly quarter: Quarter;
  readonly model: string;
  readonly gpuType: string;
  readonly zone: Zone;
  readonly needs: number;
  readonly ministryIds: readonly string[];
  /** GPUs, likely reading. */
  readonly alone: number;
  readonly pooled: number;
  readonly saved: number;
  readonly method: string;
}

/** Pools that save at least a GPU, most first in each quarter. */
export function poolings(demands: readonly Demand[], catalogue: ProfileCatalogue): readonly Pooling[] {
  const groups = groupedBy(demands, ({ quarter, need, gpuType, zone, sized }) =>
    JSON.stringify([quarter, sized.kind === "served" ? need.model : null, gpuType, zone]),
  );
  return [...groups.values()]
    .flatMap((group) => poolOne(group, catalogue) ?? [])
    .sort((a, b) =>
      a.quarter < b.quarter ? -1 : a.quarter > b.quarter ? 1 : b.saved - a.saved || (a.model < b.model ? -1 : 1),
    );
}

function poolOne(group: readonly Demand[], catalogue: ProfileCatalogue): Pooling | null {
  const [first] = group;
  const workloads = group.flatMap(({ sized }) =>
    sized.kind === "served" && sized.gpus.likely > 0 ? [sized.workload] : [],
  );
  if (first === undefined || workloads.length < 2) return null;
  const { model } = first.need;
  const workload = pooledWorkload(workloads);
  const context = workload.shape.inputTokens + workload.shape.outputTokens / 2;
  const candidates = catalogue.candidates(model, "bf16", context, [first.gpuType]);
  const sized = fewestGpus(planCandidates(candidates, workload, "likely"), workload);
  const alone = group.reduce((sum, { gpus }) => sum + gpus.likely, 0);
  if (!sized.ok || sized.best.gpus >= alone) return null;
  return {
    quarter: first.quarter,
    model,
    gpuType: first.gpuType,
    zone: first.zone,
    needs: workloads.length,
    ministryIds: [...new Set(group.map(({ need }) => need.ministryId))].sort(),
    alone,
    pooled: sized.best.gpus,
    saved: alone - sized.best.gpus,
    method: `${SIZING_METHOD}; ${citationOf(sized.best.plan.profile)}`,
  };
}
