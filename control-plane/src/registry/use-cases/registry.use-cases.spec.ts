import { beforeEach, describe, expect, it } from "vitest";
import { aUseCase } from "../../../../test/builders/ai-use-case.builder.js";
import { sampleOrganisations, TREE } from "../../../../test/builders/registry-tree.js";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor, type Actor, type PersonActor } from "../../kernel/actor.js";
import type { UseCase } from "../../kernel/use-case.js";
import { memoryRegistryPorts } from "../../../../test/fakes/memory/registry/memory-registry-ports.js";
import type { AiUseCase } from "../domain/ai-use-case.js";
import type { Application } from "../domain/applications/application.js";
import type { RegistryPorts } from "../ports/registry-ports.js";
import { amendUseCase } from "./life-cycle/amend-use-case.use-case.js";
import { confirmChange, refuseChange, withdrawChange } from "./life-cycle/decide-change.use-case.js";
import { declareUseCase } from "./life-cycle/declare-use-case.use-case.js";
import { defineAlias } from "./models/define-alias.use-case.js";
import { importApplication } from "./applications/import-application.use-case.js";
import { importUseCase } from "./life-cycle/import-use-case.use-case.js";
import { expiryOf } from "../domain/applications/api-key.js";
import { approveKeyRequest } from "./applications/approve-key-request.use-case.js";
import { refuseKeyRequest, withdrawKeyRequest } from "./applications/close-key-request.use-case.js";
import { issueKey } from "./applications/issue-key.use-case.js";
import { requestKey } from "./applications/request-key.use-case.js";
import { rotateKey } from "./applications/rotate-key.use-case.js";
import { validateKeyRequest } from "./applications/validate-key-request.use-case.js";
import { recordEvidence } from "./life-cycle/record-evidence.use-case.js";
import { registerApplication } from "./applications/register-application.use-case.js";
import { importModel } from "./models/import-model.use-case.js";
import { revokeKey } from "./applications/revoke-key.use-case.js";
import { resumeUseCase } from "./life-cycle/resume-use-case.use-case.js";
import { suspendUseCase } from "./life-cycle/suspend-use-case.use-case.js";
import { transitionUseCase } from "./life-cycle/transition-use-case.use-case.js";

const person = (id: string): PersonActor => ({
  kind: "person",
  id,
  name: "Camille",
  memberships: [],
  contractor: false,
  mfa: true,
});
const system = systemActor("test");
const declaration = {
  name: "Langage clair",
  description: "Réécrit les courriers.",
  organisationId: TREE.economie,
  labels: ["internal"],
  serviceClass: "interactive",
  maxOutputTokens: 512,
  decisionRole: "assist",
  affectsIndividuals: false,
  staffEffect: "augmentation",
  ownerEmail: "owner@economie.example",
  oversight: "Chaque courrier est relu et signé par un agent.",
};
const model = {
  name: "mistral-small",
  publisher: "Mistral AI",
  publisherCountry: "FR",
  licence: "Apache-2.0",
  contextWindow: 32_768,
};

let memory: MemoryRunner;
let ports: RegistryPorts;
beforeEach(() => {
  memory = memoryRunner();
  ports = memoryRegistryPorts(sampleOrganisations);
});

const run = <Input, Loaded, Output>(
  useCase: UseCase<Input, Loaded, Output>,
  input: unknown,
  actor: Actor = person("p1"),
) => memory.runner.run(actor, useCase, input);
const ctx = () => memory.transactions.contextOf(system);

/** The change of a use case that waits, as whoever decides on it names it. */
async function waiting(useCaseId: string): Promise<{ id: string; right: "validate" | "select" }> {
  const found = (await ports.changes.ofUseCases(ctx(), [useCaseId])).find(({ state }) => state === "proposed");
  if (found === undefined) throw new Error("nothing waits");
  return { id: found.id, right: found.right };
}

