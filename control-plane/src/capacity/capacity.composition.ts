import { pgCapacityPorts } from "./adapters/postgres/pg-capacity-ports.js";
import { importCampaign } from "./use-cases/campaigns/import-campaign.use-case.js";

/** Verbs on PostgreSQL for callers outside the web application, such as the seed. Each may be run again. */
export const capacityUseCases = { importCampaign: importCampaign(pgCapacityPorts()) } as const;
