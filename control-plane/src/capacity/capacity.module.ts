import { Inject, Module } from "@nestjs/common";
import type { UseCaseRunner } from "../kernel/use-case.js";
import type { BackgroundJobs } from "../platform/jobs/background-jobs.js";
import { JOBS, TRANSACTIONS, USE_CASE_RUNNER } from "../platform/tokens.js";
import type { Transactions } from "../platform/use-case-runner/transactions.port.js";
import { TenancyModule } from "../tenancy/index.js";
import { CampaignCompletenessResolver, CampaignResolver } from "./adapters/graphql/campaign.resolver.js";
import { CapacityLoaders } from "./adapters/graphql/capacity-loaders.js";
import { DeclarationResolver } from "./adapters/graphql/declaration.resolver.js";
import { FindingResolver } from "./adapters/graphql/finding.resolver.js";
import { ImportResolver } from "./adapters/graphql/import.resolver.js";
import { NeedResolver } from "./adapters/graphql/need.resolver.js";
import {
  DeclarationFields,
  LineResolver,
  NeedFields,
  OverCommitmentResolver,
  SubmissionCommentBy,
  SubmissionEventBy,
} from "./adapters/graphql/submission-fields.resolver.js";
import { CapacityMutations } from "./adapters/graphql/capacity.mutations.js";
import { ExportController } from "./adapters/http/export.controller.js";
import { ImportController } from "./adapters/http/import.controller.js";
import { ObservedController } from "./adapters/http/observed.controller.js";
import { CampaignWatch } from "./adapters/jobs/campaign-watch.js";
import { ImportJobs } from "./adapters/jobs/import-jobs.js";
import { PgCampaignProgress } from "./adapters/postgres/pg-campaign.progress.js";
import { PgCapacityCatalogue } from "./adapters/postgres/pg-capacity.catalogue.js";
import { pgCapacityPorts } from "./adapters/postgres/pg-capacity-ports.js";
import { PgFindingStore } from "./adapters/postgres/pg-finding.store.js";
import { PgImportStore } from "./adapters/postgres/pg-import.store.js";
import { fileSheets } from "./adapters/sheets/file-sheets.js";
import { CAPACITY_PORTS } from "./capacity.tokens.js";
import { ConsolidationModule } from "./consolidation.module.js";
import type { CapacityRoomPorts } from "./ports/capacity-ports.js";

const pgCapacityRoomPorts = (queue: BackgroundJobs): CapacityRoomPorts => ({
  ...pgCapacityPorts(),
  catalogue: new PgCapacityCatalogue(),
  progress: new PgCampaignProgress(),
  imports: new PgImportStore(),
  findings: new PgFindingStore(),
  queue,
});

/** How much exists, how much is needed: campaigns, declarations, needs. */
@Module({
  imports: [TenancyModule, ConsolidationModule],
  controllers: [ImportController, ExportController, ObservedController],
  providers: [
    { provide: CAPACITY_PORTS, inject: [JOBS], useFactory: pgCapacityRoomPorts },
    CapacityLoaders,
    CampaignResolver,
    CampaignCompletenessResolver,
    DeclarationResolver,
    DeclarationFields,
    NeedResolver,
    NeedFields,
    ImportResolver,
    FindingResolver,
    LineResolver,
    OverCommitmentResolver,
    SubmissionEventBy,
    SubmissionCommentBy,
    CapacityMutations,
  ],
})
export class CapacityModule {
  constructor(
    @Inject(JOBS) jobs: BackgroundJobs,
    @Inject(USE_CASE_RUNNER) runner: UseCaseRunner,
    @Inject(TRANSACTIONS) transactions: Transactions,
    @Inject(CAPACITY_PORTS) ports: CapacityRoomPorts,
  ) {
    jobs.ask(new ImportJobs(transactions, { ...ports, sheets: fileSheets }));
    jobs.repeat(new CampaignWatch(runner, ports));
  }
}
