import type { BeforeApplicationShutdown, OnApplicationBootstrap } from "@nestjs/common";
import type { Logger } from "pino";
import { systemActor, type Actor } from "../../../kernel/actor.js";
import type { Result } from "../../../kernel/result.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { reasonOf } from "../../../platform/database/database-fault.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { SILENT_AFTER_MS, type RoundJob } from "../../domain/rounds/round-job.js";
import type { JobEnd, RoundJobStore } from "../../ports/round-job-store.port.js";
import type { RoundSolver, SolverRun } from "../../ports/round-solver.port.js";
import type { recordAnswer } from "../../use-cases/round-jobs/record-answer.use-case.js";
import type { StartedJob, startRoundJob } from "../../use-cases/round-jobs/start-round-job.use-case.js";

const BEAT_MS = 1000;
const system = systemActor("round-jobs");

export interface JobRunnerParts {
  readonly runner: UseCaseRunner;
  readonly transactions: Transactions;
  readonly jobs: RoundJobStore;
  readonly solver: RoundSolver;
  readonly start: ReturnType<typeof startRoundJob>;
  readonly record: ReturnType<typeof recordAnswer>;
  readonly logger: Logger;
}

/**
 * Runs jobs in this process: a worker each, a sign of life a second (which also brings the wish to cancel, wherever it was
 * expressed), and one transaction at the end. A process that dies leaves a silent job, which any other declares failed.
 */
export class RoundJobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly running = new Map<string, SolverRun>();
  private readonly ends = new Set<Promise<void>>();
  private sweep: NodeJS.Timeout | null = null;

  constructor(private readonly parts: JobRunnerParts) {}

  onApplicationBootstrap(): void {
    this.sweep = setInterval(() => void this.failSilent(), SILENT_AFTER_MS);
    this.sweep.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.sweep !== null) clearInterval(this.sweep);
    for (const run of this.running.values()) run.cancel();
    await Promise.all(this.ends);
  }

  /** Notes the job, then begins it; the answer is the job as it begins. */
  async begin(actor: Actor, request: unknown): Promise<Result<RoundJob>> {
    const started = await this.parts.runner.run(actor, this.parts.start, request);
    if (!started.ok) return started;
    const end = this.carryOut(started.value).finally(() => this.ends.delete(end));
    this.ends.add(end);
    return { ok: true, value: started.value.job };
  }

  /** Resolves once no job of this process runs. */
  async idle(): Promise<void> {
    await Promise.all(this.ends);
  }

  private async carryOut({ job, task }: StartedJob): Promise<void> {
    let done = 0;
    const run = this.parts.solver.start(task, (progress) => {
      done = progress;
    });
    this.running.set(job.id, run);
    const beat = setInterval(() => void this.beat(job.id, done, run), BEAT_MS);
    try {
      const answer = await run.answer;
      const recorded = await this.parts.runner.run(system, this.parts.record, { job, task, answer });
      if (!recorded.ok) await this.finish(job.id, { state: "failed", result: null, failure: recorded.refusal.code });
    } catch (error) {
      await this.giveUp(job.id, error);
    } finally {
      clearInterval(beat);
      run.cancel();
      this.running.delete(job.id);
    }
  }

  private async beat(id: string, done: number, run: SolverRun): Promise<void> {
    // A database that is away ends no job: silence is judged by what others see of it.
    const lives = await this.write((ctx) => this.parts.jobs.beat(ctx, id, done)).catch(() => true);
    if (!lives) run.cancel();
  }

  private async giveUp(id: string, error: unknown): Promise<void> {
    const job = await this.parts.runner.read(system, (ctx) => this.parts.jobs.find(ctx, id)).catch(() => null);
    const cancelled = job?.cancelRequested === true;
    if (!cancelled) this.parts.logger.warn({ event: "round_job.failed", job: id, reason: reasonOf(error) });
    await this.finish(id, {
      state: cancelled ? "cancelled" : "failed",
      result: null,
      failure: cancelled ? null : "round_job.solver_failed",
    });
  }

  private async finish(id: string, end: JobEnd): Promise<void> {
    await this.write((ctx) => this.parts.jobs.finish(ctx, id, end)).catch(() => false);
  }

  private async failSilent(): Promise<void> {
    await this.write((ctx) =>
      this.parts.jobs.failSilent(ctx, new Date(ctx.clock.now().getTime() - SILENT_AFTER_MS)),
    ).catch(() => 0);
  }

  private write<T>(work: (ctx: Parameters<RoundJobStore["find"]>[0]) => Promise<T>): Promise<T> {
    return this.parts.transactions.write(system, "allocation.round-job", async (ctx) => ({
      commit: true,
      announce: false,
      value: await work(ctx),
    }));
  }
}
