import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { ReplayAnswer, ReplayEngine, ReplayRun, ReplayTask } from "../../ports/simulation/replay-engine.port.js";
import type { ReplayWorkerInput, ReplayWorkerMessage } from "./replay-protocol.js";

/** Facts are streamed and counts are small: more than this is a fault, and ends the worker alone. */
const MOST_MEGABYTES = 512;

/**
 * Replays in a thread and over a connection of its own, so that requests go on being answered; ending the thread is how a
 * replay is cancelled.
 */
export class WorkerReplayEngine implements ReplayEngine {
  /** The worker's compiled program, wherever this class is run from. */
  private readonly entry = createRequire(import.meta.url).resolve("#replay-worker");

  constructor(private readonly databaseUrl: string) {}

  start(task: ReplayTask, progress: (done: number) => void): ReplayRun {
    const workerData: ReplayWorkerInput = { databaseUrl: this.databaseUrl, task };
    const worker = new Worker(this.entry, {
      workerData,
      // The compiled program finds compiled packages, whatever conditions this process resolves its own by.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const answer = new Promise<ReplayAnswer>((resolve, reject) => {
      worker.on("message", (message: ReplayWorkerMessage) => {
        if (message.kind === "progress") progress(message.done);
        else resolve(message.answer);
      });
      worker.once("error", (error) => {
        const why = error instanceof Error ? error.message : "for no reason that it told";
        reject(new Error(`the replay failed: ${why}`, { cause: error }));
      });
      worker.once("exit", () => {
        reject(new Error("the replay ended without an answer"));
      });
    });
    return { answer, cancel: () => void worker.terminate() };
  }
}
