import type { Quarter } from "../../campaign/quarter.js";
import type { ProfileCatalogue } from "../../profiles/profile-catalogue.js";
import { citationOf } from "../../profiles/throughput-profile.js";
import { SIZING_METHOD } from "../../sizing/assumptions.js";
import type { LatencyTargets } from "../../queueing/latency-targets.js";
import { meanContext } from "../../queueing/step-times.js";
import { planCandidates, type PlannedCandidates } from "../../sizing/exact-search.js";
import { fewestPooled, type PooledPart } from "../../sizing/pooled-search.js";
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
  const plans = new PartPlans(catalogue);
  return [...groups.values()]
    .flatMap((group) => poolOne(group, plans) ?? [])
    .sort((a, b) =>
      a.quarter < b.quarter ? -1 : a.quarter > b.quarter ? 1 : b.saved - a.saved || (a.model < b.model ? -1 : 1),
    );
}

function poolOne(group: readonly Demand[], plans: PartPlans): Pooling | null {
  const [first] = group;
  const parts = group.flatMap((demand) => plans.partOf(demand) ?? []);
  if (first === undefined || parts.length < 2) return null;
  const { gpus: pooled, profile } = fewestPooled(parts);
  if (profile === null) return null;
  const alone = group.reduce((sum, { gpus }) => sum + gpus.likely, 0);
  return {
    quarter: first.quarter,
    model: first.need.model,
    gpuType: first.gpuType,
    zone: first.zone,
    needs: parts.length,
    ministryIds: [...new Set(group.map(({ need }) => need.ministryId))].sort(),
    alone,
    pooled,
    saved: alone - pooled,
    method: `${SIZING_METHOD}; ${citationOf(profile)}`,
  };
}

/** How needs are served within the targets of a pool, planned once for all quarters. */
class PartPlans {
  private readonly known = new Map<string, PlannedCandidates>();

  constructor(private readonly catalogue: ProfileCatalogue) {}

  partOf({ need, gpuType, gpus, sized }: Demand): PooledPart | null {
    if (sized.kind !== "served" || gpus.likely === 0) return null;
    const { workload } = sized;
    const plan = (targets: LatencyTargets): PlannedCandidates => {
      const key = JSON.stringify([need.id, gpuType, targets.ttftP95Ms, targets.waitP95Ms, targets.itlP95Ms]);
      const { shape } = workload;
      const planned =
        this.known.get(key) ??
        planCandidates(
          this.catalogue.candidates(need.model, "bf16", meanContext(shape), [gpuType]),
          { shape, targets },
          "likely",
        );
      this.known.set(key, planned);
      return planned;
    };
    return { workload, alone: gpus.likely, plan };
  }
}
