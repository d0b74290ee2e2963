import type { Logger } from "pino";
import { Counter, Histogram, type Registry } from "prom-client";
import { Fault } from "../../kernel/fault.js";
import { reasonOf } from "../database/database-fault.js";

interface Run {
  readonly name: string;
  readonly id: string;
  readonly attempt: number;
  readonly signal: AbortSignal;
}

/** Counts every run by what became of it, and tells of each that failed: no error of a job goes unseen. */
export class JobRuns {
  private readonly runs: Counter<"job" | "outcome">;
  private readonly seconds: Histogram<"job">;

  constructor(
    private readonly logger: Logger,
    metrics: Registry,
  ) {
    this.runs = new Counter({
      name: "socle_job_runs_total",
      help: "Runs of background jobs, by outcome: done, failed (it is tried again), stopped (begun again elsewhere)",
      labelNames: ["job", "outcome"],
      registers: [metrics],
    });
    this.seconds = new Histogram({
      name: "socle_job_seconds",
      help: "Duration of a background job's run",
      labelNames: ["job"],
      buckets: [0.01, 0.1, 1, 10, 60, 600],
      registers: [metrics],
    });
  }

  /** @throws what the work threw, as one line: it is kept with the job, where nothing secret belongs */
  async tell({ name, id, attempt, signal }: Run, work: () => Promise<void>): Promise<void> {
    const end = this.seconds.startTimer({ job: name });
    try {
      await work();
      this.runs.inc({ job: name, outcome: "done" });
    } catch (error) {
      const stopped = signal.aborted;
      this.runs.inc({ job: name, outcome: stopped ? "stopped" : "failed" });
      const line = { event: stopped ? "job.stopped" : "job.failed", job: name, id, attempt };
      if (stopped || error instanceof Fault) this.logger.warn({ ...line, reason: reasonOf(error) });
      else this.logger.error({ ...line, err: error });
      throw inOneLine(error);
    } finally {
      end();
    }
  }
}

/** Without its cause and its stack, which name what they like. */
const inOneLine = (error: unknown): Error => new Error(reasonOf(error));
