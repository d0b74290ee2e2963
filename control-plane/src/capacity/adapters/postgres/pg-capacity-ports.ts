import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { PgCampaignRepository } from "./pg-campaign.repository.js";
import { PgDeclarationRepository } from "./pg-declaration.repository.js";
import { PgNeedRepository } from "./pg-need.repository.js";
import { PgOrganisationDirectory } from "./pg-organisation.directory.js";
import { PgSubmissionJournal } from "./pg-submission.journal.js";
import { PgUseCaseDirectory } from "./pg-use-case.directory.js";

/** The room on PostgreSQL: what the module and the command line give to its use cases. */
export const pgCapacityPorts = (): CapacityPorts => ({
  campaigns: new PgCampaignRepository(),
  declarations: new PgDeclarationRepository(),
  needs: new PgNeedRepository(),
  journal: new PgSubmissionJournal(),
  organisations: new PgOrganisationDirectory(),
  useCases: new PgUseCaseDirectory(),
});
