import { beforeAll, describe, expect, it, vi } from "vitest";
import { createLogger } from "../../control-plane/src/platform/logging/logger.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { WorkerRoundSolver } from "../../control-plane/src/allocation/adapters/solver/worker-round-solver.js";
import { RoundJobs } from "../../control-plane/src/allocation/adapters/solver/round-jobs.js";
import type { RoundSolver } from "../../control-plane/src/allocation/ports/round-solver.port.js";
import { pgRoundPorts } from "../../control-plane/src/allocation/rounds.composition.js";
import { cancelRoundJob } from "../../control-plane/src/allocation/use-cases/round-jobs/cancel-round-job.use-case.js";
import { startRoundJob } from "../../control-plane/src/allocation/use-cases/round-jobs/start-round-job.use-case.js";
import { aRound, aRoundLine } from "../builders/memory-rounds.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { spawnControlPlane } from "../fakes/control-plane-process.js";
import { useDatabase } from "../fakes/database.js";
import { KeptJobs, turn } from "../fakes/kept-jobs.js";
import { runnerOn } from "../fakes/run-on.js";
import { signedInAs } from "../fakes/signed-in.js";

const db = useDatabase();
const system = systemActor("test");
/** Enough for a solution to take a moment, which is when processes die. */
const MANY = 80;
let scene: ServedScene;
let roundId: string;

beforeAll(async () => {
  scene = await servedScene(db);
  roundId = await db.write(system, async (ctx) => {
    const pools = [{ poolId: scene.poolId, ownerMinistryId: null, market: false, centsPerGpuHour: 250 }];
    const quarters = ["2031Q1", "2031Q2"];
    const dates = { quarters, effectFrom: new Date("2030-12-31T23:00:00Z") };
    const round = aRound({ id: ctx.ids.next(), organisationId: scene.etat, state: "arbitration", pools, ...dates });
    await pgRoundPorts.rounds.insert(ctx, round);
    for (let index = 0; index < MANY; index += 1) {
      const [organisationId, ministryId] =
        index % 2 === 0 ? [scene.dgfip, scene.economie] : [scene.culture, scene.culture];
      const ask = { low: 1, likely: 2 + (index % 7), high: 9, minUseful: 1 + (index % 2) };
      const undecided = { placements: null, explanations: null, outcome: null } as const;
      const asks = { asks: quarters.map(() => ask), score: 1 + (index % 90) };
      const line = { id: ctx.ids.next(), roundId: round.id, organisationId, ministryId, ...asks, ...undecided };
      await pgRoundPorts.rounds.insertLine(ctx, aRoundLine(line));
    }
    return round.id;
  });
});

/** A worker that would never come to an end by itself. */
const endless: RoundSolver = {
  start: (task, progress) => {
    const run = new WorkerRoundSolver().start(task, progress);
    let end: (error: Error) => void;
    const answer = new Promise<never>((_, reject) => {
      end = reject;
    });
    run.answer.catch(() => undefined);
    return {
      answer,
      cancel: () => {
        run.cancel();
        end(new Error("cancelled"));
      },
    };
  },
};
const queue = new KeptJobs();
const jobsOf = (solver: RoundSolver): RoundJobs =>
  new RoundJobs({
    ...{ runner: runnerOn(db), transactions: db.transactions, ports: pgRoundPorts, solver },
    logger: createLogger("silent"),
  });
const begin = async (): Promise<string> => {
  const start = startRoundJob({ ...pgRoundPorts, queue });
  const begun = await runnerOn(db).run(system, start, { kind: "solve", roundId });
  if (!begun.ok) throw new Error(begun.refusal.message);
  return begun.value.id;
};
const jobOf = (id: string) => db.write(system, (ctx) => pgRoundPorts.jobs.find(ctx, id));
/** What a round half done would show. */
const traces = () =>
  db.write(system, async (ctx) => {
    const round = await pgRoundPorts.rounds.find(ctx, roundId);
    const lines = await pgRoundPorts.rounds.lines(ctx, roundId);
    const written = lines.filter(({ outcome, version }) => outcome !== null || version !== 5).length;
    return { written, solution: round?.solution ?? null, version: round?.version };
  });
const NOTHING = { written: 0, solution: null, version: 3 };

