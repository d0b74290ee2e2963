import { afterEach, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemClock } from "../../control-plane/src/kernel/clock.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { BackgroundJobs } from "../../control-plane/src/platform/jobs/background-jobs.js";
import type { AskedJob, Turn } from "../../control-plane/src/platform/jobs/job.js";
import { createLogger } from "../../control-plane/src/platform/logging/logger.js";
import { createMetrics } from "../../control-plane/src/platform/metrics/registry.js";
import { useDatabase } from "../fakes/database.js";
import { eventually } from "../fakes/eventually.js";

const db = useDatabase();
const system = systemActor("test");
const running: BackgroundJobs[] = [];

interface Process {
  readonly jobs: BackgroundJobs;
  readonly metrics: ReturnType<typeof createMetrics>;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

/** The jobs of one control plane; several share the database. */
function aProcess(late = 0): Process {
  const metrics = createMetrics();
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger("info");
  const tell = (line: Record<string, unknown>) => void lines.push(line);
  Object.assign(logger, { info: tell, warn: tell, error: tell });
  const clock = { now: () => new Date(systemClock.now().getTime() + (running.length > 0 ? late : 0)) };
  const jobs = new BackgroundJobs({ databaseUrl: db.urls.appUrl, logger, metrics, clock });
  running.push(jobs);
  return { jobs, metrics, lines };
}
const countOf = async ({ metrics }: Process, job: string, outcome: string): Promise<number> => {
  const counted = await metrics.getSingleMetric("socle_job_runs_total")?.get();
  return counted?.values.find(({ labels }) => labels["job"] === job && labels["outcome"] === outcome)?.value ?? 0;
};
const asked = (name: string, run: AskedJob["run"], giveUp: AskedJob["giveUp"] = () => Promise.resolve()): AskedJob => ({
  ...{ name, atOnce: 1, run, giveUp },
});
const until = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }));
const wait = { timeout: 60_000, interval: 50 };

afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
});

describe("work that somebody asked for", () => {
  it("begins once its transaction is committed, in one process, and never when it is not", async () => {
    const done: string[] = [];
    const [one, other] = [aProcess(), aProcess()];
    for (const { jobs } of [one, other]) {
      jobs.ask(asked("test.once", (id) => Promise.resolve(void done.push(id))));
      await jobs.start();
    }
    const send = (id: string, commit: boolean) =>
      db.transactions.write(system, "test", async (ctx) => {
        await one.jobs.send(ctx, "test.once", id);
        return { commit, value: null };
      });
    await send("rolled-back", false);
    for (const id of ["a", "b", "c"]) await send(id, true);
    await eventually(() => expect([...done].sort()).toEqual(["a", "b", "c"]));
    expect((await countOf(one, "test.once", "done")) + (await countOf(other, "test.once", "done"))).toBe(3);
  });

  it("is tried again when it fails, each time told, and given up at last", async () => {
    const process = aProcess();
    const given: string[] = [];
    const failing = asked(
      "test.failing",
      () => Promise.reject(new Error(`no luck at ${["postgres://me", "secret@host/db"].join(":")}`)),
      (id) => Promise.resolve(void given.push(id)),
    );
    process.jobs.ask(failing);
    await process.jobs.start();
    await db.write(system, (ctx) => process.jobs.send(ctx, "test.failing", "x"));
    await expect.poll(() => given, wait).toEqual(["x"]);
    expect(await countOf(process, "test.failing", "failed")).toBe(3);
    const told = process.lines.filter(({ event }) => event === "job.failed");
    expect(told.map(({ job, attempt }) => [job, attempt])).toEqual([1, 2, 3].map((at) => ["test.failing", at]));
    const kept = await db.write(system, (ctx) =>
      rowsOf(ctx, "SELECT output FROM jobs.job WHERE name = 'test.failing'"),
    );
    expect(JSON.stringify(kept)).not.toContain("secret");
  });

  it("that its process lets go of when it stops is done by another", async () => {
    const [first, second] = [aProcess(), aProcess()];
    const turns: Turn[] = [];
    first.jobs.ask(
      asked("test.long", (_, turn) => {
        turns.push(turn);
        return until(turn.signal);
      }),
    );
    const done: string[] = [];
    second.jobs.ask(asked("test.long", (id) => Promise.resolve(void done.push(id))));
    await first.jobs.start();
    await db.write(system, (ctx) => first.jobs.send(ctx, "test.long", "x"));
    await eventually(() => expect(turns).toHaveLength(1));
    await second.jobs.start();
    await first.jobs.stop();
    await expect.poll(() => done, wait).toEqual(["x"]);
    expect(await countOf(first, "test.long", "stopped")).toBe(1);
  });
});

describe("work that comes round", () => {
  it("is done once a period by several processes, never twice at a time", async () => {
    let [now, most, runs] = [0, 0, 0];
    const begun = Date.now();
    for (const { jobs } of [aProcess(), aProcess(), aProcess()]) {
      jobs.repeat({
        name: "test.round",
        everySeconds: 1,
        run: async () => {
          most = Math.max(most, (now += 1));
          await new Promise((resolve) => setTimeout(resolve, 300));
          now -= 1;
          runs += 1;
        },
      });
      await jobs.start();
    }
    await expect.poll(() => runs, wait).toBeGreaterThanOrEqual(3);
    expect(most).toBe(1);
    expect(runs).toBeLessThanOrEqual((Date.now() - begun) / 1000 + 2);
  });

  it("that fails is told, counted, tried again, and late until it is done", async () => {
    const process = aProcess(10 * 60_000);
    let broken = true;
    const run = () => (broken ? Promise.reject(new Error("the alerts are gone")) : Promise.resolve());
    process.jobs.repeat({ name: "test.watch", everySeconds: 1, run });
    await process.jobs.start();
    await expect.poll(() => countOf(process, "test.watch", "failed"), wait).toBeGreaterThanOrEqual(2);
    expect(process.lines).toContainEqual(
      expect.objectContaining({ event: "job.failed", job: "test.watch", err: new Error("the alerts are gone") }),
    );
    expect(await process.jobs.late()).toEqual(["test.watch"]);
    expect(await process.metrics.metrics()).toContain("socle_jobs_late 1");
    broken = false;
    await expect.poll(() => countOf(process, "test.watch", "done"), wait).toBeGreaterThanOrEqual(1);
  });
});

it("gives the application no way to have statements run by the owner", async () => {
  const write = `INSERT INTO jobs.bam (name, version, table_name, command) VALUES ('x', 1, 'job', 'DROP TABLE organisation')`;
  await expect(db.write(system, (ctx) => rowsOf(ctx, write))).rejects.toThrow(/permission denied/u);
  await expect(db.write(system, (ctx) => rowsOf(ctx, "DROP TABLE jobs.job"))).rejects.toThrow(/must be owner/u);
});
