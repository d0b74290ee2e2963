import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { RoundSolver, SolverAnswer, SolverRun, SolverTask } from "../../ports/round-solver.port.js";
import type { WorkerInput, WorkerMessage } from "./solver-protocol.js";

/** A whole State takes seconds; what is not proven by then is handed in with its gap. */
const TIME_LIMIT_S = 300;

/** Solves in a thread of its own, so that requests go on being answered; ending the thread is how it is cancelled. */
export class WorkerRoundSolver implements RoundSolver {
  /** The worker's compiled program, wherever this class is run from. */
  private readonly entry = createRequire(import.meta.url).resolve("#round-solver-worker");

  start(task: SolverTask, progress: (done: number) => void): SolverRun {
    const workerData: WorkerInput = { task, timeLimit: TIME_LIMIT_S };
    const worker = new Worker(this.entry, { workerData });
    const answer = new Promise<SolverAnswer>((resolve, reject) => {
      worker.on("message", (message: WorkerMessage) => {
        if (message.kind === "progress") progress(message.done);
        else resolve(message.answer);
      });
      worker.once("error", (error) => {
        reject(new Error("the solver failed", { cause: error }));
      });
      worker.once("exit", () => {
        reject(new Error("the solver ended without an answer"));
      });
    });
    return { answer, cancel: () => void worker.terminate() };
  }
}