async function planted(fields: Partial<AiUseCase>): Promise<{ useCase: AiUseCase; application: Application }> {
  const useCase = aUseCase({ organisationId: TREE.economie, ...fields });
  await ports.useCases.insert(ctx(), useCase);
  const application: Application = {
    id: "a1",
    slug: "courrier-web",
    name: "Courrier web",
    environment: "production",
    useCaseId: useCase.id,
    organisationId: useCase.organisationId,
    models: null,
    createdAt: memory.clock.now(),
  };
  await ports.applications.insert(ctx(), application);
  return { useCase, application };
}

describe("declaring", () => {
  it("starts an idea, names its declarant by id, and tells the journal", async () => {
    const declared = await run(declareUseCase(ports), { ...declaration, labels: ["internal", "internal"] });
    expect(declared).toMatchObject({
      ok: true,
      value: { state: "idea", version: 1, slug: "langage-clair", declaredBy: "p1", labels: ["internal"] },
    });
    expect(memory.journal.events).toMatchObject([
      { useCase: "registry.declare-use-case", event: { organisationId: TREE.economie, data: { to: "idea" } } },
    ]);
    expect(JSON.stringify(memory.journal.events)).not.toContain("owner@");
  });

  it.each(["decisionRole", "affectsIndividuals", "staffEffect"])(
    "has no usual value for %s: whoever declares says it",
    async (field) => {
      const silent = { ...declaration, [field]: undefined };
      expect(await run(declareUseCase(ports), silent)).toMatchObject({ ok: false, refusal: { code: "input.invalid" } });
      const imported = { ...silent, slug: "importe", state: "idea" };
      expect(await run(importUseCase(ports), imported, system)).toMatchObject({ ok: false });
    },
  );

  it("needs an organisation that exists", async () => {
    const refused = await run(declareUseCase(ports), { ...declaration, organisationId: "nowhere" });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "organisation.not_found" } });
  });
});

describe("moving", () => {
  it("refuses a decision on a version that has changed since", async () => {
    const { useCase } = await planted({ version: 4 });
    const move = { id: useCase.id, to: "qualified", reason: "Relu", version: 3 };
    expect(await run(transitionUseCase(ports, "validate"), move)).toMatchObject({
      ok: false,
      refusal: { kind: "Conflict", code: "use_case.changed" },
    });
  });

  it("merges what agents work with into another use case, and not into nothing", async () => {
    const { useCase } = await planted({ state: "deployed" });
    await ports.useCases.insert(ctx(), aUseCase({ id: "common", slug: "l-assistant", state: "generalised" }));
    const move = { id: useCase.id, to: "merged", reason: "Convergence", version: 1 };
    expect(await run(transitionUseCase(ports, "select"), move)).toMatchObject({
      refusal: { issues: [{ path: "intoId" }] },
    });
    expect(await run(transitionUseCase(ports, "select"), { ...move, intoId: "common" })).toMatchObject({
      ok: true,
      value: { state: "merged", mergedInto: "common" },
    });
  });

  it.each(["suspended", "idea"])("leaves %s to its own operations", async (to) => {
    const { useCase } = await planted({ state: "deployed" });
    const move = { id: useCase.id, to, reason: "Relu", version: 1 };
    expect(await run(transitionUseCase(ports, "validate"), move)).toMatchObject({
      ok: false,
      refusal: { code: "input.invalid", issues: [{ path: "to" }] },
    });
  });

  it("asks for the right of the target: one cannot select under the right to validate", async () => {
    const { useCase } = await planted({ state: "qualified" });
    const move = { id: useCase.id, to: "incubation", reason: "Retenu", version: 1 };
    expect(await run(transitionUseCase(ports, "validate"), move)).toMatchObject({ ok: false });
    expect(await run(transitionUseCase(ports, "select"), move)).toMatchObject({ ok: true });
  });

  it("takes a piece only from whoever provides its kind, and puts it on file once a second person confirms", async () => {
    const { useCase } = await planted({ state: "deployed" });
    const piece = { id: useCase.id, kind: "capacity_need", reference: "Besoin 2026-4", version: 1 };
    expect(await run(recordEvidence(ports, "update"), piece)).toMatchObject({ ok: false });
    expect(await run(recordEvidence(ports, "select"), piece)).toMatchObject({
      ok: true,
      value: { version: 1, evidence: useCase.evidence },
    });
    const decision = { ...(await waiting(useCase.id)), reason: "Bien vu" };
    expect(await run(confirmChange(ports, "select"), decision)).toMatchObject({
      ok: false,
      refusal: { code: "change.own" },
    });
    expect(await run(confirmChange(ports, "select"), decision, person("p2"))).toMatchObject({
      ok: true,
      value: { version: 2, evidence: { capacity_need: "Besoin 2026-4" } },
    });
  });

  it.each([
    ...["sren_test", "dpia", "fria", "homologation"],
    ...["evaluation", "independent_evaluation", "selection_score"],
  ])("takes %s from nobody: it follows from a record that two people made", async (kind) => {
    const { useCase } = await planted({ state: "deployed" });
    for (const right of ["update", "select"] as const)
      expect(
        await run(recordEvidence(ports, right), { id: useCase.id, kind, reference: "abc", version: 1 }),
      ).toMatchObject({ ok: false, refusal: { issues: [{ path: "kind" }] } });
  });
});

