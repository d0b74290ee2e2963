import { addDays, INCIDENT_PATH, parisDay } from "@socle/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { deskScene, type DeskScene } from "../builders/desk-scene.js";
import { DECLARED_DOSSIER } from "../builders/standing.builder.js";
import { useDatabase } from "../fakes/database.js";
import { internalCall } from "../fakes/internal-call.js";
import { runOn } from "../fakes/run-on.js";
import type { SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const TODAY = parisDay(new Date());
const DAY_MS = 86_400_000;
const SAID = `__typename ... on Refusal { code } ... on InvalidInput { issues { path } }
  ... on GuardRefusal { conditions { code met } }
  ... on Incident { id version state suspendedAt clock { state days dueAt } bound findings { harm found }
    measures { text } next providerNotice notices { to name } }`;

let scene: DeskScene;
let declarant: SignedIn;
let compliance: SignedIn;
let elsewhere: SignedIn;

beforeAll(async () => {
  scene = await deskScene(database, { dossier: { ...DECLARED_DOSSIER, aiActClass: "high" } });
  const { tree, as } = scene;
  declarant = await as("declarant", tree.dgfip);
  compliance = await as("compliance", tree.etat);
  elsewhere = await as("declarant", tree.culture);
});
afterAll(() => scene?.socle.stop());

const ago = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();
const declare = (
  harms: string,
  awareAt = ago(0),
  title = "Réponses discriminatoires",
) => `mutation { it: declareIncident(input: {
  useCaseId: "${scene.useCaseId}", harms: [${harms}], title: "${title}",
  description: "Des demandeurs écartés", awareAt: "${awareAt}" }) { ${SAID} } }`;
const act = (verb: string, { id, version }: { id: string; version: number }, fields: string) =>
  `mutation { it: ${verb}(input: { id: "${id}", version: ${version}, ${fields} }) { ${SAID} } }`;

describe("an incident", () => {
  it("shows the clock of its kind, from the day of knowledge", async () => {
    const shown = await scene.ask(declarant, declare("DEATH"));
    expect(shown).toMatchObject({ state: "OPEN", clock: { state: "RUNNING", days: 10 } });
    const { dueAt } = shown.clock as { readonly dueAt: string };
    expect(parisDay(new Date(Date.parse(dueAt) - 1))).toBe(addDays(TODAY, 10));
    expect(await scene.ask(declarant, declare("CRITICAL_INFRASTRUCTURE", ago(4)))).toMatchObject({
      clock: { state: "OVERDUE", days: 2 },
    });
    expect(await scene.ask(declarant, declare(""))).toMatchObject({ clock: { state: "NONE", dueAt: null } });
    expect(await scene.ask(declarant, declare("DEATH", ago(-1)))).toMatchObject({ issues: [{ path: "awareAt" }] });
  });

  it("is found by its term, the most urgent first", async () => {
    const list = `{ it: incidents(sort: DUE, first: 1) { edges { node { clock { state } } } } }`;
    expect(await scene.ask(compliance, list)).toEqual({ edges: [{ node: { clock: { state: "OVERDUE" } } }] });
  });

  it("is followed by its ministry and closed by the compliance cell, once what is due went out", async () => {
    const declared = await scene.ask(declarant, declare("FUNDAMENTAL_RIGHTS"));
    const move = (of: typeof declared, to: string) => act("moveIncident", of, `to: ${to}, reason: "Suite donnée"`);
    const investigating = await scene.ask(declarant, move(declared, "INVESTIGATING"));
    const measured = await scene.ask(declarant, act("recordMeasure", investigating, 'measure: "Retour arrière"'));
    const mitigated = await scene.ask(declarant, move(measured, "MITIGATED"));
    expect(mitigated).toMatchObject({ state: "MITIGATED", next: ["INVESTIGATING", "CLOSED"] });
    expect(await scene.ask(declarant, move(mitigated, "CLOSED"))).toMatchObject({ code: "role.missing" });
    expect(await scene.ask(compliance, move(mitigated, "CLOSED"))).toMatchObject({
      conditions: [
        { code: "incident.measured", met: true },
        { code: "incident.notified_in_full", met: false },
        { code: "incident.provider_informed", met: false },
        { code: "incident.use_suspended", met: true },
      ],
    });
    const notify = (at: string) =>
      act("notifyIncident", mitigated, `at: "${at}", authority: "CNIL", reference: "N-12", interim: false`);
    expect(await scene.ask(declarant, notify(ago(30)))).toMatchObject({ issues: [{ path: "at" }] });
    const notified = await scene.ask(declarant, notify(new Date().toISOString()));
    expect(notified).toMatchObject({ clock: { state: "NOTIFIED" }, providerNotice: "DUE" });
    const inform = `to: PROVIDER, name: "Éditeur", at: "${new Date().toISOString()}", reference: "Courriel", risk: false`;
    expect(await scene.ask(elsewhere, act("informOfIncident", notified, inform))).toMatchObject({
      code: "incident.not_found",
    });
    const informed = await scene.ask(declarant, act("informOfIncident", notified, inform));
    expect(informed).toMatchObject({ providerNotice: "GIVEN", notices: [{ to: "PROVIDER", name: "Éditeur" }] });
    expect(await scene.ask(compliance, move(informed, "CLOSED"))).toMatchObject({ state: "CLOSED", next: [] });
  });

  it("gets a shorter term by whoever finds a harm, and a longer one by somebody else of the compliance cell alone", async () => {
    const declared = await scene.ask(declarant, declare(""));
    const found = (verb: string, of: typeof declared, harms: string) =>
      act(verb, of, `harms: [${harms}], reason: "Vérifié sur place"`);
    const serious = await scene.ask(declarant, found("addIncidentHarms", declared, "WIDESPREAD_INFRINGEMENT, HEALTH"));
    expect(serious).toMatchObject({ version: 2, clock: { state: "RUNNING", days: 2 } });
    expect(await scene.ask(declarant, found("requalifyIncident", serious, "HEALTH"))).toMatchObject({
      code: "role.missing",
    });
    const by = await scene.ask(compliance, found("addIncidentHarms", serious, "DEATH"));
    expect(await scene.ask(compliance, found("requalifyIncident", by, "HEALTH"))).toMatchObject({
      conditions: [{ code: "withdrawer_is_apart", met: false }],
    });
    const second = await scene.as("compliance", scene.tree.etat);
    expect(await scene.ask(second, found("requalifyIncident", by, "HEALTH"))).toMatchObject({
      version: 4,
      clock: { state: "RUNNING", days: 15 },
      findings: [
        { harm: "HEALTH", found: true },
        { harm: "WIDESPREAD_INFRINGEMENT", found: true },
        { harm: "DEATH", found: true },
        { harm: "DEATH", found: false },
        { harm: "WIDESPREAD_INFRINGEMENT", found: false },
      ],
    });
  });

  it("is bound by article 73 unless the file of its use case says that the system is not high-risk", async () => {
    const classed = (name: string) =>
      database.write(systemActor("test"), (ctx) =>
        rowsOf(
          ctx,
          `UPDATE use_case SET dossier = jsonb_set(dossier, '{aiActClass}', to_jsonb($2::text)) WHERE id = $1 RETURNING id`,
          [scene.useCaseId, name],
        ),
      );
    await classed("minimal");
    expect(await scene.ask(declarant, declare("DEATH"))).toMatchObject({ bound: false, clock: { state: "NONE" } });
    await classed("high");
    expect(await scene.ask(declarant, declare("DEATH"))).toMatchObject({ bound: true, clock: { state: "RUNNING" } });
  });

  it("reported by an application waits for a person, is declared once for one key, and never for another's use case", async () => {
    const app = await runOn(database, systemActor("test"), registryUseCases.importApplication, {
      ...{ useCase: "courriers", slug: "appli", name: "Appli", environment: "production" },
    });
    const said = { title: "Barème périmé", description: "Vu par l'appli", harms: ["health"] };
    const report = { replica: "r1", applicationId: app.id, key: "report-0001", said };
    const tell = (fields: object, replica = "r1") =>
      internalCall(scene.socle, replica, INCIDENT_PATH, { ...report, ...fields });
    const told = await tell({});
    expect(told.status).toBe(201);
    expect(await tell({})).toEqual(told);
    const { id } = told.body as { readonly id: string };
    expect(await scene.ask(declarant, `{ it: incident(id: "${id}") { state kind clock { state } next } }`)).toEqual({
      ...{ state: "REPORTED", kind: "OTHER_SERIOUS", clock: { state: "RUNNING" }, next: ["OPEN"] },
    });
    const confirm = act("moveIncident", { id, version: 1 }, 'to: OPEN, reason: "Vérifié"');
    expect(await scene.ask(elsewhere, confirm)).toMatchObject({ code: "incident.not_found" });
    expect(await scene.ask(declarant, confirm)).toMatchObject({ state: "OPEN" });
    expect((await tell({ said: { ...said, title: "Autre" } })).status).toBe(409);
    expect((await tell({ said: { ...said, harms: ["boredom"] } })).status).toBe(400);
    expect((await tell({ said: { ...said, useCaseId: "x" } })).status).toBe(400);
    expect((await tell({ applicationId: scene.useCaseId })).status).toBe(409);
    expect((await tell({}, "r2")).status).toBe(403);
  });

  it("is another ministry's secret", async () => {
    const declared = await scene.ask(declarant, declare("DEATH"));
    expect(await scene.ask(elsewhere, "{ it: incidents { edges { node { id } } } }")).toEqual({ edges: [] });
    const { data } = await elsewhere.graphql(`{ incident(id: "${declared.id}") { title } }`);
    expect(data).toEqual({ incident: null });
    expect(await scene.ask(elsewhere, act("recordMeasure", declared, 'measure: "Rien"'))).toMatchObject({
      code: "incident.not_found",
    });
  });

  it("suspends its use case, as suspension does anywhere, and keeps both in the journal", async () => {
    const declared = await scene.ask(declarant, declare("DEATH"));
    const suspend = act("suspendForIncident", declared, 'reason: "Risque pour les personnes"');
    expect(await scene.ask(declarant, suspend)).toMatchObject({ code: "role.missing" });
    expect(await scene.ask(compliance, suspend)).toMatchObject({
      suspendedAt: expect.any(String) as unknown,
      measures: [{ text: "Risque pour les personnes" }],
    });
    await scene.snapshotWith((each) => each.useCases.some(({ state }) => state === "suspended"));
    const events = await database.write(systemActor("test"), (ctx) =>
      rowsOf<{ use_case: string; subject_type: string }>(
        ctx,
        `SELECT use_case, subject_type FROM governance_event WHERE data ->> 'reason' = 'Risque pour les personnes' ORDER BY id`,
      ),
    );
    expect(events).toEqual([
      { use_case: "compliance.suspend-for-incident", subject_type: "Incident" },
      { use_case: "registry.suspend-use-case", subject_type: "UseCase" },
    ]);
    const again = await scene.ask(declarant, declare("DEATH"));
    expect(await scene.ask(compliance, act("suspendForIncident", again, 'reason: "Encore"'))).toMatchObject({
      __typename: "Conflict",
    });
  });
});

describe("what waits at the desk", () => {
  const tasksOf = async (who: SignedIn) => {
    const { data } = await who.graphql<{ tasks: { kind: string; detail: string }[] }>("{ tasks { kind detail } }");
    return [...new Set((data?.tasks ?? []).map(({ kind }) => kind))];
  };

  it("is on the home page of whoever it waits for, and of nobody else", async () => {
    const validator = await scene.as("validator", scene.tree.economie);
    const rule = "sovereignty/sren31-secnumcloud";
    await scene.ask(
      declarant,
      `mutation { it: requestDerogation(input: { useCaseId: "${scene.useCaseId}", rule: "${rule}", motive: "Aucune offre",
        guarantees: "Chiffrement", notice: "Transitoire", startsOn: "${TODAY}", endsOn: "${addDays(TODAY, 20)}" }) { __typename } }`,
    );
    await scene.ask(
      declarant,
      `mutation { it: draftAssessment(input: { useCaseId: "${scene.useCaseId}", reference: "Note", sren: {
        sensitiveByNature: false, sensitiveByUse: false, harms: [], reasoning: "Rien de secret" } }) { __typename } }`,
    );
    await scene.ask(
      declarant,
      `mutation { it: askQuestion(input: { organisationId: "${scene.tree.dgfip}", topic: TECHNICAL, title: "Journaux",
        question: "Combien de temps ?" }) { __typename } }`,
    );
    expect(await tasksOf(validator)).toEqual(
      expect.arrayContaining([
        "derogation.endorse",
        "assessment.conclude",
        "incident.notify",
        "incident.inform_provider",
      ]),
    );
    expect(await tasksOf(compliance)).toEqual(expect.arrayContaining(["question.answer", "incident.notify"]));
    expect(await tasksOf(compliance)).not.toContain("derogation.endorse");
    expect(await tasksOf(declarant)).not.toContain("assessment.conclude");
    const desk = /^(?:question|doctrine|derogation|assessment|review|incident)\./u;
    expect((await tasksOf(elsewhere)).filter((kind) => desk.test(kind))).toEqual([]);
    expect((await tasksOf(validator)).filter((kind) => desk.test(kind))).not.toEqual([]);
  });
});
