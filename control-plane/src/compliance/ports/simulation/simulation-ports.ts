import type { JobQueue } from "../../../kernel/job-queue.js";
import type { ActiveRules } from "../bundles/active-rules.port.js";
import type { SimulationDirectory } from "./simulation-directory.port.js";
import type { SimulationStore } from "./simulation-store.port.js";

export interface SimulationPorts {
  readonly simulations: SimulationStore;
  readonly directory: SimulationDirectory;
  readonly rules: ActiveRules;
}

/** The same with the queue that carries simulations out. */
export interface SimulationRoomPorts extends SimulationPorts {
  readonly queue: JobQueue;
}
