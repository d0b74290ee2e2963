import { parentPort, workerData } from "node:worker_threads";
import { solveInstance } from "../../domain/round-program/solve-instance.js";
import { OutOfTime, solveUnlock } from "../../domain/round-program/unlock.js";
import type { StageSolver } from "../../domain/round-program/linear-program.js";
import type { SolverAnswer, SolverTask } from "../../ports/round-solver.port.js";
import { highsStageSolver } from "./highs-stage-solver.js";
import { loadHighs } from "./load-highs.js";
import type { WorkerInput, WorkerMessage } from "./solver-protocol.js";

const { task, timeLimit } = workerData as WorkerInput;
const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);
const begun = performance.now();
const seconds = (): number => (performance.now() - begun) / 1000;

function answerTo(asked: SolverTask, solve: StageSolver): SolverAnswer {
  if (asked.kind === "unlock") {
    const { instance, quarter, needId, poolId, most } = asked;
    try {
      const gpus = solveUnlock(instance, quarter, needId, poolId, most, solve);
      return { kind: "unlocked", gpus, seconds: seconds() };
    } catch (error) {
      if (error instanceof OutOfTime) return { kind: "out_of_time" };
      throw error;
    }
  }
  const solution = solveInstance(asked.instance, solve, (done) => {
    tell({ kind: "progress", done });
  });
  return { kind: "solved", ...solution, seconds: seconds() };
}

const stages = highsStageSolver(await loadHighs(), () => timeLimit - seconds());
tell({ kind: "answer", answer: answerTo(task, stages) });
