import { readAllocationRecords, type AllocationRecords } from "../../../allocation/index.js";
import { exportCapacity, type CapacityExport } from "../../../capacity/index.js";
import type { Context } from "../../../kernel/use-case.js";
import { exportPlan, type PlanRecord } from "../../../plan/index.js";
import { exportRegistry, type RegistryExport } from "../../../registry/index.js";
import { exportRoadmaps, type RoadmapsExport } from "../../../roadmaps/index.js";
import { exportServing, type ServingExport } from "../../../serving/index.js";
import { exportTenancy, type TenancyExport } from "../../../tenancy/index.js";

/** Everything that a seed file can hold, as the rooms keep it. */
export interface SeedRecords {
  readonly tenancy: TenancyExport;
  readonly registry: RegistryExport;
  readonly serving: ServingExport;
  readonly allocation: AllocationRecords;
  readonly capacity: CapacityExport;
  readonly roadmaps: RoadmapsExport;
  readonly plan: readonly PlanRecord[];
}

/** One consistent reading, in the context's transaction. */
export async function seedRecordsOf(ctx: Context): Promise<SeedRecords> {
  return {
    tenancy: await exportTenancy(ctx),
    registry: await exportRegistry(ctx),
    serving: await exportServing(ctx),
    allocation: await readAllocationRecords(ctx),
    capacity: await exportCapacity(ctx),
    roadmaps: await exportRoadmaps(ctx),
    plan: await exportPlan(ctx),
  };
}
