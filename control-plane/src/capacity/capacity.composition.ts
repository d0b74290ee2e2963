import { pgCapacityPorts } from "./adapters/postgres/pg-capacity-ports.js";
import { importCampaign } from "./use-cases/campaigns/import-campaign.use-case.js";
import { tellNeeds } from "./use-cases/submissions/tell-needs.js";

const ports = pgCapacityPorts();

/** Verbs on PostgreSQL for callers outside the room: the seed, which may run its verb again. */
export const capacityUseCases = {
  importCampaign: importCampaign(ports),
} as const;

/** Marks what needs got, in the transaction of the decision that gave it. */
export const tellNeedsOnPostgres = tellNeeds(ports);
