import type { Logger } from "pino";
import { PgBoss, type Job } from "pg-boss";
import { Gauge, type Registry } from "prom-client";
import type { Clock } from "../../kernel/clock.js";
import { Fault } from "../../kernel/fault.js";
import type { JobQueue } from "../../kernel/job-queue.js";
import type { Context } from "../../kernel/use-case.js";
import { reasonOf } from "../database/database-fault.js";
import { rowsOf } from "../database/pg-transaction.js";
import type { AskedJob, RecurringJob, Turn } from "./job.js";
import { JobRuns } from "./job-runs.js";
import { JOBS_OPTIONS, JOBS_SCHEMA } from "./job-schema.js";

/** Without a sign of life for this long a run belongs to a process that is gone; the library's least. */
const SILENT_SECONDS = 10;
const SUPERVISE_SECONDS = 5;
/** How often to look for work that no notification told of: what waits to be tried again, above all. */
const POLL_SECONDS = 2;
/** Times that something is begun again after the first. */
const RETRIES = 2;
const RETRY_SECONDS = 2;
/** A run that lives may take as long as this. */
const LONGEST_SECONDS = 6 * 3600;
/** How soon to try again to reach the tables of jobs. */
const START_AGAIN_MS = 5000;
const STOP_MS = 5000;
/** Finished runs of recurring jobs are kept so long, or four periods. */
const KEPT_SECONDS = 3600;
/** A recurring job is late when nobody finished it for so many periods, and a minute. */
const LATE_PERIODS = 3;

const COMMON = {
  heartbeatSeconds: SILENT_SECONDS,
  expireInSeconds: LONGEST_SECONDS,
  retryLimit: RETRIES,
  retryDelay: RETRY_SECONDS,
  retryBackoff: true,
};
const givenUp = (name: string): string => `${name}.given-up`;

interface Asked {
  readonly id: string;
}

export interface BackgroundJobsParts {
  /** The application's. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly clock: Clock;
}

/**
 * The one way of work outside a request: rooms say what there is to do, this begins it, in one process at a time, again
 * after a process died, and tells of every run that failed. ADR 0033.
 */
export class BackgroundJobs implements JobQueue {
  private readonly asked: AskedJob[] = [];
  private readonly recurring: RecurringJob[] = [];
  private readonly boss: PgBoss;
  private readonly runs: JobRuns;
  private readonly stopping = new AbortController();
  private readonly since: Date;
  private timers: NodeJS.Timeout[] = [];
  private started = false;

  constructor(private readonly parts: BackgroundJobsParts) {
    this.boss = new PgBoss({
      ...JOBS_OPTIONS,
      connectionString: parts.databaseUrl,
      application_name: "socle-control-plane-jobs",
      max: 4,
      migrate: false,
      createSchema: false,
      useListenNotify: true,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
      maintenanceIntervalSeconds: 600,
    });
    this.boss.on("error", (error) => parts.logger.warn({ event: "jobs.unreachable", reason: reasonOf(error) }));
    this.runs = new JobRuns(parts.logger, parts.metrics);
    this.since = parts.clock.now();
    const count = async (): Promise<number> => (await this.late().catch(() => this.recurring)).length;
    new Gauge({
      name: "socle_jobs_late",
      help: "Recurring jobs that no process has finished for three periods",
      registers: [parts.metrics],
      async collect() {
        this.set(await count());
      },
    });
  }

  /** Says what is to be done when it is asked for; before `start`. */
  ask(job: AskedJob): void {
    this.asked.push(job);
  }

  /** Says what comes round; before `start`. */
  repeat(job: RecurringJob): void {
    this.recurring.push(job);
  }

  /** Begins to work. Tables that cannot be reached are tried again; nothing waits for them. */
  async start(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    try {
      await this.boss.start();
      for (const job of this.asked) await this.takeAsked(job);
      for (const job of this.recurring) await this.takeRecurring(job);
      this.started = true;
    } catch (error) {
      this.parts.logger.warn({ event: "jobs.not_started", reason: reasonOf(error) });
      await this.boss.stop({ graceful: false });
      this.clearTimers();
      this.timers.push(setTimeout(() => void this.start(), START_AGAIN_MS).unref());
    }
  }