describe("changing what rules and guards read", () => {
  const deployed = { state: "deployed", dossier: { evaluationDueOn: "2021-01-01", exitPlan: "Plan" } } as const;
  const amendment = (id: string, version = 1) => ({
    ...{ id, version, reason: "Évaluation reportée", name: "Courrier clair" },
    dossier: { evaluationDueOn: "2031-01-01" },
  });

  it("waits for somebody else, who is told before and after; the rest is written at once", async () => {
    const { useCase } = await planted(deployed);
    const amended = await run(amendUseCase(ports), amendment(useCase.id));
    expect(amended).toMatchObject({
      ok: true,
      value: { version: 2, name: "Courrier clair", dossier: { evaluationDueOn: "2021-01-01" } },
    });
    const change = { field: "dossier.evaluationDueOn", before: "2021-01-01", after: "2031-01-01" };
    const decision = { ...(await waiting(useCase.id)), reason: "Accord" };
    for (const verb of [confirmChange, refuseChange])
      expect(await run(verb(ports, "validate"), decision)).toMatchObject({ ok: false });
    expect(await run(confirmChange(ports, "validate"), decision, person("p2"))).toMatchObject({
      ok: true,
      value: { version: 3, state: "deployed", dossier: { evaluationDueOn: "2031-01-01" } },
    });
    expect(memory.journal.events.map(({ useCase: act, event }) => [act, event.data.changes])).toEqual([
      ["registry.amend-use-case", [{ field: "name", before: useCase.name, after: "Courrier clair" }]],
      ["registry.propose-change", [change]],
      ["registry.confirm-change", [change]],
    ]);
    expect(await run(confirmChange(ports, "validate"), decision, person("p3"))).toMatchObject({ ok: false });
  });

  it("is refused, or taken back by its author alone, and then changes nothing", async () => {
    const { useCase } = await planted(deployed);
    const decide = async (verb: typeof refuseChange, who: string) => {
      await run(amendUseCase(ports), { ...amendment(useCase.id), name: null });
      return run(verb(ports, "validate"), { ...(await waiting(useCase.id)), reason: "Non" }, person(who));
    };
    expect(await decide(withdrawChange, "p2")).toMatchObject({ ok: false, refusal: { code: "change.own" } });
    expect(await decide(refuseChange, "p2")).toMatchObject({ ok: true });
    expect(await decide(withdrawChange, "p1")).toMatchObject({ ok: true });
    expect(await ports.useCases.find(ctx(), useCase.id)).toEqual(useCase);
  });

  it("is proposed again when the field was written meanwhile, and asks for the right that it names", async () => {
    const { useCase } = await planted(deployed);
    await run(amendUseCase(ports), amendment(useCase.id));
    const decision = { ...(await waiting(useCase.id)), reason: "Accord" };
    expect(await run(confirmChange(ports, "select"), { ...decision, right: "select" }, person("p2"))).toMatchObject({
      refusal: { code: "change.not_yours" },
    });
    const found = await ports.useCases.find(ctx(), useCase.id);
    if (found === null) throw new Error("gone");
    await ports.useCases.update(ctx(), {
      ...found,
      dossier: { ...found.dossier, evaluationDueOn: "2027-01-01" },
      version: found.version + 1,
    });
    expect(await run(confirmChange(ports, "validate"), decision, person("p2"))).toMatchObject({
      refusal: { code: "change.stale" },
    });
  });

  it("keeps addresses of people out of the journal", async () => {
    const { useCase } = await planted(deployed);
    await run(amendUseCase(ports), { id: useCase.id, version: 1, reason: "Départ", ownerEmail: "autre@dgfip.example" });
    await run(confirmChange(ports, "validate"), { ...(await waiting(useCase.id)), reason: "Bien vu" }, person("p2"));
    expect((await ports.useCases.find(ctx(), useCase.id))?.ownerEmail).toBe("autre@dgfip.example");
    expect(JSON.stringify(memory.journal.events)).not.toContain("@dgfip");
  });
});

