import { USAGE_PATH, type RequestRecordV1 } from "@socle/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { grantAllocation, setBudget, settleUsage } from "../../control-plane/src/allocation/index.js";
import { capacityUseCases } from "../../control-plane/src/capacity/index.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { roadmapsUseCases } from "../../control-plane/src/roadmaps/index.js";
import { aRecord } from "../builders/request-record.builder.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { internalCall } from "../fakes/internal-call.js";
import { runOn } from "../fakes/run-on.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const system = systemActor("test");
const DAY = 86_400_000;
let scene: ServedScene;
let socle: TestControlPlane;

beforeAll(async () => {
  scene = await servedScene(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  const useCase = {
    description: "Réécrit les courriers en langage clair.",
    organisationId: scene.dgfip,
    labels: ["internal"],
    serviceClass: "interactive",
    maxOutputTokens: 512,
    decisionRole: "assist",
    affectsIndividuals: false,
    staffEffect: "augmentation",
    ownerEmail: "owner@economie.example",
    oversight: "Chaque courrier est relu et signé par un agent.",
  };
  const importOne = (fields: object) =>
    runOn(database, system, registryUseCases.importUseCase, { ...useCase, ...fields });
  await importOne({ slug: "neuf", name: "Neuf", state: "idea" });
  await importOne({ slug: "qualifie", name: "Qualifié", state: "qualified" });
  await importOne({ slug: "suspendu", name: "Suspendu", state: "suspended", suspendedFrom: "deployed" });
  const key = (secret: string, days: number) => ({ secret, expiresAt: new Date(Date.now() + days * DAY) });
  await runOn(database, system, registryUseCases.importApplication, {
    slug: "courrier-web",
    name: "Courrier web",
    environment: "production",
    useCase: "courrier",
    keys: [key("socle_first-key-of-the-home-page-specs", 12), key("socle_second-key-of-the-home-page-specs", 200)],
  });
  const reason = "Décision du comité du 2 mars";
  for (const [nodeId, amount] of [
    [scene.economie, 100],
    [scene.etat, 1000],
  ] as const) {
    await runOn(database, system, setBudget, { nodeId, unit: "token", period: "year", amount, reason });
  }
  const { dgfip: organisationId, useCaseId, applicationId } = scene;
  const path = { organisationId, useCaseId, applicationId, modelId: "" };
  const amounts = { amounts: { inputTokens: 83 }, leased: [] };
  const charge = { ...path, ...amounts, at: new Date() };
  await database.write(system, (ctx) => settleUsage(ctx, "r1", 1, [charge]));
});
afterAll(() => socle?.stop());

const signIn = (role: Parameters<typeof signedInAs>[2], organisationId: string) =>
  signedInAs(database, socle.origin, role, organisationId);
const tasksOf = async (who: SignedIn) => {
  const { data, ...rest } = await who.graphql<{ tasks: { kind: string; title: string; detail: string | null }[] }>(
    "{ tasks { kind title detail organisation { slug } } }",
  );
  if (data == null) throw new Error(JSON.stringify(rest));
  return data.tasks.map(({ kind, title }) => `${kind} ${title}`);
};

describe("tasks of each role", () => {
  it("wait for a ministry's validator, with keys and budgets that run out", async () => {
    expect(await tasksOf(await signIn("validator", scene.economie))).toEqual([
      "key.expiring Courrier web",
      "budget.nearly_spent economie",
      "use_case.validate Neuf",
      "use_case.suspended Suspendu",
    ]);
    expect(await tasksOf(await signIn("validator", scene.culture))).toEqual([]);
  });

  it("wait for the cells and for ARIANE over the whole tree", async () => {
    expect(await tasksOf(await signIn("ai_cell", scene.etat))).toEqual(["use_case.select Qualifié"]);
    expect(await tasksOf(await signIn("compliance", scene.etat))).toEqual(["use_case.suspended Suspendu"]);
    const operator = await signIn("ariane_operator", scene.ariane);
    expect(await tasksOf(operator)).toEqual(["budget.nearly_spent economie", "pool.unallocated Nubo"]);
    const rights = { nominal: 1, guarantee: 0, weight: 1, reason: "Décision du comité du 2 mars" };
    await runOn(database, system, grantAllocation, { poolId: scene.poolId, nodeId: scene.culture, ...rights });
    expect(await tasksOf(operator)).toEqual(["budget.nearly_spent economie"]);
  });

  it("wait for those who answer what bodies declared, and for those whose model ends", async () => {
    const declarant = await signIn("declarant", scene.dgfip);
    const send = async (who: SignedIn, type: string, mutation: string): Promise<string> => {
      const query = `mutation { it: ${mutation} { ... on Refusal { code message } ... on ${type} { id } } }`;
      const { data } = await who.graphql<{ it: { id?: string; code?: string } }>(query);
      if (data?.it.id === undefined) throw new Error(`${mutation}: ${JSON.stringify(data)}`);
      return data.it.id;
    };
    const body = `organisationId: "${scene.dgfip}"`;
    await send(
      declarant,
      "ShadowTool",
      `declareShadowTool(input: { ${body}, name: "Traducteur", vendor: "Éditeur", vendorCountry: "US", purpose: "Notes" })`,
    );
    await send(
      declarant,
      "TrainingDeclaration",
      `declareTraining(input: { ${body}, year: 2026, programme: "Premiers pas", audience: "Agents", trained: 12 })`,
    );
    const model = await send(
      declarant,
      "Model",
      `proposeModel(input: { ${body}, name: "candidat", publisher: "Éditeur", publisherCountry: "FR", licence: "MIT", contextWindow: 4096 })`,
    );
    const cell = await signIn("ai_cell", scene.etat);
    expect(await tasksOf(cell)).toContain("shadow_tool.answer Traducteur");
    const validator = await signIn("validator", scene.economie);
    expect(await tasksOf(validator)).toContain("training.validate Premiers pas, 2026");
    expect(await tasksOf(validator)).toContain("model.validate candidat");
    await send(validator, "Model", `validateModel(id: "${model}", reason: "Besoin réel")`);
    const operator = await signIn("ariane_operator", scene.ariane);
    expect(await tasksOf(operator)).toContain("model.decide candidat");

    const planned = await send(
      declarant,
      "Evaluation",
      `planEvaluation(input: { useCaseId: "${scene.useCaseId}", protocol: "Questionnaires", body: "LaborIA", independent: true })`,
    );
    await send(cell, "Evaluation", `beginEvaluation(id: "${planned}")`);
    expect(await tasksOf(cell)).toContain("evaluation.publish_independent Courrier clair");

    const sound = `{ weights: OPEN, format: NONE, runsIn: VENDOR_API, trainingOnInputs: NEVER, evalStatus: PASSED }`;
    await send(operator, "Model", `assessModel(id: "${model}", provenance: ${sound})`);
    await send(operator, "Model", `approveModel(id: "${model}", reason: "Utile")`);
    await runOn(database, system, registryUseCases.importUseCase, {
      ...{ slug: "dependant", name: "Dépendant", state: "deployed", organisationId: scene.dgfip },
      description: "Appelle un modèle.",
      ...{
        labels: ["internal"],
        serviceClass: "interactive",
        maxOutputTokens: 512,
        decisionRole: "assist",
        affectsIndividuals: false,
        staffEffect: "augmentation",
      },
      ...{ ownerEmail: "owner@economie.example", oversight: "Chaque texte est relu et signé par un agent." },
      dossier: { models: ["candidat"], evaluationDueOn: "2026-01-31" },
    });
    const ends = new Date(Date.now() + 120 * DAY).toISOString();
    await send(operator, "Model", `deprecateModel(input: { id: "${model}", endsAt: "${ends}", reason: "Ancien" })`);
    const waiting = await tasksOf(declarant);
    expect(waiting).toContain("model.ending Dépendant");
    expect(waiting).toContain("evaluation.due Dépendant");
  });

  it("wait for whoever writes, validates and reviews the answers to a campaign, and the roadmaps", async () => {
    const answers = { organisationId: scene.economie, declaredBy: undefined };
    const quantities = { "2027Q1_low": 1, "2027Q1_likely": 2, "2027Q1_high": 3 };
    const cells = {
      reference: "B-1",
      title: "Besoin",
      justification: "Utile",
      useCase: "courrier",
      profile: "batch",
      model: "m",
      ...quantities,
    };
    const need = {
      ...answers,
      cells: { ...cells, labels: ["internal"], criticality: 3, inputTokens: 1, outputTokens: 1 },
    };
    await runOn(database, system, capacityUseCases.importCampaign, {
      ...{ name: "Capacités 2027", kind: "capacity", state: "open", scope: [scene.economie, scene.culture] },
      ...{ opensAt: new Date(Date.now() - DAY), closesAt: new Date(Date.now() + 10 * DAY), reminderDays: [7] },
      ...{ firstQuarter: "2027Q1", quarterCount: 1 },
      declarations: [{ ...answers, state: "submitted", lines: [] }],
      needs: [{ ...need, state: "validated" }],
    });
    const line = { domain: "cloud", product: "P", vendor: "V", vendorCountry: "FR", annualCostEuros: 1 };
    const dependencies = [
      { line: { ...line, criticality: "low", deployment: "saas", essential: false, labels: [] }, actions: [] },
    ];
    const lines = { dependencies, plannedSpend: [], trajectory: [] };
    const roadmap = {
      organisationId: scene.economie,
      year: 2026,
      state: "submitted",
      submittedAt: new Date(),
      ...lines,
    };
    await runOn(database, system, roadmapsUseCases.importRoadmap, roadmap);

    const only = async (who: Promise<SignedIn>) =>
      (await tasksOf(await who)).filter((task) => /^(campaign|declaration|need|roadmap)\./.test(task));
    expect(await only(signIn("declarant", scene.culture))).toEqual([
      "campaign.answer Capacités 2027",
      "roadmap.open 2026",
    ]);
    expect(await only(signIn("declarant", scene.economie))).toEqual([]);
    expect(await only(signIn("validator", scene.economie))).toEqual(["declaration.validate Capacités 2027"]);
    expect(await only(signIn("validator", scene.culture))).toEqual([]);
    expect(await only(signIn("ariane_operator", scene.ariane))).toEqual([
      "need.review Capacités 2027",
      "roadmap.review 2026",
    ]);
    const { data } = await (
      await signIn("declarant", scene.culture)
    ).graphql<{ tasks: { kind: string; detail: string }[] }>("{ tasks { kind detail } }");
    expect(data?.tasks.find(({ kind }) => kind === "campaign.answer")?.detail).toBe("declaration.none need.none");
  });

  it("wait for the body and the cell where a refusal raised an alarm, until an incident says what became of it", async () => {
    const { dgfip: organisationId, useCaseId, applicationId, poolId } = scene;
    const refused = (sequence: number, code: string, silenced?: "shadow") => {
      const reason = { rule: "security/classified-refused", version: 1, effect: "deny", code } as const;
      const pools = [{ poolId, eligible: false, reasons: [{ ...reason, ...(silenced ? { silenced } : {}) }] }];
      const asked = { organisationId, useCaseId, applicationId, at: Date.now(), pools, endpoint: null };
      return aRecord(sequence, { ...asked, outcome: "refused", code: "policy.denied", status: 403 }, null);
    };
    const ship = (...records: readonly RequestRecordV1[]) =>
      internalCall(socle, "r1", USAGE_PATH, { replica: "r1", epoch: 1, records });
    const alarms = async (role: "validator" | "compliance" | "ai_cell", of: string) =>
      (await tasksOf(await signIn(role, of))).filter((task) => task.startsWith("alarm.look"));
    await ship(refused(1, "label.health_not_accepted"), refused(2, "label.classified", "shadow"));
    expect(await alarms("compliance", scene.etat)).toEqual([]);
    await ship(refused(3, "label.classified"), refused(4, "label.classified"));
    const told = await alarms("compliance", scene.etat);
    expect(told).toHaveLength(1);
    expect(await alarms("validator", scene.economie)).toEqual(told);
    expect(await alarms("validator", scene.culture)).toEqual([]);
    expect(await alarms("ai_cell", scene.etat)).toEqual([]);
    const declared = await (
      await signIn("declarant", scene.economie)
    ).graphql(
      `mutation { declareIncident(input: { useCaseId: "${useCaseId}",
        title: "Note classifiée", description: "Une note classifiée a été envoyée.", harms: [],
        occurredAt: "${new Date().toISOString()}", awareAt: "${new Date().toISOString()}" }) { __typename } }`,
    );
    expect(declared).toMatchObject({ data: { declareIncident: { __typename: "Incident" } } });
    expect(await alarms("compliance", scene.etat)).toEqual([]);
  });

  it("wait for nobody who only reads", async () => {
    expect(await tasksOf(await signIn("auditor", scene.etat))).toEqual([]);
    expect(await tasksOf(await signIn("committee", scene.etat))).toEqual([]);
  });
});
