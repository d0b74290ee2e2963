import { tellNeedsOnPostgres } from "../capacity/index.js";
import { PgAllocationRepository } from "./adapters/postgres/pg-allocation.repository.js";
import { PgNodeDirectory } from "./adapters/postgres/pg-node-directory.js";
import { PgCampaignNeeds } from "./adapters/postgres/rounds/pg-campaign-needs.js";
import { CapacityNeedOutcomes } from "./adapters/capacity/capacity-need-outcomes.js";
import { PgRoundJobStore } from "./adapters/postgres/rounds/pg-round-job.store.js";
import { PgRoundOpinionStore } from "./adapters/postgres/rounds/pg-round-opinion.store.js";
import { PgRoundPoolDirectory } from "./adapters/postgres/rounds/pg-round-pool.directory.js";
import { PgRoundRepository } from "./adapters/postgres/rounds/pg-round.repository.js";
import type { RoundPorts } from "./ports/round-ports.js";

/** The ports of rounds on PostgreSQL. Adapters hold no state: each call works in its context's transaction. */
export const pgRoundPorts: RoundPorts = {
  rounds: new PgRoundRepository(),
  opinions: new PgRoundOpinionStore(),
  jobs: new PgRoundJobStore(),
  roundPools: new PgRoundPoolDirectory(),
  nodes: new PgNodeDirectory(),
  allocations: new PgAllocationRepository(),
  campaignNeeds: new PgCampaignNeeds(),
  needOutcomes: new CapacityNeedOutcomes(tellNeedsOnPostgres),
};
