import type { RoundInstance } from "../domain/round-program/instance.js";
import type { Grants } from "../domain/round-program/grant-lines.js";

/** What is asked of the solver, apart from this process's own thread. */
export type SolverTask =
  | { readonly kind: "solve"; readonly instance: RoundInstance }
  | {
      readonly kind: "unlock";
      readonly instance: RoundInstance;
      readonly quarter: number;
      readonly needId: string;
      readonly poolId: string;
      readonly most: number;
    };

export type SolverAnswer =
  | {
      readonly kind: "solved";
      readonly method: "lexicographic" | "greedy";
      readonly gapPct: number | null;
      readonly grants: Grants;
      readonly seconds: number;
    }
  | { readonly kind: "unlocked"; readonly gpus: number | null; readonly seconds: number }
  /** Nothing that was found is proven, so that nothing is said. */
  | { readonly kind: "out_of_time" };

/** An answer that says something. */
export type Told = Exclude<SolverAnswer, { readonly kind: "out_of_time" }>;

/** A computation under way. */
export interface SolverRun {
  /** Rejects when the worker dies or is cancelled. */
  readonly answer: Promise<SolverAnswer>;
  cancel(): void;
}

export interface RoundSolver {
  /** Starts at once; `progress` is told from 0 to 1. */
  start(task: SolverTask, progress: (done: number) => void): SolverRun;
}
