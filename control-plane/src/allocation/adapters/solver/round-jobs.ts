import type { Logger } from "pino";
import { systemActor } from "../../../kernel/actor.js";
import type { Context, UseCaseRunner } from "../../../kernel/use-case.js";
import { reasonOf } from "../../../platform/database/database-fault.js";
import { followed } from "../../../platform/jobs/followed.js";
import type { AskedJob, Turn } from "../../../platform/jobs/job.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import type { RoundSolver, SolverAnswer, SolverTask } from "../../ports/round-solver.port.js";
import { recordAnswer } from "../../use-cases/round-jobs/record-answer.use-case.js";
import { taskOfJob } from "../../use-cases/round-jobs/solver-task.js";
import { RUN_ROUND_JOB } from "../../use-cases/round-jobs/start-round-job.use-case.js";

const system = systemActor("round-jobs");

export interface RoundJobsParts {
  readonly runner: UseCaseRunner;
  readonly transactions: Transactions;
  readonly ports: RoundPorts;
  readonly solver: RoundSolver;
  readonly logger: Logger;
}

/** Solves rounds and their copies, each in a worker thread, and writes the answer in one transaction at the end. */
export class RoundJobs implements AskedJob {
  readonly name = RUN_ROUND_JOB;
  readonly atOnce = 2;

  constructor(private readonly parts: RoundJobsParts) {}

  async run(id: string, turn: Turn): Promise<void> {
    const { runner, ports } = this.parts;
    const job = await runner.read(system, (ctx) => ports.jobs.find(ctx, id));
    if (job?.state !== "running") return;
    const task = await runner.read(system, (ctx) => taskOfJob(ctx, ports, job));
    if (!task.ok) return this.fail(id, task.refusal.code);
    const answer = await this.solve(id, task.value, turn);
    if (answer === null) return;
    if (answer.kind === "out_of_time") return this.fail(id, "round_job.out_of_time");
    const recorded = await runner.run(system, recordAnswer(ports), { job, task: task.value, answer });
    if (!recorded.ok) await this.fail(id, recorded.refusal.code);
  }

  giveUp(id: string): Promise<void> {
    return this.fail(id, "round_job.interrupted");
  }

  /** Null when there is nothing to record. A worker that dies is told of: another would die of the same. */
  private async solve(id: string, task: SolverTask, turn: Turn): Promise<SolverAnswer | null> {
    const { ports, solver, logger } = this.parts;
    const tell = (share: number) => this.write((ctx) => ports.jobs.advance(ctx, id, share));
    try {
      return await followed((progress) => solver.start(task, progress), turn, tell);
    } catch (error) {
      turn.signal.throwIfAborted();
      logger.warn({ event: "round_job.failed", job: id, reason: reasonOf(error) });
      await this.fail(id, "round_job.solver_failed");
      return null;
    }
  }

  private async fail(id: string, failure: string): Promise<void> {
    await this.write((ctx) => this.parts.ports.jobs.finish(ctx, id, { state: "failed", result: null, failure }));
  }

  private write<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    return this.parts.transactions.write(system, "allocation.round-job", async (ctx) => ({
      commit: true,
      announce: false,
      value: await work(ctx),
    }));
  }
}