describe("keys", () => {
  const asked = (environment = "production") => askedFor(environment, { state: "deployed" });
  async function askedFor(environment: string, fields: Partial<AiUseCase>) {
    const { useCase, application } = await planted(fields);
    await ports.applications.update(ctx(), { ...application, environment });
    const request = await run(requestKey(ports), { applicationId: application.id, validDays: 365, reason: "Essai" });
    if (!request.ok) throw new Error(request.refusal.message);
    return { useCase, application, request: request.value };
  }
  const on = (id: string, version: number) => ({ id, version });
  const unmet = (code: string) => ({
    refusal: {
      conditions: expect.arrayContaining([{ code, met: false, message: expect.any(String) as string }]) as unknown,
    },
  });

  it("are stood for by a second person and, in production, by ARIANE, then collected by who asked", async () => {
    const { request } = await asked();
    const { id } = request;
    expect(await run(issueKey(ports), on(id, 1))).toMatchObject({ refusal: { code: "key_request.no_step" } });
    expect(await run(approveKeyRequest(ports), on(id, 1), person("a"))).toMatchObject({
      refusal: { code: "key_request.no_step" },
    });
    expect(await run(validateKeyRequest(ports), on(id, 7), person("v"))).toMatchObject({
      refusal: { code: "record.changed" },
    });
    expect(await run(validateKeyRequest(ports), on(id, 1), person("v"))).toMatchObject({
      value: { state: "validated" },
    });
    expect(await run(approveKeyRequest(ports), on(id, 2), person("v"))).toMatchObject(
      unmet("key_request.approver_is_apart"),
    );
    expect(await run(approveKeyRequest(ports), on(id, 2), person("a"))).toMatchObject({ value: { state: "approved" } });
    expect(await run(issueKey(ports), on(id, 3), person("v"))).toMatchObject(unmet("key_request.own"));
    const issued = await run(issueKey(ports), on(id, 3));
    if (!issued.ok) throw new Error(issued.refusal.message);
    expect(issued.value.key.expiresAt).toEqual(new Date("2027-09-01T08:00:00Z"));
    expect(await run(issueKey(ports), on(id, 4))).toMatchObject({ refusal: { code: "key_request.no_step" } });
    expect(JSON.stringify(memory.journal.events)).not.toContain(issued.value.secret.slice(12));
  });

  it("outside production wait for the ministry alone, unless the application is one of production by then", async () => {
    const { application, request } = await asked("test");
    expect(await run(validateKeyRequest(ports), on(request.id, 1), person("v"))).toMatchObject({
      value: { state: "approved" },
    });
    await ports.applications.update(ctx(), { ...application, environment: "production" });
    expect(await run(issueKey(ports), on(request.id, 2))).toMatchObject(unmet("key_request.granted"));
    await ports.applications.update(ctx(), { ...application, environment: "test" });
    expect(await run(issueKey(ports), on(request.id, 2))).toMatchObject({ ok: true });
  });

  it("are not stood for by whoever declared the use case as it stands", async () => {
    const { request } = await askedFor("test", { state: "deployed", declaredBy: "v" });
    expect(await run(validateKeyRequest(ports), on(request.id, 1), person("v"))).toMatchObject(
      unmet("key_request.not_declarant"),
    );
  });

  it("come to nothing when they are refused, or taken back by who asked", async () => {
    const { request } = await asked();
    const close = { ...on(request.id, 1), reason: "Sans objet" };
    expect(await run(withdrawKeyRequest(ports), close, person("v"))).toMatchObject(unmet("key_request.own"));
    expect(await run(refuseKeyRequest(ports, "validate"), close, person("v"))).toMatchObject({
      value: { state: "refused", closedReason: "Sans objet" },
    });
    expect(await run(withdrawKeyRequest(ports), { ...close, version: 2 })).toMatchObject({
      refusal: { code: "key_request.no_step" },
    });
  });

  it("are issued while the use case runs, and not before, nor while it is suspended", async () => {
    const { useCase, request } = await askedFor("test", { state: "incubation" });
    await run(validateKeyRequest(ports), on(request.id, 1), person("v"));
    expect(await run(issueKey(ports), on(request.id, 2))).toMatchObject(unmet("use_case.running"));
    await ports.useCases.update(ctx(), { ...useCase, state: "experiment", version: 2 });
    await run(suspendUseCase(ports), { id: useCase.id, reason: "Plainte" });
    expect(await run(issueKey(ports), on(request.id, 2))).toMatchObject(unmet("use_case.running"));
    await run(resumeUseCase(ports), { id: useCase.id, reason: "Réglé" });
    expect(await run(issueKey(ports), on(request.id, 2))).toMatchObject({ ok: true });
  });

  it("last a year at most", async () => {
    const { application } = await planted({ state: "deployed" });
    for (const validDays of [0, 366, 1.5])
      expect(await run(requestKey(ports), { applicationId: application.id, validDays, reason: "Essai" })).toMatchObject(
        { ok: false },
      );
  });

  it("are rotated without growing: the new one ends when the former would have, the former within a week", async () => {
    const { request } = await asked("test");
    await run(validateKeyRequest(ports), on(request.id, 1), person("v"));
    const first = await run(issueKey(ports), on(request.id, 2));
    if (!first.ok) throw new Error(first.refusal.message);
    const { key } = first.value;
    const second = await run(rotateKey(ports), { keyId: key.id });
    expect(second).toMatchObject({ value: { key: { expiresAt: key.expiresAt } } });
    expect((await ports.applications.findKey(ctx(), key.id))?.expiresAt).toEqual(expiryOf(memory.clock.now(), 7));
    const revocation = { keyId: key.id, reason: "Publiée" };
    expect(await run(revokeKey(ports), revocation)).toMatchObject({ ok: true });
    expect(await run(revokeKey(ports), revocation)).toMatchObject({ ok: false, refusal: { kind: "Conflict" } });
    expect(await run(rotateKey(ports), { keyId: key.id })).toMatchObject({ refusal: { code: "key.over" } });
  });
});

