import type { SolverAnswer, SolverTask } from "../../ports/round-solver.port.js";

/** What the worker is started with. */
export interface WorkerInput {
  readonly task: SolverTask;
  /** Seconds for the whole task; stages that did not finish leave their gap. */
  readonly timeLimit: number;
}

/** What the worker tells. */
export type WorkerMessage =
  { readonly kind: "progress"; readonly done: number } | { readonly kind: "answer"; readonly answer: SolverAnswer };
