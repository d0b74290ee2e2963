import { RELEASED_DOSSIER } from "../builders/ai-use-case.builder.js";
import { verify } from "node:crypto";
import { SNAPSHOT_PATH, type SignedSnapshotV1, type SnapshotV1 } from "@socle/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import type { UseCase } from "../../control-plane/src/kernel/use-case.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { pgRegistryPorts, registryUseCases } from "../../control-plane/src/registry/index.js";
import { resumeUseCase } from "../../control-plane/src/registry/use-cases/life-cycle/resume-use-case.use-case.js";
import { revokeKey } from "../../control-plane/src/registry/use-cases/applications/revoke-key.use-case.js";
import { suspendUseCase } from "../../control-plane/src/registry/use-cases/life-cycle/suspend-use-case.use-case.js";
import { servingUseCases } from "../../control-plane/src/serving/index.js";
import { plantTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";
import { replicaAuthorization } from "../fakes/internal-call.js";
import { runOn } from "../fakes/run-on.js";

const database = useDatabase();
const ports = pgRegistryPorts();
let replicas: TestControlPlane[] = [];

const done = <Input, Loaded, Output>(useCase: UseCase<Input, Loaded, Output>, input: unknown): Promise<Output> =>
  runOn(database, systemActor("test"), useCase, input);

async function poll(replica: TestControlPlane, etag?: string): Promise<Response> {
  const authorization = await replicaAuthorization(replica, "r1", { method: "GET", path: SNAPSHOT_PATH });
  const headers = { authorization, ...(etag === undefined ? {} : { "if-none-match": etag }) };
  return fetch(`${replica.origin}${SNAPSHOT_PATH}`, { headers });
}

/** Long polls from `etag` on until a snapshot shows what is wanted; what came before it went by. */
async function until(replica: TestControlPlane, wanted: (snapshot: SnapshotV1) => boolean): Promise<SnapshotV1> {
  for (let etag: string | undefined; ;) {
    const answer = await poll(replica, etag);
    if (answer.status !== 200) continue;
    etag = answer.headers.get("etag") ?? undefined;
    const signed = (await answer.json()) as SignedSnapshotV1;
    const snapshot = JSON.parse(signed.payload) as SnapshotV1;
    expect(etag).toBe(`"${snapshot.number}"`);
    if (wanted(snapshot)) return snapshot;
  }
}

const stateOf = (snapshot: SnapshotV1) => snapshot.useCases.find(({ slug }) => slug === "courrier")?.state;

beforeAll(async () => {
  replicas = [
    await startControlPlane({ databaseUrl: database.urls.appUrl }),
    await startControlPlane({ databaseUrl: database.urls.appUrl }),
  ];
  // Nothing exists yet, and that is published as well.
  expect((await until(replica(0), () => true)).organisations).toEqual([]);
  const tree = await plantTree(database);
  const useCase = {
    slug: "courrier",
    name: "Courrier",
    description: "Aide à la rédaction.",
    organisationId: tree.economie,
    state: "deployed",
    labels: ["internal"],
    serviceClass: "interactive",
    maxOutputTokens: 512,
    evidence: {
      ...{ evaluation: "Évaluation 1", homologation: "Homologation 1", training_plan: "Plan 1" },
      staff_consultation: "CSA 1",
    },
    dossier: { srenSensitive: false, srenHarm: false, ...RELEASED_DOSSIER },
    decisionRole: "assist",
    affectsIndividuals: false,
    staffEffect: "augmentation",
    ownerEmail: "owner@economie.example",
    oversight: "Chaque courrier est relu et signé par un agent.",
  };
  await done(registryUseCases.importUseCase, useCase);
  await done(registryUseCases.importModel, {
    name: "mistral-small",
    publisher: "Mistral AI",
    publisherCountry: "FR",
    licence: "Apache-2.0",
    contextWindow: 32_768,
  });
  await done(registryUseCases.defineAlias, { name: "assistant", model: "mistral-small" });
  await done(registryUseCases.importApplication, {
    slug: "courrier-web",
    name: "Courrier web",
    environment: "production",
    useCase: "courrier",
    models: ["assistant"],
    keys: [{ secret: "socle_a-fixed-local-key-of-the-seed-file" }],
  });
  await done(servingUseCases.registerPool, {
    slug: "nubo",
    name: "Nubo",
    gpuClass: "H100",
    gpuCount: 8,
    acceptedLabels: ["public", "internal"],
    hosting: "state_internal",
  });
  await done(servingUseCases.deployModel, {
    pool: "nubo",
    model: "mistral-small",
    servedName: "mistral-small",
    gpusPerReplica: 1,
    profile: {
      alphaSeconds: 0.02,
      betaSeconds: 0.0005,
      prefillSecondsPerToken: 0.0001,
      referenceBatch: 16,
      maxSequences: 32,
    },
    price: { inputPerMillion: 100_000, outputPerMillion: 300_000 },
    energy: { kWhPerMillionTokens: 0.5, kgCO2eqPerKWh: 0.05, method: "test" },
    endpoints: [{ url: "http://127.0.0.1:9/v1/", simulated: true }],
  });
});
afterAll(async () => {
  for (const replica of replicas) await replica.stop();
});
const replica = (index: number): TestControlPlane => {
  const found = replicas[index];
  if (found === undefined) throw new Error(`replica ${index} did not start`);
  return found;
};

describe("publication of the snapshot", () => {
  it("refuses a caller without a scheduler's token", async () => {
    expect((await fetch(`${replica(0).origin}${SNAPSHOT_PATH}`)).status).toBe(401);
  });

  it("holds every room's part, signed over its exact text", async () => {
    await until(replica(0), ({ deployments }) => deployments.length > 0);
    const signed = (await (await poll(replica(0))).json()) as SignedSnapshotV1;
    const keys = replicas.map((each) => each.snapshotPublicKey);
    const holds = (payload: string) =>
      keys.some((key) => verify(null, Buffer.from(payload), key, Buffer.from(signed.signature, "base64")));
    expect(holds(signed.payload)).toBe(true);
    expect(holds(signed.payload.replace("deployed", "retired "))).toBe(false);
    const snapshot = JSON.parse(signed.payload) as SnapshotV1;
    expect(snapshot).toMatchObject({
      version: 1,
      organisations: expect.arrayContaining([expect.objectContaining({ slug: "dgfip" })]) as unknown,
      useCases: [{ slug: "courrier", state: "deployed", labels: ["internal"], maxOutputTokens: 512 }],
      applications: [{ slug: "courrier-web", models: ["assistant"], keys: [{ revokedAt: null }] }],
      models: [{ name: "mistral-small" }],
      aliases: [{ name: "assistant" }],
      pools: [{ slug: "nubo", active: true, acceptedLabels: ["public", "internal"] }],
      deployments: [{ servedName: "mistral-small", endpoints: [{ url: "http://127.0.0.1:9", simulated: true }] }],
      policies: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
    });
    expect(signed.payload).not.toContain("fixed-local-key");
  });

  it("wakes polls that wait on every replica when compliance suspends, and when it resumes", async () => {
    const useCase = await database.transactions.read(systemActor("test"), (ctx) =>
      ports.useCases.findBySlug(ctx, "courrier"),
    );
    const id = useCase?.id;
    const [before] = await Promise.all(replicas.map((each) => until(each, (s) => stateOf(s) === "deployed")));
    const suspended = Promise.all(replicas.map((each) => until(each, (s) => stateOf(s) === "suspended")));
    await done(suspendUseCase(ports), { id, reason: "Plainte en cours d'examen" });
    for (const snapshot of await suspended) expect(snapshot.number).toBeGreaterThan(before?.number ?? 0);
    const resumed = Promise.all(replicas.map((each) => until(each, (s) => stateOf(s) === "deployed")));
    await done(resumeUseCase(ports), { id, reason: "Examen terminé" });
    await resumed;
  });

  it("comes back when its listening connection was cut, and has missed nothing", async () => {
    await asOwner(
      database,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'socle-snapshot-publisher' AND datname = current_database()`,
    );
    const key = await database.transactions.read(systemActor("test"), async (ctx) => {
      const application = await ports.applications.findBySlug(ctx, "courrier-web");
      return (await ports.applications.keysOf(ctx, [application?.id ?? ""]))[0];
    });
    await done(revokeKey(ports), { keyId: key?.id, reason: "Clé publiée par erreur" });
    const revoked = (s: SnapshotV1) => s.applications.some(({ keys }) => keys.some((each) => each.revokedAt !== null));
    await Promise.all(replicas.map((each) => until(each, revoked)));
  });

  it("keeps what rules read in each, and a use case again only when it changed", async () => {
    const rows = await database.write(systemActor("test"), (ctx) =>
      rowsOf<{ state: string }>(
        ctx,
        `SELECT content #>> '{useCase,state}' AS state FROM fact_source WHERE kind = 'use_case' ORDER BY from_number`,
      ),
    );
    expect(rows.map(({ state }) => state)).toEqual(["deployed", "suspended", "deployed"]);
    const [counts] = await database.write(systemActor("test"), (ctx) =>
      rowsOf(ctx, `SELECT (SELECT count(*) FROM fact_archive) = (SELECT max(number) FROM snapshot) AS all_kept`),
    );
    expect(counts).toEqual({ all_kept: true });
  });

  it("numbers snapshots one by one, whoever publishes", async () => {
    const rows = await database.write(systemActor("test"), (ctx) =>
      rowsOf<{ number: string }>(ctx, "SELECT number FROM snapshot ORDER BY number"),
    );
    expect(rows.map((row) => Number(row.number))).toEqual(rows.map((_, index) => index + 1));
    expect(rows.length).toBeGreaterThanOrEqual(4);
  });
});
