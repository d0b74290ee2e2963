import { USAGE_PATH, type DecisionV1, type SnapshotV1 } from "@socle/contracts";
import { compileBundle, type PolicyFile } from "@socle/policies";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PgSimulationDirectory } from "../../control-plane/src/compliance/adapters/postgres/simulation/pg-simulation-directory.js";
import { PgSimulationStore } from "../../control-plane/src/compliance/adapters/postgres/simulation/pg-simulation.store.js";
import { SimulationJobs } from "../../control-plane/src/compliance/adapters/replay/simulation-jobs.js";
import { WorkerReplayEngine } from "../../control-plane/src/compliance/adapters/replay/worker-replay-engine.js";
import { loadBundle } from "../../control-plane/src/compliance/domain/bundles/loaded-bundle.js";
import type { ReplayEngine } from "../../control-plane/src/compliance/ports/simulation/replay-engine.port.js";
import { simulationStoreBehaviour } from "../../control-plane/src/compliance/ports/simulation/simulation-store.behaviour.js";
import { cancelSimulation } from "../../control-plane/src/compliance/use-cases/simulation/cancel-simulation.use-case.js";
import { requestSimulation } from "../../control-plane/src/compliance/use-cases/simulation/request-simulation.use-case.js";
import { actorRef, systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { createLogger } from "../../control-plane/src/platform/logging/logger.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { servingUseCases } from "../../control-plane/src/serving/index.js";
import { judge } from "../../scheduler/src/admission/admit.js";
import { compileSnapshot } from "../../scheduler/src/kernel/snapshot/compile-snapshot.js";
import { RULES_OF_THE_STATE } from "../builders/replay-scene.js";
import { aRecord } from "../builders/request-record.builder.js";
import { ruleFile } from "../builders/rule-file.builder.js";
import { DECLARED_DOSSIER, DECLARED_EVIDENCE, DECLARED_PROVENANCE } from "../builders/standing.builder.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { spawnControlPlane } from "../fakes/control-plane-process.js";
import { useDatabase } from "../fakes/database.js";
import { internalCall } from "../fakes/internal-call.js";
import { KeptJobs } from "../fakes/kept-jobs.js";
import { runnerOn, runOn } from "../fakes/run-on.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const db = useDatabase();
const system = systemActor("test");
const NOON = Date.UTC(2026, 8, 10, 10);
const DAY = "2026-09-10";
let scene: ServedScene;
let socle: TestControlPlane;
let people: Record<"compliance" | "auditor" | "economie" | "culture", SignedIn>;

simulationStoreBehaviour("PostgreSQL", () =>
  Promise.resolve({
    ...{ store: new PgSimulationStore(), organisationId: scene.etat, newId: () => systemIds.next() },
    ...{ reader: actorRef(system), run: (work) => db.write(system, work) },
  }),
);

/** The rule that people try below: long answers are refused. */
const LONG = ruleFile({
  ...{ id: "security/no-long-answers", when: "request.maxOutputTokens > 300.0" },
  facts: "{ request: { maxOutputTokens: 4000 } }",
}).text.replace("maxOutputTokens: 4000", "maxOutputTokens: 301");
const quiet = (text: string): string => text.replace("facts: {}", "facts: { request: { maxOutputTokens: 100 } }");

/** The snapshot that is in force, and its archive's number. */
async function published(): Promise<SnapshotV1> {
  return vi.waitFor(
    async () => {
      const [row] = await db.write(system, (ctx) =>
        rowsOf<{ payload: string }>(ctx, "SELECT payload FROM snapshot ORDER BY number DESC LIMIT 1"),
      );
      const snapshot = JSON.parse(row?.payload ?? "{}") as SnapshotV1;
      if (!(snapshot.applications?.length === 3 && snapshot.deployments.length === 1)) throw new Error("not yet");
      return snapshot;
    },
    { timeout: 20_000, interval: 100 },
  );
}

/** Decisions on requests of these lengths, as a scheduler takes them on the published snapshot. */
function decisions(snapshot: SnapshotV1, slug: string, lengths: readonly number[]): Partial<DecisionV1>[] {
  const bundle = compileBundle(snapshot.policies.files);
  if (!bundle.ok) throw new Error("the rules do not compile");
  const compiled = compileSnapshot(snapshot, bundle.bundle);
  const caller = [...compiled.callers.values()].find(({ application }) => application.slug === slug);
  if (caller === undefined) throw new Error(`no key of ${slug}`);
  return lengths.map((maxOutputTokens) => {
    const request = {
      model: "mistral-small",
      stream: false,
      sequences: 1,
      outputParam: "max_tokens",
      servedBy: null,
      maxOutputTokens,
      textBytes: 100,
      beyondText: false,
    };
    const result = judge(compiled, caller, { ...request, labelsHeader: null, decisionRef: null, toolCalls: 0 }, NOON);
    const { labels, asked, pools } = result.ok ? result.candidate : result.assessment;
    const named = { applicationId: caller.application.id, useCaseId: caller.useCase.id };
    return {
      ...{
        ...named,
        organisationId: caller.organisation.id,
        modelId: snapshot.models[0]?.id,
        at: NOON,
        endpoint: null,
      },
      ...{ labels, asked, pools, snapshotNumber: snapshot.number, bundleDigest: bundle.bundle.digest },
      ...(result.ok ? {} : { outcome: "refused", code: result.refusal.code, status: 403 }),
    };
  });
}

async function ship(replica: string, all: readonly Partial<DecisionV1>[]): Promise<void> {
  const records = all.map((each, index) => aRecord(index + 1, each, null, { replica, epoch: 1 }));
  const answer = await internalCall(socle, replica, USAGE_PATH, { replica, epoch: 1, records });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

beforeAll(async () => {
  scene = await servedScene(db);
  await runOn(db, system, registryUseCases.importUseCase, {
    ...{ slug: "archives", name: "Archives", description: "Décrit des archives.", organisationId: scene.culture },
    ...{ state: "deployed", labels: ["public"], serviceClass: "standard", maxOutputTokens: 512 },
    ...{
      decisionRole: "assist",
      affectsIndividuals: false,
      staffEffect: "augmentation",
      ownerEmail: "owner@culture.example",
      oversight: "Un archiviste relit.",
    },
    dossier: DECLARED_DOSSIER,
    evidence: DECLARED_EVIDENCE,
  });
  for (const [slug, useCase] of [
    ["courrier-seconde", "courrier"],
    ["archives-web", "archives"],
  ] as const)
    await runOn(db, system, registryUseCases.importApplication, {
      ...{ slug, name: slug, environment: "production", useCase },
      keys: [{ secret: `socle_a-fixed-local-key-of-${slug}` }],
    });
  await runOn(db, system, registryUseCases.importModel, {
    ...{ name: "mistral-small", publisher: "Mistral AI", publisherCountry: "FR", licence: "Apache-2.0" },
    ...{ contextWindow: 32_768, provenance: DECLARED_PROVENANCE },
  });
  await runOn(db, system, servingUseCases.deployModel, {
    ...{ pool: "nubo", model: "mistral-small", servedName: "mistral-small", gpusPerReplica: 1 },
    profile: {
      ...{ alphaSeconds: 0.02, betaSeconds: 0.0005, prefillSecondsPerToken: 0.0001 },
      ...{ referenceBatch: 16, maxSequences: 32 },
    },
    price: { inputPerMillion: 100_000, outputPerMillion: 300_000 },
    energy: { kWhPerMillionTokens: 0.5, kgCO2eqPerKWh: 0.05, method: "test" },
    endpoints: [{ url: "http://127.0.0.1:9/v1/", simulated: true }],
  });
  socle = await startControlPlane({ databaseUrl: db.urls.appUrl });
  const snapshot = await published();
  const courrier = decisions(snapshot, "courrier-seconde", [100, 200, 301, 400, 500]);
  const older = { ...courrier[0], asked: undefined };
  const lost = { ...courrier[0], snapshotNumber: 999_999 };
  const unknown = { ...courrier[0], pools: [], asked: undefined, outcome: "refused", code: "key.unknown" } as const;
  await ship("r1", [...courrier, older, lost, unknown]);
  await ship("r2", decisions(snapshot, "archives-web", [50, 350]));
  const signIn = (role: Parameters<typeof signedInAs>[2], of: string) => signedInAs(db, socle.origin, role, of);
  people = {
    compliance: await signIn("compliance", scene.etat),
    auditor: await signIn("auditor", scene.etat),
    economie: await signIn("validator", scene.economie),
    culture: await signIn("validator", scene.culture),
  };
});
afterAll(() => socle?.stop());

const KINDS = "refused admitted clamped warned eased pools reasons";
const OUTCOME = `outcome { changed servedThenRefused recordsDigest kinds { ${KINDS} }
  coverage { records replayed partial impossible notJudged missing { fact records } }
  ministries { replayed changed ministry { slug } kinds { refused } } rules { rule changed } pools { poolName lost gained }
  differences { rule change before { effect } after { effect mode } fr } }`;
const SIMULATION = `id state progress failure fromDay legalDay candidateDigest activeDigest requestedBy organisation { slug } ${OUTCOME}`;
type Told = Record<string, unknown> & { id: string; state: string; candidateDigest: string; activeDigest: string };

const request = async (who: SignedIn, more: string): Promise<Told> => {
  const { data, ...rest } = await who.graphql<{ requestSimulation: Told }>(
    `mutation { requestSimulation(input: { fromDay: "${DAY}", toDay: "${DAY}" ${more} }) { __typename
       ... on Simulation { ${SIMULATION} } ... on Refusal { code message } ... on InvalidInput { issues { path message } } } }`,
  );
  if (data == null) throw new Error(JSON.stringify(rest));
  return data.requestSimulation;
};
const read = async (who: SignedIn, id: string): Promise<Told | null> =>
  (await who.graphql<{ simulation: Told | null }>(`{ simulation(id: "${id}") { ${SIMULATION} } }`)).data?.simulation ??
  null;
const finished = async (who: SignedIn, { id }: Told): Promise<Told> =>
  vi.waitFor(
    async () => {
      const now = await read(who, id);
      if (now === null || now.state === "RUNNING") throw new Error("still running");
      return now;
    },
    { timeout: 30_000, interval: 100 },
  );
const file = (text: string): string =>
  `rules: { files: [{ path: "rule.yaml", text: ${JSON.stringify(quiet(text))} }] }`;
const changesOf = async (who: SignedIn, id: string, filter = ""): Promise<Record<string, unknown>[]> => {
  const { data } = await who.graphql<{ simulationChanges: { edges: { node: Record<string, unknown> }[] } }>(
    `{ simulationChanges(simulationId: "${id}" ${filter}) { edges { node { kind cause rules records served samples
         useCaseName organisation { slug } } } } }`,
  );
  return data?.simulationChanges.edges.map(({ node }) => node) ?? [];
};
const exported = (who: SignedIn, name: string): Promise<Response> =>
  fetch(`${socle.origin}/simulation-exports/${name}`, { headers: { cookie: who.cookie } });

describe("a candidate that the compliance cell tries", () => {
  let done: Told;
  beforeAll(async () => {
    const begun = await request(people.compliance, file(LONG));
    expect(begun).toMatchObject({ state: "RUNNING", organisation: { slug: "etat" }, outcome: null });
    done = await finished(people.compliance, begun);
  });

  it("is told coverage first, and presumes nothing", () => {
    expect(done).toMatchObject({
      state: "DONE",
      progress: 1,
      outcome: {
        coverage: { records: 10, replayed: 7, partial: 1, impossible: 1, notJudged: 1 },
        differences: [
          { rule: "security/no-long-answers", change: "added", after: { effect: "deny", mode: "enforce" } },
        ],
      },
    });
    const { missing } = (done["outcome"] as { coverage: { missing: { fact: string; records: number }[] } }).coverage;
    expect(missing).toContainEqual({ fact: "request.maxOutputTokens", records: 1 });
    expect(missing).toContainEqual({ fact: "useCase.state", records: 1 });
  });

  it("changes exactly the decisions that its rule matches, by ministry, rule and pool", () => {
    expect(done["outcome"]).toMatchObject({
      ...{ changed: 4, servedThenRefused: 4, kinds: { refused: 4, admitted: 0, warned: 0 } },
      ministries: [
        { ministry: { slug: "economie" }, replayed: 5, changed: 3, kinds: { refused: 3 } },
        { ministry: { slug: "culture" }, replayed: 2, changed: 1, kinds: { refused: 1 } },
      ],
      rules: [{ rule: "security/no-long-answers", changed: 4 }],
      pools: [{ poolName: "Nubo", lost: 4, gained: 0 }],
    });
  });

  it("gives samples that open the decisions themselves", async () => {
    const changes = await changesOf(people.compliance, done.id);
    expect(changes).toMatchObject([
      {
        kind: "REFUSED",
        cause: "RULES",
        records: 3,
        served: 3,
        useCaseName: "Courrier clair",
        organisation: { slug: "dgfip" },
      },
      { kind: "REFUSED", records: 1, useCaseName: "Archives" },
    ]);
    const [sample] = changes[0]?.["samples"] as string[];
    const { data } = await people.compliance.graphql(`{ decision(id: "${sample}") { summary { id outcome } } }`);
    expect(data).toMatchObject({ decision: { summary: { id: sample, outcome: "served" } } });
    expect(await changesOf(people.compliance, done.id, `filter: { kind: ADMITTED }`)).toEqual([]);
  });

  it("is read by the auditor, who may ask for one and call it off", async () => {
    expect(await read(people.auditor, done.id)).toMatchObject({ state: "DONE" });
    const own = await request(people.auditor, "");
    expect(own).toMatchObject({ __typename: "Simulation" });
    const cancel = `mutation { it: cancelSimulation(id: "${own.id}") { __typename ... on Refusal { code } } }`;
    const { data } = await people.auditor.graphql<{ it: { __typename: string; code?: string } }>(cancel);
    expect(["Simulation", "simulation.over"]).toContain(data?.it.code ?? data?.it.__typename);
  });

  it("is read by the auditor, and opened by whoever may approve rules alone", async () => {
    expect(await read(people.auditor, done.id)).toMatchObject({ state: "DONE" });
    const open = `mutation { it: openSimulation(id: "${done.id}") { __typename ... on Simulation { id } } }`;
    const opened = async (who: SignedIn) => (await who.graphql<{ it: object }>(open)).data?.it;
    expect(await opened(people.auditor)).toMatchObject({ __typename: "Forbidden" });
    for (const times of [1, 2])
      expect([times, await opened(people.compliance)]).toEqual([times, { __typename: "Simulation", id: done.id }]);
    const forged = `INSERT INTO simulation_opening (simulation_id, reader, at) VALUES ($1, 'somebody', now())`;
    await expect(db.write(system, (ctx) => rowsOf(ctx, forged, [done.id]))).rejects.toThrow(/row-level security/u);
  });

  it("is the State's: a ministry sees neither it, nor its changes, nor its files", async () => {
    expect(await read(people.economie, done.id)).toBeNull();
    expect((await exported(people.economie, `${done.id}.json`)).status).toBe(404);
    // What changes among its own decisions is the ministry's to know; there is only no way to it but its own simulation.
    expect(await changesOf(people.culture, done.id, `filter: { rule: "security/no-long-answers" }`)).toMatchObject([
      { useCaseName: "Archives" },
    ]);
  });

  it("leaves as CSV and as JSON with the rules compared", async () => {
    const csv = await (await exported(people.compliance, `${done.id}.csv`)).text();
    expect(csv.split("\r\n")[1]).toMatch(
      /^Économie.*;DGFiP|^.*;Courrier clair;refused;rules;security\/no-long-answers;3;3;/,
    );
    const json = (await (await exported(people.compliance, `${done.id}.json`)).json()) as {
      rules: { candidate: { files: PolicyFile[] } };
    };
    expect(json).toMatchObject({ simulation: { id: done.id, result: { changed: 4 } }, changes: [{}, {}] });
    expect(json.rules.candidate.files.map(({ path }) => path)).toContain("security/no-long-answers/rule.yaml");
    expect((await exported(people.compliance, `${done.id}.exe`)).status).toBe(404);
    expect((await fetch(`${socle.origin}/simulation-exports/${done.id}.json`)).status).toBe(401);
  });

  it("cannot be altered afterwards, nor its changes, even by SQL of the application", async () => {
    await db.write(system, (ctx) => rowsOf(ctx, `UPDATE simulation SET result = '{}' WHERE id = $1`, [done.id]));
    expect(await read(people.compliance, done.id)).toEqual(done);
    await expect(
      db.write(system, (ctx) =>
        rowsOf(ctx, `UPDATE simulation_change SET records = 1 WHERE simulation_id = $1`, [done.id]),
      ),
    ).rejects.toThrow();
  });

  it("comes to the same when it is asked for again", async () => {
    const again = await finished(people.compliance, await request(people.compliance, file(LONG)));
    expect(again.candidateDigest).toBe(done.candidateDigest);
    expect(again["outcome"]).toEqual(done["outcome"]);
  });
});

describe("what can be asked", () => {
  it("changes nothing under the active rules", async () => {
    const done = await finished(people.compliance, await request(people.compliance, ""));
    expect(done.candidateDigest).toBe(done.activeDigest);
    expect(done).toMatchObject({ outcome: { changed: 0, coverage: { replayed: 7 }, differences: [] } });
  });

  it("covers a ministry's own decisions, and no others", async () => {
    const begun = await request(people.culture, file(LONG));
    expect(begun).toMatchObject({ organisation: { slug: "culture" } });
    const done = await finished(people.culture, begun);
    expect(done).toMatchObject({
      outcome: { changed: 1, coverage: { records: 2, replayed: 2 }, ministries: [{ ministry: { slug: "culture" } }] },
    });
    expect(await read(people.economie, done.id)).toBeNull();
    expect(await read(people.compliance, done.id)).toMatchObject({ state: "DONE" });
  });

  it("is not another ministry's", async () => {
    const asked = await request(people.culture, `organisationId: "${scene.economie}"`);
    expect(asked).not.toHaveProperty("id");
    expect(asked).toMatchObject({ __typename: expect.stringMatching(/Forbidden|NotFound/) as unknown });
  });

  it("asks what breaks on a day", async () => {
    const later = quiet(LONG).replace("from: 2026-01-01", "from: 2027-03-01");
    const before = await finished(people.compliance, await request(people.compliance, file(later)));
    expect(before).toMatchObject({ outcome: { changed: 0 } });
    const asked = await request(people.compliance, `legalDay: "2027-03-01" ${file(later)}`);
    expect(await finished(people.compliance, asked)).toMatchObject({ legalDay: "2027-03-01", outcome: { changed: 4 } });
  });

  it("is refused with the place of each fault when rules do not load", async () => {
    const asked = await request(people.compliance, file(LONG.replace("maxOutputTokens >", "maxOutputToken >")));
    expect(asked).toMatchObject({
      __typename: "InvalidInput",
      issues: [
        {
          path: "security/no-long-answers/rule.yaml",
          message: expect.stringMatching(/^line 7, column \d+: when: /) as unknown,
        },
      ],
    });
  });

  it.each([
    [`fromDay: "2026-09-11"`, "must not be before fromDay"],
    [`fromDay: "2020-01-01"`, "400 days at most"],
    [`fromDay: "2026-02-30"`, "no day"],
    [`candidateDigest: "abc"`, "digest"],
  ])("is refused with what is wrong: %s", async (more, message) => {
    const days = more.startsWith("fromDay") ? more : `fromDay: "${DAY}" ${more}`;
    const { data } = await people.compliance.graphql<{ requestSimulation: { message: string } }>(
      `mutation { requestSimulation(input: { ${days}, toDay: "${DAY}" }) { __typename ... on Refusal { message } } }`,
    );
    expect(data?.requestSimulation).toMatchObject({
      __typename: "InvalidInput",
      message: expect.stringContaining(message) as unknown,
    });
  });

  it("tries a bundle on record, by its digest", async () => {
    const files = [...RULES_OF_THE_STATE, { path: "security/no-long-answers/rule.yaml", text: quiet(LONG) }];
    const list = files.map(({ path, text }) => `{ path: ${JSON.stringify(path)}, text: ${JSON.stringify(text)} }`);
    const { data, errors } = await people.compliance.graphql<{ proposePolicyBundle: { digest: string } }>(
      `mutation { proposePolicyBundle(input: { motive: "Un essai", files: [${list.join(", ")}] }) {
         __typename ... on PolicyProposal { digest } ... on Refusal { message } } }`,
    );
    const digest = data?.proposePolicyBundle.digest;
    expect([digest, errors]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), undefined]);
    const done = await finished(
      people.compliance,
      await request(people.compliance, `candidateDigest: "${digest ?? ""}"`),
    );
    expect(done).toMatchObject({ candidateDigest: digest, outcome: { changed: 4, kinds: { refused: 4 } } });
  });

  it("is not found when no bundle has the digest", async () => {
    const asked = await request(people.compliance, `candidateDigest: "${"0".repeat(64)}"`);
    expect(asked).toMatchObject({ __typename: "NotFound", code: "policy_bundle.not_found" });
  });
});

