import { Module } from "@nestjs/common";
import { TenancyModule } from "../tenancy/index.js";
import { CampaignCompletenessResolver, CampaignResolver } from "./adapters/graphql/campaign.resolver.js";
import { CapacityLoaders } from "./adapters/graphql/capacity-loaders.js";
import { DeclarationResolver } from "./adapters/graphql/declaration.resolver.js";
import { NeedResolver } from "./adapters/graphql/need.resolver.js";
import {
  DeclarationFields,
  LineResolver,
  NeedFields,
  OverCommitmentResolver,
  SubmissionCommentBy,
  SubmissionEventBy,
} from "./adapters/graphql/submission-fields.resolver.js";
import { SubmissionMutations } from "./adapters/graphql/submission.mutations.js";
import { PgCampaignProgress } from "./adapters/postgres/pg-campaign.progress.js";
import { PgCapacityCatalogue } from "./adapters/postgres/pg-capacity.catalogue.js";
import { pgCapacityPorts } from "./adapters/postgres/pg-capacity-ports.js";
import { CAPACITY_PORTS, CAPACITY_READS } from "./capacity.tokens.js";
import { ConsolidationModule } from "./consolidation.module.js";
import type { CapacityReads } from "./ports/capacity-reads.js";

const pgCapacityReads = (): CapacityReads => ({
  catalogue: new PgCapacityCatalogue(),
  progress: new PgCampaignProgress(),
});

/** How much exists, how much is needed: campaigns, declarations, needs. */
@Module({
  imports: [TenancyModule, ConsolidationModule],
  providers: [
    { provide: CAPACITY_PORTS, useFactory: pgCapacityPorts },
    { provide: CAPACITY_READS, useFactory: pgCapacityReads },
    CapacityLoaders,
    CampaignResolver,
    CampaignCompletenessResolver,
    DeclarationResolver,
    DeclarationFields,
    NeedResolver,
    NeedFields,
    LineResolver,
    OverCommitmentResolver,
    SubmissionEventBy,
    SubmissionCommentBy,
    SubmissionMutations,
  ],
})
export class CapacityModule {}
