import type { DataLabel } from "@socle/contracts";
import type { Quarter } from "../campaign/quarter.js";
import type { CapacityLine } from "../declaration/capacity-line.js";
import type { NeedContent } from "../need/capacity-need.js";
import type { ThroughputProfile } from "../profiles/throughput-profile.js";

/** A body that a consolidation counts as one: a ministry, or what stands directly below the State. */
export interface Ministry {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export interface NeedInput {
  readonly id: string;
  readonly ministryId: string;
  readonly organisationId: string;
  readonly content: NeedContent;
  /** What the need's model or alias stands for; the catalogue of profiles may not know it. */
  readonly model: string;
}

export interface LineInput {
  readonly id: string;
  readonly ministryId: string;
  readonly line: CapacityLine;
}

/** A right in a pool held by a ministry or below it, that no right above it in the same pool contains. */
export interface AllocationInput {
  readonly id: string;
  readonly ministryId: string;
  readonly pool: string;
  readonly gpuType: string;
  readonly labels: readonly DataLabel[];
  /** GPUs. */
  readonly nominal: number;
  /** p95 of the days' mean GPUs, over the last 90 days; null when nothing was measured. */
  readonly usedP95: number | null;
}

/** A pool as it is run, with what agents see in it. */
export interface PoolInput {
  readonly slug: string;
  readonly gpuType: string;
  readonly labels: readonly DataLabel[];
  readonly gpus: number;
  readonly observed: number | null;
}

/** Everything that a consolidation is computed from, in a stable order: equal inputs give an equal digest. */
export interface ConsolidationInput {
  readonly campaign: { readonly id: string; readonly name: string; readonly quarters: readonly Quarter[] };
  readonly ministries: readonly Ministry[];
  readonly needs: readonly NeedInput[];
  readonly lines: readonly LineInput[];
  readonly allocations: readonly AllocationInput[];
  readonly pools: readonly PoolInput[];
  /** Registered by operators, beside those that Socle comes with. */
  readonly profiles: readonly ThroughputProfile[];
}
