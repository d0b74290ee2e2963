import { pgCapacityPorts } from "./adapters/postgres/pg-capacity-ports.js";
import { importCampaign } from "./use-cases/campaigns/import-campaign.use-case.js";
import { moveNeed } from "./use-cases/submissions/move-need.use-case.js";

const ports = pgCapacityPorts();

/** Verbs on PostgreSQL for callers outside the room: the seed, which may run its verb again, and rounds. */
export const capacityUseCases = {
  importCampaign: importCampaign(ports),
  matchNeed: moveNeed(ports, "match"),
  matchNeedPartially: moveNeed(ports, "match_partially"),
  leaveNeedUnmet: moveNeed(ports, "leave_unmet"),
} as const;
