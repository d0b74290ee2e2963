import { describe, expect, it } from "vitest";
import { systemActor, type PersonActor, type Role } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import {
  exportRegistry,
  pgRegistryPorts,
  registrySnapshotSource,
  registryUseCases,
} from "../../control-plane/src/registry/index.js";
import { recordStoresBehaviour } from "../../control-plane/src/registry/ports/record-stores.behaviour.js";
import {
  registryPortsBehaviour,
  type RegistryWorld,
} from "../../control-plane/src/registry/ports/registry-ports.behaviour.js";
import { declareUseCase } from "../../control-plane/src/registry/use-cases/life-cycle/declare-use-case.use-case.js";
import { approveKeyRequest } from "../../control-plane/src/registry/use-cases/applications/approve-key-request.use-case.js";
import { requestKey } from "../../control-plane/src/registry/use-cases/applications/request-key.use-case.js";
import { validateKeyRequest } from "../../control-plane/src/registry/use-cases/applications/validate-key-request.use-case.js";
import { issueKey } from "../../control-plane/src/registry/use-cases/applications/issue-key.use-case.js";
import { transitionUseCase } from "../../control-plane/src/registry/use-cases/life-cycle/transition-use-case.use-case.js";
import { aModel } from "../builders/model.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";
import { runnerOn } from "../fakes/run-on.js";

const database = useDatabase();
const system = systemActor("test");
const ports = pgRegistryPorts();
let planted: SampleTree | undefined;
const tree = async (): Promise<SampleTree> => (planted ??= await plantTree(database));
const runner = () => runnerOn(database);

const anActor = (organisationId: string, role: Role): PersonActor => ({
  kind: "person",
  id: systemIds.next(),
  name: "Camille",
  memberships: [{ organisationId, role }],
  contractor: false,
  mfa: true,
});

const declaration = {
  name: "Langage clair",
  description: "Réécrit les courriers.",
  labels: ["internal"],
  serviceClass: "interactive",
  maxOutputTokens: 1024,
  decisionRole: "assist",
  affectsIndividuals: false,
  staffEffect: "augmentation",
  ownerEmail: "owner@economie.example",
  oversight: "Chaque courrier est relu et signé par un agent.",
};

const makeWorld = async (): Promise<RegistryWorld> => ({
  ports,
  tree: await tree(),
  newId: () => systemIds.next(),
  run: (work) => database.write(system, work),
});
registryPortsBehaviour("PostgreSQL", makeWorld);
recordStoresBehaviour("PostgreSQL", makeWorld);

describe("the registry behind row-level security and roles", () => {
  it("hides a ministry's use cases from another, yet gives two of one name two slugs", async () => {
    const { economie, culture } = await tree();
    const [here, there] = [anActor(economie, "declarant"), anActor(culture, "declarant")];
    const declared = [
      await runner().run(here, declareUseCase(ports), { ...declaration, organisationId: economie }),
      await runner().run(there, declareUseCase(ports), { ...declaration, organisationId: culture }),
    ];
    expect(declared).toMatchObject([
      { ok: true, value: { slug: "langage-clair" } },
      { ok: true, value: { slug: "langage-clair-2" } },
    ]);
    const seen = await runner().read(there, (ctx) => ports.useCases.findBySlug(ctx, "langage-clair"));
    expect(seen).toBeNull();
    const elsewhere = await runner().run(there, declareUseCase(ports), { ...declaration, organisationId: economie });
    expect(elsewhere).toMatchObject({ ok: false });
  });

  it("lets a validator of the ministry qualify what somebody else declared, once for each version", async () => {
    const { economie, culture } = await tree();
    const declarant = anActor(economie, "declarant");
    const declared = await runner().run(declarant, declareUseCase(ports), { ...declaration, organisationId: economie });
    if (!declared.ok) throw new Error(declared.refusal.message);
    const move = { id: declared.value.id, to: "qualified", reason: "Relu", version: 1 };
    const both: PersonActor = { ...declarant, memberships: [{ organisationId: economie, role: "validator" }] };
    const attempts = [
      await runner().run(declarant, transitionUseCase(ports, "validate"), move),
      await runner().run(both, transitionUseCase(ports, "validate"), move),
      await runner().run(anActor(culture, "validator"), transitionUseCase(ports, "validate"), move),
      await runner().run(anActor(economie, "validator"), transitionUseCase(ports, "validate"), move),
      await runner().run(anActor(economie, "validator"), transitionUseCase(ports, "validate"), move),
    ];
    expect(attempts.map((attempt) => (attempt.ok ? attempt.value.state : attempt.refusal.kind))).toEqual([
      "Forbidden",
      "Forbidden",
      "NotFound",
      "qualified",
      "Conflict",
    ]);
  });
});

