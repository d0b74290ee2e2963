import type { Context } from "../../../kernel/use-case.js";
import type { AllocationInput } from "../../domain/consolidation/consolidation-input.js";
import type { SupplyInReach } from "./consolidation-sources.port.js";

interface OfOrganisation {
  readonly organisationId: string;
}
export type HeldRight = Omit<SupplyInReach["allocations"][number], "ministryId"> & OfOrganisation;
export type UsedRight = Omit<AllocationInput, "ministryId"> & OfOrganisation;

/** Rights that hold in the context's now and that no right above contains; `allocation` answers. */
export interface HeldRights {
  standing(ctx: Context): Promise<readonly HeldRight[]>;
  /**
   * The same, with the 95th percentile of the daily mean GPUs that their holders used in the last 90 days; a day on
   * which nobody used anything anywhere is not a day of the ledger.
   */
  withUse(ctx: Context): Promise<readonly UsedRight[]>;
}