describe("a simulation that is broken off", () => {
  const simulations = new PgSimulationStore();
  const active = loadBundle(RULES_OF_THE_STATE);
  const ports = {
    simulations,
    directory: new PgSimulationDirectory(),
    rules: {
      current: () => Promise.resolve(active.ok ? active : { ok: false as const, refusal: "no rules" }),
      byDigest: () => Promise.resolve({ ok: false as const, refusal: "none" }),
    },
  };
  const queue = new KeptJobs();
  const jobsWith = (engine: ReplayEngine): SimulationJobs =>
    new SimulationJobs({
      ...{ runner: runnerOn(db), transactions: db.transactions, ports, engine, logger: createLogger("silent") },
    });
  const ask = (input: object) => runnerOn(db).run(system, requestSimulation({ ...ports, queue }), input);
  const begin = async (): Promise<string> => {
    const begun = await ask({ fromDay: DAY, toDay: DAY, rules: { files: [{ path: "x", text: quiet(LONG) }] } });
    if (!begun.ok) throw new Error(begun.refusal.message);
    return begun.value.id;
  };
  const traces = (id: string) =>
    db.write(system, async (ctx) => {
      const found = await simulations.find(ctx, id);
      const rows = await rowsOf(ctx, "SELECT 1 FROM simulation_change WHERE simulation_id = $1", [id]);
      return { state: found?.state, failure: found?.failure, result: found?.result, changes: rows.length };
    });
  /** A worker that answers, to somebody who never listens. */
  const endless: ReplayEngine = {
    start: (task, progress) => {
      const run = new WorkerReplayEngine(db.urls.appUrl).start(task, progress);
      run.answer.catch(() => undefined);
      let end: (error: Error) => void;
      const answer = new Promise<never>((_, reject) => {
        end = reject;
      });
      return {
        answer,
        cancel: () => {
          run.cancel();
          end(new Error("cancelled"));
        },
      };
    },
  };

  it("is carried out whole otherwise", async () => {
    const id = await begin();
    await queue.doAll(jobsWith(new WorkerReplayEngine(db.urls.appUrl)));
    expect(await traces(id)).toMatchObject({ state: "done", changes: 2 });
  });

  it("leaves nothing when it is cancelled", async () => {
    const id = await begin();
    const worked = queue.doAll(jobsWith(endless));
    expect((await runnerOn(db).run(system, cancelSimulation(ports), { id })).ok).toBe(true);
    await worked;
    expect(await traces(id)).toEqual({ state: "cancelled", failure: null, result: null, changes: 0 });
    expect((await runnerOn(db).run(system, cancelSimulation(ports), { id })).ok).toBe(false);
  });

  it("leaves nothing when its worker dies", async () => {
    const dying: ReplayEngine = {
      start: (task, progress) => {
        const run = new WorkerReplayEngine(db.urls.appUrl).start(task, progress);
        setImmediate(() => run.cancel());
        return run;
      },
    };
    const id = await begin();
    await queue.doAll(jobsWith(dying));
    expect(await traces(id)).toEqual({
      state: "failed",
      failure: "simulation.replay_failed",
      result: null,
      changes: 0,
    });
  });

  it("leaves nothing when its connection is cut", async () => {
    const id = await begin();
    await queue.doAll(jobsWith(new WorkerReplayEngine("postgres://nobody:none@127.0.0.1:9/none")));
    expect(await traces(id)).toMatchObject({ state: "failed", changes: 0 });
  });

  it("leaves nothing when the process is killed, and the next one carries it out", async () => {
    const first = await spawnControlPlane(db.urls.appUrl);
    const cell = await signedInAs(db, first.origin, "compliance", scene.etat);
    const begun = await request(cell, file(LONG));
    await first.kill();
    const after = await traces(begun.id);
    // It may have come to its end before; then it stands whole.
    if (after.state === "running") expect(after).toMatchObject({ result: null, changes: 0 });
    const second = await spawnControlPlane(db.urls.appUrl);
    const done = async () => expect(await traces(begun.id)).toMatchObject({ state: "done", changes: 2 });
    await vi.waitFor(done, { timeout: 60_000, interval: 100 });
    await second.kill();
  });

  it("says so when it was begun in vain every time", async () => {
    const id = await begin();
    await jobsWith(endless).giveUp(id);
    expect(await traces(id)).toMatchObject({ state: "failed", failure: "simulation.interrupted", changes: 0 });
  });

  it("runs two at once at most", async () => {
    const ids = [await begin(), await begin()];
    const third = await ask({ fromDay: DAY, toDay: DAY });
    expect(third).toMatchObject({ ok: false, refusal: { code: "simulation.busy" } });
    for (const id of ids) await runnerOn(db).run(system, cancelSimulation(ports), { id });
  });
});
