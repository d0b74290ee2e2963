import type { JobQueue } from "../../kernel/job-queue.js";
import type { AllocationRepository } from "./allocation-repository.port.js";
import type { CampaignNeeds } from "./campaign-needs.port.js";
import type { NeedOutcomes } from "./need-outcomes.port.js";
import type { NodeDirectory } from "./node-directory.port.js";
import type { RoundJobStore } from "./round-job-store.port.js";
import type { RoundOpinionStore } from "./round-opinion-store.port.js";
import type { RoundPoolDirectory } from "./round-pool-directory.port.js";
import type { RoundRepository } from "./round-repository.port.js";

/** What the use cases of rounds are given. */
export interface RoundPorts {
  readonly rounds: RoundRepository;
  readonly opinions: RoundOpinionStore;
  readonly jobs: RoundJobStore;
  readonly roundPools: RoundPoolDirectory;
  readonly nodes: NodeDirectory;
  readonly allocations: AllocationRepository;
  readonly campaignNeeds: CampaignNeeds;
  readonly needOutcomes: NeedOutcomes;
}

/** The same with the queue that carries computations out. */
export interface RoundRoomPorts extends RoundPorts {
  readonly queue: JobQueue;
}
