import type { ReplayReport } from "../../domain/simulation/replay-tally.js";
import type { ComparedRules } from "../../domain/simulation/simulation.js";

/** What is replayed, apart from this process's own thread. */
export interface ReplayTask extends ComparedRules {
  /** The replay reads the records of this organisation and of those below it, and no others. */
  readonly organisationId: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly legalDay: string | null;
}

export interface ReplayAnswer {
  readonly report: ReplayReport;
  readonly recordsDigest: string;
  readonly seconds: number;
}

/** A replay under way. */
export interface ReplayRun {
  /** Rejects when the worker dies or is cancelled. */
  readonly answer: Promise<ReplayAnswer>;
  cancel(): void;
}

export interface ReplayEngine {
  /** Starts at once; `progress` is told from 0 to 1. */
  start(task: ReplayTask, progress: (done: number) => void): ReplayRun;
}
