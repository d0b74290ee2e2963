import type { JobQueue } from "../../../kernel/job-queue.js";
import type { CapacityPorts } from "../capacity-ports.js";
import type { ModelNames } from "../model-names.port.js";
import type { ProfileRepository } from "../profile-repository.port.js";
import type { ConsolidationComments } from "./consolidation-comments.port.js";
import type { ConsolidationEngine } from "./consolidation-engine.port.js";
import type { ConsolidationRepository } from "./consolidation-repository.port.js";
import type { ConsolidationSources } from "./consolidation-sources.port.js";

/** What sizing and consolidation are given. */
export interface ConsolidationRoomPorts extends Pick<CapacityPorts, "campaigns" | "needs" | "organisations"> {
  readonly consolidations: ConsolidationRepository;
  readonly comments: ConsolidationComments;
  readonly sources: ConsolidationSources;
  readonly engine: ConsolidationEngine;
  readonly profiles: ProfileRepository;
  readonly models: ModelNames;
  /** Carries computations out. */
  readonly queue: JobQueue;
}