describe("keys", () => {
  it("leave no trace of their clear text in the database", async () => {
    const { economie } = await tree();
    const fixed = "socle_a-fixed-local-key-of-the-seed-file";
    const useCase = { ...declaration, slug: "courrier", organisationId: economie, state: "deployed" };
    await expect(runner().run(system, registryUseCases.importUseCase, useCase)).resolves.toMatchObject({ ok: true });
    const imported = await runner().run(system, registryUseCases.importApplication, {
      slug: "courrier",
      name: "Courrier",
      environment: "production",
      useCase: "courrier",
      keys: [{ secret: fixed }],
    });
    if (!imported.ok) throw new Error(imported.refusal.message);
    const [declarant, validator] = [anActor(economie, "declarant"), anActor(economie, "validator")];
    const ask = { applicationId: imported.value.id, validDays: 30, reason: "Mise en service" };
    const request = await runner().run(declarant, requestKey(ports), ask);
    if (!request.ok) throw new Error(request.refusal.message);
    const { id } = request.value;
    await runner().run(validator, validateKeyRequest(ports), { id, version: 1 });
    const tooSoon = await runner().run(declarant, issueKey(ports), { id, version: 2 });
    expect(tooSoon).toMatchObject({ refusal: { code: "key_request.no_step" } });
    const ownBody = anActor(economie, "ariane_operator");
    expect(await runner().run(ownBody, approveKeyRequest(ports), { id, version: 2 })).toMatchObject({
      refusal: { code: "organisation.own" },
    });
    const { ariane } = await tree();
    await runner().run(anActor(ariane, "ariane_operator"), approveKeyRequest(ports), { id, version: 2 });
    const issued = await runner().run(declarant, issueKey(ports), { id, version: 3 });
    if (!issued.ok) throw new Error(issued.refusal.message);
    expect(issued.value.secret).toMatch(/^socle_[A-Za-z0-9_-]{43}$/);
    const stored = await database.write(system, (ctx) =>
      rowsOf(
        ctx,
        `SELECT json_agg(api_key) AS rows FROM api_key UNION ALL SELECT json_agg(use_case_event)
        FROM use_case_event UNION ALL SELECT json_agg(governance_event) FROM governance_event`,
      ),
    );
    const text = JSON.stringify(stored);
    expect(text).toContain(issued.value.key.hash);
    for (const secret of [issued.value.secret, fixed]) expect(text).not.toContain(secret.slice("socle_".length + 6));
  });

  it("are taken back by an import of the export, once", async () => {
    const before = await database.transactions.read(system, exportRegistry);
    const courrier = before.applications.find(({ slug }) => slug === "courrier");
    expect(courrier?.keys).toHaveLength(2);
    for (const _ of [1, 2])
      expect(await runner().run(system, registryUseCases.importApplication, courrier)).toMatchObject({ ok: true });
    const after = await database.transactions.read(system, exportRegistry);
    expect(after).toEqual(before);
  });
});

describe("what schedulers are told of models", () => {
  it("is those that answer, with the end of those that are leaving", async () => {
    const announced = { announcedAt: new Date("2026-09-01T00:00:00Z"), endsAt: new Date("2026-12-31T00:00:00Z") };
    const [stays, leaves, gone, proposed] = ["stays", "leaves", "gone", "proposed"].map((name) =>
      aModel({ id: systemIds.next(), name: `told-${name}` }),
    );
    if (!stays || !leaves || !gone || !proposed) throw new Error("four models are planted");
    const sunset = { ...announced, replacementId: stays.id, reason: "Remplacé" };
    const told = await database.write(system, async (ctx) => {
      await ports.models.insert(ctx, stays);
      await ports.models.insert(ctx, { ...leaves, state: "deprecated", sunset });
      await ports.models.insert(ctx, { ...gone, state: "retired", sunset });
      await ports.models.insert(ctx, { ...proposed, state: "proposed" });
      await ports.models.saveAlias(ctx, { name: "told-alias", modelId: gone.id });
      return registrySnapshotSource(ctx);
    });
    const about = told.models.filter(({ name }) => name.startsWith("told-"));
    const end = { announcedAt: announced.announcedAt.getTime(), endsAt: announced.endsAt.getTime() };
    expect(about.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      expect.objectContaining({ id: leaves.id, sunset: { ...end, replacement: "told-stays" } }),
      expect.objectContaining({ id: stays.id, name: "told-stays", publisher: "Mistral AI", contextWindow: 32_768 }),
    ]);
    expect(told.aliases.map(({ name }) => name)).not.toContain("told-alias");
  });
});
