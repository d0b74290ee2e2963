import type { JobQueue } from "../../kernel/job-queue.js";
import type { CampaignRepository } from "./campaign-repository.port.js";
import type { CapacityReads } from "./capacity-reads.js";
import type { DeclarationRepository } from "./declaration-repository.port.js";
import type { FindingStore } from "./finding-store.port.js";
import type { ImportStore } from "./imports/import-store.port.js";
import type { NeedRepository } from "./need-repository.port.js";
import type { OrganisationDirectory } from "./directories/organisation-directory.port.js";
import type { SubmissionJournal } from "./submission-journal.port.js";
import type { UseCaseDirectory } from "./directories/use-case-directory.port.js";

/** What the room's verbs on campaigns, declarations and needs are given. */
export interface CapacityPorts {
  readonly campaigns: CampaignRepository;
  readonly declarations: DeclarationRepository;
  readonly needs: NeedRepository;
  readonly journal: SubmissionJournal;
  readonly organisations: OrganisationDirectory;
  readonly useCases: UseCaseDirectory;
}

/** The same, with what the room's pages, imports and watches need. */
export interface CapacityRoomPorts extends CapacityPorts, CapacityReads {
  readonly imports: ImportStore;
  readonly findings: FindingStore;
  readonly queue: JobQueue;
}