describe("applications", () => {
  it("call models that exist, by name or alias", async () => {
    const { useCase } = await planted({ state: "deployed" });
    await run(importModel(ports), model);
    await run(defineAlias(ports), { name: "assistant", model: model.name });
    const register = (models: string[]) =>
      run(registerApplication(ports), { useCaseId: useCase.id, name: "Courrier", environment: "test", models });
    expect(await register(["assistant", model.name])).toMatchObject({ ok: true });
    expect(await register(["assistant", "gpt"])).toMatchObject({
      ok: false,
      refusal: { issues: [{ path: "models.1" }] },
    });
  });

  it("are not built on what has ended", async () => {
    const { useCase } = await planted({ state: "retired" });
    const input = { useCaseId: useCase.id, name: "Courrier", environment: "test" };
    expect(await run(registerApplication(ports), input)).toMatchObject({
      ok: false,
      refusal: { code: "application.use_case_ended" },
    });
  });
});

describe("names of models and aliases", () => {
  it("are one space, in which a model is corrected and an alias moved", async () => {
    await run(importModel(ports), model);
    expect(await run(importModel(ports), { ...model, licence: "MIT" })).toMatchObject({ ok: true });
    await run(importModel(ports), { ...model, name: "mistral-large" });
    await run(defineAlias(ports), { name: "assistant", model: "mistral-small" });
    await run(defineAlias(ports), { name: "assistant", model: "mistral-large" });
    expect(await run(defineAlias(ports), { name: "mistral-small", model: "mistral-large" })).toMatchObject({
      ok: false,
    });
    expect(await run(importModel(ports), { ...model, name: "assistant" })).toMatchObject({ ok: false });
    expect((await ports.models.all(ctx())).map(({ name, licence }) => [name, licence])).toEqual([
      ["mistral-large", "Apache-2.0"],
      ["mistral-small", "MIT"],
    ]);
  });
});