  /** Lets go of what runs: it is aborted here, and begun again elsewhere. */
  async stop(): Promise<void> {
    this.stopping.abort(new Error("The process stops."));
    this.clearTimers();
    await this.boss.stop({ graceful: true, timeout: STOP_MS });
  }

  async send(ctx: Context, job: string, id: string): Promise<void> {
    if (!this.started) throw new Fault("database.unavailable", "Jobs cannot be taken in; try again in a few seconds.");
    const executeSql = async (sql: string, values?: unknown[]) => ({ rows: await rowsOf<unknown>(ctx, sql, values) });
    await this.boss.send(job, { id } satisfies Asked, { db: { executeSql } });
  }

  /** Names of the recurring jobs that no process has finished for three periods. */
  async late(): Promise<readonly string[]> {
    const sql = `SELECT name, max(completed_on) AS at FROM ${JOBS_SCHEMA}.job
      WHERE state = 'completed' AND name = ANY ($1) GROUP BY name`;
    const { rows } = await this.boss.getDb().executeSql(sql, [this.recurring.map(({ name }) => name)]);
    const done = new Map((rows as readonly { name: string; at: Date }[]).map(({ name, at }) => [name, at]));
    const now = this.parts.clock.now().getTime();
    return this.recurring
      .filter(({ name, everySeconds }) => {
        const last = Math.max(this.since.getTime(), done.get(name)?.getTime() ?? 0);
        return now - last > (LATE_PERIODS * everySeconds + 60) * 1000;
      })
      .map(({ name }) => name);
  }

  private clearTimers(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
  }

  private async takeAsked(job: AskedJob): Promise<void> {
    const dead = givenUp(job.name);
    await this.queue(dead, { ...COMMON, retryLimit: 10 });
    await this.queue(job.name, { ...COMMON, deadLetter: dead });
    await this.boss.work<Asked>(dead, { notifyPollingIntervalSeconds: POLL_SECONDS }, ([given]) =>
      this.carryOut(dead, given, ({ id }) => job.giveUp(id)),
    );
    const options = {
      localConcurrency: job.atOnce,
      notifyPollingIntervalSeconds: POLL_SECONDS,
      heartbeatRefreshSeconds: 2,
    };
    await this.boss.work<Asked>(job.name, options, ([each]) =>
      this.carryOut(job.name, each, ({ id }, turn) => job.run(id, turn)),
    );
  }

  /** Each period is one place in the queue, for which the first process that comes sends. */
  private async takeRecurring(job: RecurringJob): Promise<void> {
    const { name, everySeconds } = job;
    const kept = Math.max(KEPT_SECONDS, 4 * everySeconds);
    await this.queue(name, { ...COMMON, policy: "exclusive", deleteAfterSeconds: kept });
    await this.boss.work(name, { notifyPollingIntervalSeconds: POLL_SECONDS }, ([each]) =>
      this.carryOut(name, each, (_, turn) => job.run(turn)),
    );
    const send = (): void => {
      this.boss.send(name, null, { singletonSeconds: everySeconds }).catch((error: unknown) => {
        this.parts.logger.warn({ event: "jobs.unreachable", job: name, reason: reasonOf(error) });
      });
    };
    send();
    this.timers.push(setInterval(send, Math.min(everySeconds, 60) * 1000).unref());
  }

  private async queue(name: string, options: Parameters<PgBoss["createQueue"]>[1]): Promise<void> {
    const told = { ...options, notify: true };
    await this.boss.createQueue(name, told);
    const { policy: _, ...changeable } = told;
    await this.boss.updateQueue(name, changeable);
  }

  private async carryOut<T>(
    name: string,
    job: Job<T> | undefined,
    work: (data: T, turn: Turn) => Promise<void>,
  ): Promise<void> {
    if (job === undefined) return;
    const signal = AbortSignal.any([job.signal, this.stopping.signal]);
    await this.runs.tell({ name, id: job.id, attempt: job.retryCount + 1, signal }, () => work(job.data, { signal }));
  }
}
