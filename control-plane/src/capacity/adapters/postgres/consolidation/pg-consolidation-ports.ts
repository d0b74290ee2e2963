import type { JobQueue } from "../../../../kernel/job-queue.js";
import type { ConsolidationRoomPorts } from "../../../ports/consolidation/consolidation-ports.js";
import type { HeldRights } from "../../../ports/consolidation/held-rights.port.js";
import { CooperativeConsolidationEngine } from "../../jobs/cooperative-consolidation.engine.js";
import { PgAcceptedCapacity } from "../pg-accepted.capacity.js";
import { pgCapacityPorts } from "../pg-capacity-ports.js";
import { PgConsolidationComments } from "./pg-consolidation.comments.js";
import { PgConsolidationRepository } from "./pg-consolidation.repository.js";
import { PgConsolidationSources } from "./pg-consolidation.sources.js";
import { PgModelNames } from "./pg-model.names.js";
import { PgProfileRepository } from "./pg-profile.repository.js";

/** Sizing and consolidation on PostgreSQL. */
export function pgConsolidationPorts(rights: HeldRights, queue: JobQueue): ConsolidationRoomPorts {
  const { campaigns, needs, organisations } = pgCapacityPorts();
  const profiles = new PgProfileRepository();
  const models = new PgModelNames();
  return {
    campaigns,
    needs,
    organisations,
    profiles,
    models,
    consolidations: new PgConsolidationRepository(),
    comments: new PgConsolidationComments(),
    sources: new PgConsolidationSources(new PgAcceptedCapacity(), profiles, models, rights),
    engine: new CooperativeConsolidationEngine(),
    queue,
  };
}