describe("importing", () => {
  const imported = { ...declaration, slug: "courrier", state: "deployed" };
  const application = { slug: "courrier-web", name: "Courrier web", environment: "production", useCase: "courrier" };

  it("is the same done twice, but for the version", async () => {
    const first = await run(importUseCase(ports), imported, system);
    const second = await run(importUseCase(ports), imported, system);
    if (!first.ok || !second.ok) throw new Error("an import was refused");
    expect(second.value).toEqual({ ...first.value, version: 2 });
    expect(await ports.useCases.events(ctx(), [first.value.id])).toHaveLength(1);
  });

  it("wants the state to come back to with a suspension, and only then", async () => {
    for (const bad of [
      { state: "suspended" },
      { suspendedFrom: "deployed" },
      { state: "suspended", suspendedFrom: "idea" },
    ])
      expect(await run(importUseCase(ports), { ...imported, ...bad }, system)).toMatchObject({
        ok: false,
        refusal: { issues: [{ path: "suspendedFrom" }] },
      });
    const good = { ...imported, state: "suspended", suspendedFrom: "deployed" };
    expect(await run(importUseCase(ports), good, system)).toMatchObject({ ok: true });
  });

  it("takes a key in clear or hashed, once, and for one application", async () => {
    await run(importUseCase(ports), imported, system);
    const secret = "socle_a-fixed-local-key-of-the-seed-file";
    const withKey = { ...application, keys: [{ secret }] };
    for (const _ of [1, 2]) expect(await run(importApplication(ports), withKey, system)).toMatchObject({ ok: true });
    const stored = await ports.applications.findBySlug(ctx(), "courrier-web");
    const keys = await ports.applications.keysOf(ctx(), [stored?.id ?? ""]);
    expect(keys).toMatchObject([{ prefix: "socle_a-fixe" }]);
    const hashed = { ...application, keys: keys.map(({ prefix, hash, expiresAt }) => ({ prefix, hash, expiresAt })) };
    expect(await run(importApplication(ports), hashed, system)).toMatchObject({ ok: true });
    expect(await ports.applications.keysOf(ctx(), [stored?.id ?? ""])).toHaveLength(1);
    expect(await run(importApplication(ports), { ...withKey, slug: "other" }, system)).toMatchObject({
      ok: false,
      refusal: { code: "key.taken" },
    });
  });
});
