import type { PolicyBundleV1 } from "@socle/contracts";
import type { SimulationResult } from "./simulation-result.js";

export const SIMULATION_STATES = ["running", "done", "failed", "cancelled"] as const;
export type SimulationState = (typeof SIMULATION_STATES)[number];

/** Runs at once: each takes a core and a connection of its own. */
export const MOST_RUNNING = 2;
/** Days of one window. */
export const MOST_DAYS = 400;

/** Rules replayed over the decisions of a window. It writes its result at its end, or nothing; then it stays as it is. */
export interface Simulation {
  readonly id: string;
  /** It covers the decisions of this organisation and of those below it. */
  readonly organisationId: string;
  readonly state: SimulationState;
  /** 0 to 1. */
  readonly progress: number;
  /** First and last day of the window, in Paris, `YYYY-MM-DD`. */
  readonly fromDay: string;
  readonly toDay: string;
  /** Every decision is judged as if on that day; each on its own when `null`. */
  readonly legalDay: string | null;
  readonly candidateDigest: string;
  readonly activeDigest: string;
  readonly result: SimulationResult | null;
  /** Code of what stopped it. */
  readonly failure: string | null;
  readonly requestedBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** The rules that a run compares, as they stood when it was asked for. */
export interface ComparedRules {
  readonly candidate: PolicyBundleV1;
  readonly active: PolicyBundleV1;
}
