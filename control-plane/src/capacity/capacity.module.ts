import { Module } from "@nestjs/common";
import type { Logger } from "pino";
import type { UseCaseRunner } from "../kernel/use-case.js";
import { LOGGER, TRANSACTIONS, USE_CASE_RUNNER } from "../platform/tokens.js";
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
import { SubmissionMutations } from "./adapters/graphql/submission.mutations.js";
import { ExportController } from "./adapters/http/export.controller.js";
import { ImportController } from "./adapters/http/import.controller.js";
import { ObservedController } from "./adapters/http/observed.controller.js";
import { CampaignWatch } from "./adapters/jobs/campaign-watch.js";
import { ImportWorker } from "./adapters/jobs/import-worker.js";
import { PgCampaignProgress } from "./adapters/postgres/pg-campaign.progress.js";
import { PgCapacityCatalogue } from "./adapters/postgres/pg-capacity.catalogue.js";
import { pgCapacityPorts } from "./adapters/postgres/pg-capacity-ports.js";
import { PgFindingStore } from "./adapters/postgres/pg-finding.store.js";
import { PgImportStore } from "./adapters/postgres/pg-import.store.js";
import { fileSheets } from "./adapters/sheets/file-sheets.js";
import { CAPACITY_PORTS, CAPACITY_READS, FINDINGS, IMPORT_PORTS } from "./capacity.tokens.js";
import { ConsolidationModule } from "./consolidation.module.js";
import type { CapacityPorts } from "./ports/capacity-ports.js";
import type { CapacityReads } from "./ports/capacity-reads.js";
import type { FindingStore } from "./ports/finding-store.port.js";
import type { ImportStore } from "./ports/imports/import-store.port.js";

const pgCapacityReads = (): CapacityReads => ({
  catalogue: new PgCapacityCatalogue(),
  progress: new PgCampaignProgress(),
});

/** How much exists, how much is needed: campaigns, declarations, needs. */
@Module({
  imports: [TenancyModule, ConsolidationModule],
  controllers: [ImportController, ExportController, ObservedController],
  providers: [
    { provide: CAPACITY_PORTS, useFactory: pgCapacityPorts },
    { provide: CAPACITY_READS, useFactory: pgCapacityReads },
    { provide: IMPORT_PORTS, useClass: PgImportStore },
    {
      provide: ImportWorker,
      inject: [TRANSACTIONS, CAPACITY_PORTS, IMPORT_PORTS, LOGGER],
      useFactory: (transactions: Transactions, ports: CapacityPorts, imports: ImportStore, logger: Logger) =>
        new ImportWorker(transactions, { ...ports, imports, sheets: fileSheets }, logger),
    },
    { provide: FINDINGS, useClass: PgFindingStore },
    {
      provide: CampaignWatch,
      inject: [USE_CASE_RUNNER, CAPACITY_PORTS, CAPACITY_READS, FINDINGS],
      useFactory: (runner: UseCaseRunner, ports: CapacityPorts, reads: CapacityReads, findings: FindingStore) =>
        new CampaignWatch(runner, { ...ports, progress: reads.progress, findings }),
    },
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
    SubmissionMutations,
  ],
})
export class CapacityModule {}