describe("a round whose solution is broken off", () => {
  it("stays as it was when the worker is cancelled", async () => {
    const id = await begin();
    const worked = queue.doAll(jobsOf(endless));
    expect((await runnerOn(db).run(system, cancelRoundJob(pgRoundPorts), { jobId: id })).ok).toBe(true);
    await worked;
    expect(await jobOf(id)).toMatchObject({ state: "cancelled", result: null });
    expect(await traces()).toEqual(NOTHING);
  });

  it("stays as it was when the worker dies", async () => {
    const dying: RoundSolver = {
      start: (task, progress) => {
        const run = new WorkerRoundSolver().start(task, progress);
        // Long before it has loaded its solver.
        setImmediate(() => run.cancel());
        return run;
      },
    };
    const id = await begin();
    await queue.doAll(jobsOf(dying));
    expect(await jobOf(id)).toMatchObject({ state: "failed", failure: "round_job.solver_failed" });
    expect(await traces()).toEqual(NOTHING);
  });

  it("says that time was too short when a question could not be proven, and keeps nothing of it", async () => {
    const slow: RoundSolver = {
      start: () => ({ answer: Promise.resolve({ kind: "out_of_time" }), cancel: () => undefined }),
    };
    const id = await begin();
    await queue.doAll(jobsOf(slow));
    expect(await jobOf(id)).toMatchObject({ state: "failed", failure: "round_job.out_of_time", result: null });
    expect(await traces()).toEqual(NOTHING);
  });

  it("stays as it was when needs change meanwhile", async () => {
    const late: RoundSolver = {
      start: (task, progress) => {
        const run = new WorkerRoundSolver().start(task, progress);
        const more = async () => {
          const answer = await run.answer;
          await db.write(system, (ctx) => pgRoundPorts.rounds.insertLine(ctx, extraLine(ctx.ids.next())));
          return answer;
        };
        return { ...run, answer: more() };
      },
    };
    const id = await begin();
    await queue.doAll(jobsOf(late));
    expect(await jobOf(id)).toMatchObject({ state: "failed", failure: "round.inputs_changed", result: null });
    expect((await traces()).solution).toBeNull();
  });

  it("stays as it was when its process stops or loses it, and may be taken up again", async () => {
    const id = await begin();
    const losing = new AbortController();
    const lost = jobsOf(endless).run(id, { signal: losing.signal });
    losing.abort(new Error("lost"));
    await expect(lost).rejects.toThrow("lost");
    expect(await jobOf(id)).toMatchObject({ state: "running", result: null });
    await jobsOf(endless).giveUp(id);
    expect(await jobOf(id)).toMatchObject({ state: "failed", failure: "round_job.interrupted" });
    expect((await traces()).solution).toBeNull();
  });

  it("stays as it was when needs changed before it was taken up", async () => {
    const id = await begin();
    await db.write(system, (ctx) => pgRoundPorts.rounds.insertLine(ctx, extraLine(ctx.ids.next())));
    await queue.doAll(jobsOf(endless));
    await jobsOf(endless).run(id, turn);
    expect(await jobOf(id)).toMatchObject({ state: "failed", failure: "round.inputs_changed" });
  });

  it("stays as it was when the process is killed, and is solved by the next one", async () => {
    const first = await spawnControlPlane(db.urls.appUrl);
    const operator = await signedInAs(db, first.origin, "ariane_operator", scene.ariane);
    const started = await operator.graphql<{ solveRound: { id: string } }>(
      `mutation { solveRound(roundId: "${roundId}") { ... on RoundJob { id } } }`,
    );
    const id = started.data?.solveRound.id ?? "";
    await first.kill();
    expect(await jobOf(id)).toMatchObject({ state: "running", result: null });
    expect((await traces()).solution).toBeNull();

    const second = await spawnControlPlane(db.urls.appUrl);
    await vi.waitFor(async () => expect((await jobOf(id))?.state).toBe("done"), { timeout: 60_000, interval: 100 });
    await second.kill();
    const after = await traces();
    expect(after).toMatchObject({ written: MANY + 2, version: 4, solution: { method: "lexicographic", gapPct: 0 } });
  });
});

const extraLine = (id: string) =>
  aRoundLine({
    ...{ id, roundId, organisationId: scene.culture, ministryId: scene.culture, criticality: 4 },
    ...{ asks: [null, { low: 1, likely: 1, high: 1, minUseful: 1 }] },
    ...{ placements: null, explanations: null, outcome: null },
  });
