import type { CampaignProgress } from "./campaign-progress.port.js";
import type { CapacityCatalogue } from "./capacity-catalogue.port.js";

/** What the room's screens read beside single records. */
export interface CapacityReads {
  readonly catalogue: CapacityCatalogue;
  readonly progress: CampaignProgress;
}
