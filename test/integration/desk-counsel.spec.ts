import { parisDay, addDays } from "@socle/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { deskScene, type DeskScene } from "../builders/desk-scene.js";
import { useDatabase } from "../fakes/database.js";
import type { SignedIn } from "../fakes/signed-in.js";
import { statementsDuring } from "../fakes/statement-counter.js";

const database = useDatabase();
const TODAY = parisDay(new Date());
const REFUSED = "__typename ... on Refusal { code } ... on InvalidInput { issues { path } }";

let scene: DeskScene;
let declarant: SignedIn;
let validator: SignedIn;
let compliance: SignedIn;
let cell: SignedIn;
let committee: SignedIn;
let ariane: SignedIn;
let elsewhere: SignedIn;

beforeAll(async () => {
  scene = await deskScene(database, {
    labels: ["internal", "personal"],
    affectsIndividuals: true,
    decisionRole: "prepare",
    staffEffect: "augmentation",
    dossier: {
      publicationCategory: "impactful",
      goal: "Orienter les demandes",
      rulesUrl: "https://regles.example",
      contactEmail: "courriers@economie.example",
    },
  });
  const { tree, as } = scene;
  declarant = await as("declarant", tree.dgfip);
  validator = await as("validator", tree.economie);
  compliance = await as("compliance", tree.etat);
  cell = await as("ai_cell", tree.etat);
  committee = await as("committee", tree.etat);
  ariane = await as("ariane_operator", tree.ariane);
  elsewhere = await as("declarant", tree.culture);
});
afterAll(() => scene?.socle.stop());

describe("a question", () => {
  const SAID = `${REFUSED} ... on ComplianceQuestion { id version state dueOn late answeredBy }`;
  const ask = (
    title: string,
    topic = "LEGAL",
  ) => `mutation { it: askQuestion(input: { organisationId: "${scene.tree.dgfip}",
    useCaseId: "${scene.useCaseId}", topic: ${topic}, title: "${title}", question: "Faut-il un hébergeur certifié ?" }) { ${SAID} } }`;

  it("is answered by whoever is competent, and gives doctrine that everybody finds without accents", async () => {
    const asked = await scene.ask(declarant, ask("Données de santé"));
    expect(asked).toMatchObject({ state: "OPEN", dueOn: addDays(TODAY, 15), late: false });
    const answer = (rule: string) => `mutation { it: answerQuestion(input: { id: "${asked.id}", version: 1,
      answer: "Oui, pour le compte d'un tiers.", rules: ["${rule}"] }) { ${SAID} } }`;
    expect(await scene.ask(declarant, answer("data-protection/health-hds"))).toMatchObject({ code: "role.missing" });
    expect(await scene.ask(ariane, answer("data-protection/health-hds"))).toMatchObject({
      code: "topic.not_technical",
    });
    expect(await scene.ask(cell, answer("no/such-rule"))).toMatchObject({ code: "rule.not_found" });
    expect(await scene.ask(cell, answer("data-protection/health-hds"))).toMatchObject({
      state: "ANSWERED",
      answeredBy: "ai_cell",
    });
    const publish = `mutation { it: publishDoctrine(input: { questionId: "${asked.id}", version: 2,
      title: "Hébergement des données de santé", question: "Quand ?", answer: "Pour le compte d'un tiers.",
      rules: ["data-protection/health-hds"] }) { ${REFUSED} ... on DoctrineNote { id version state } } }`;
    const questions = "{ it: complianceQuestions { edges { node { title } } } }";
    const one = `{ it: complianceQuestion(id: "${asked.id}") { title } }`;
    expect(await scene.ask(committee, questions)).toEqual({ edges: [] });
    expect(await scene.ask(committee, one)).toBeNull();
    expect(await scene.ask(cell, publish)).toMatchObject({ code: "role.missing" });
    const note = await scene.ask(compliance, publish);
    expect(note).toMatchObject({ state: "PUBLISHED" });
    const find = (filter: string) => `{ it: doctrine(filter: { ${filter} }) { edges { node { id } } } }`;
    const found = { edges: [{ node: { id: note.id } }] };
    for (const filter of ['search: "hebergement SANTE"', 'rule: "data-protection/health-hds"'])
      expect(await scene.ask(elsewhere, find(filter))).toEqual(found);
    expect(await scene.ask(elsewhere, find('search: "absente"'))).toEqual({ edges: [] });
    expect(await scene.ask(committee, find('search: "santé"'))).toEqual(found);
    // The question itself stays with the ministry and with those who answer; the committee reads what was published of it.
    const open = `{ it: complianceQuestions(filter: { states: ["open"] }) { edges { node { title } } } }`;
    expect(await scene.ask(elsewhere, questions)).toEqual({ edges: [] });
    expect(await scene.ask(committee, open)).toEqual({ edges: [] });
    for (const who of [committee, validator])
      expect(await scene.ask(who, questions)).toEqual({ edges: [{ node: { title: "Données de santé" } }] });
    const withdraw = `mutation { it: withdrawDoctrine(input: { id: "${note.id}", version: 1, reason: "Texte modifié" })
      { ${REFUSED} ... on DoctrineNote { id version state withdrawnReason } } }`;
    expect(await scene.ask(validator, withdraw)).toMatchObject({ code: "role.missing" });
    expect(await scene.ask(compliance, withdraw)).toMatchObject({ state: "WITHDRAWN" });
  });

  it("is answered by ARIANE when it is technical", async () => {
    const { id } = await scene.ask(declarant, ask("Taille de contexte", "TECHNICAL"));
    const answer = `mutation { it: answerQuestion(input: { id: "${id}", version: 1, answer: "32 768.", rules: [] }) { ${SAID} } }`;
    expect(await scene.ask(ariane, answer)).toMatchObject({ state: "ANSWERED" });
  });

  it("is asked for one's own body alone", async () => {
    expect(await scene.ask(elsewhere, ask("Ailleurs"))).toMatchObject({ code: "organisation.not_found" });
  });
});

describe("a review", () => {
  const SAID = `${REFUSED} ... on UseCaseReview { id version state opinion conditions { id late metOn } }`;
  const review = (opinion: string, conditions: string) => `mutation { it: reviewUseCase(input: {
    useCaseId: "${scene.useCaseId}", opinion: ${opinion}, summary: "Utile, à surveiller", conditions: [${conditions}] }) { ${SAID} } }`;

  it("has reserves with dates, which are met with a proof; a later one supersedes it", async () => {
    const condition = `{ text: "Publier l'évaluation", dueOn: "${addDays(TODAY, 30)}" }`;
    expect(await scene.ask(declarant, review("FAVOURABLE", ""))).toMatchObject({ code: "role.missing" });
    expect(await scene.ask(compliance, review("WITH_RESERVES", ""))).toMatchObject({
      issues: [{ path: "conditions" }],
    });
    const past = condition.replace(addDays(TODAY, 30), addDays(TODAY, -1));
    expect(await scene.ask(compliance, review("WITH_RESERVES", past))).toMatchObject({
      issues: [{ path: "conditions.0.dueOn" }],
    });
    const first = await scene.ask(compliance, review("WITH_RESERVES", condition));
    expect(first).toMatchObject({ state: "OPEN", conditions: [{ late: false, metOn: null }] });
    const [waiting] = first.conditions as readonly { readonly id: string }[];
    const meet = `mutation { it: meetReviewCondition(input: { reviewId: "${first.id}", version: 1,
      conditionId: "${String(waiting?.id)}", proof: "https://evaluation.example" }) { ${SAID} } }`;
    expect(await scene.ask(validator, meet)).toMatchObject({ code: "role.missing" });
    expect(await scene.ask(compliance, meet)).toMatchObject({ state: "SETTLED", conditions: [{ metOn: TODAY }] });
    await scene.ask(compliance, review("UNFAVOURABLE", ""));
    const seen = `{ it: useCase(id: "${scene.useCaseId}") { reviews { opinion state } } }`;
    expect(await scene.ask(declarant, seen)).toEqual({
      reviews: [
        { opinion: "UNFAVOURABLE", state: "SETTLED" },
        { opinion: "WITH_RESERVES", state: "SUPERSEDED" },
      ],
    });
    expect(await scene.ask(committee, seen)).toEqual({ reviews: [] });
  });
});

describe("an opinion of the committee", () => {
  const SAID = `${REFUSED} ... on CommitteeOpinion { id version state figures { name value } }`;

  it("is drafted by a member on counts alone, adopted by another, published by the cell, read by everybody", async () => {
    const other = await scene.as("committee", scene.tree.etat);
    const record = `mutation { it: recordOpinion(input: { number: "2026-1", title: "Sur les assistants",
      subject: "Assistants", text: "Le comité recommande…" }) { ${SAID} } }`;
    expect(await scene.ask(compliance, record)).toMatchObject({ __typename: "Forbidden" });
    const draft = await scene.ask(committee, record);
    expect(draft.figures).toContainEqual({ name: "use_cases.deployed", value: 1 });
    expect(await scene.ask(committee, record)).toMatchObject({ code: "opinion.exists" });
    const read = "{ it: committeeOpinions { edges { node { number } } } }";
    expect(await scene.ask(elsewhere, read)).toEqual({ edges: [] });
    expect(await scene.ask(committee, read)).toEqual({ edges: [{ node: { number: "2026-1" } }] });
    const publish = (version: number) =>
      `mutation { it: publishOpinion(id: "${draft.id}", version: ${version}) { ${SAID} } }`;
    expect(await scene.ask(compliance, publish(1))).toMatchObject({ code: "opinion.no_step" });
    const adopt = `mutation { it: adoptOpinion(input: { id: "${draft.id}", version: 1, adoptedOn: "${TODAY}",
      votes: { for: 8, against: 1, abstained: 2 } }) { ${SAID} } }`;
    for (const who of [compliance, committee])
      expect(await scene.ask(who, adopt)).toMatchObject({ __typename: "Forbidden" });
    expect(await scene.ask(other, adopt)).toMatchObject({ state: "ADOPTED" });
    expect(await scene.ask(compliance, publish(2))).toMatchObject({ state: "PUBLISHED" });
    expect(await scene.ask(elsewhere, read)).toEqual({ edges: [{ node: { number: "2026-1" } }] });
  });
});

describe("an assessment", () => {
  const SAID = `${REFUSED} ... on Assessment { id version state edition kind }`;
  const draft = (answers: string) => `mutation { it: draftAssessment(input: { useCaseId: "${scene.useCaseId}",
    reference: "Note 2026-14", ${answers} }) { ${SAID} } }`;
  const conclude = ({ id, version }: { id: string; version: number }) =>
    `mutation { it: concludeAssessment(id: "${id}", version: ${version}) { ${SAID} } }`;
  const file = () =>
    scene.ask(
      declarant,
      `{ it: useCase(id: "${scene.useCaseId}") { labels
    evidence { kind reference } dossier { aiActClass annexIii srenSensitive srenHarm dpiaSummary }
    assessmentStatus { kind standing } aiActDuties { code from late met } } }`,
    );
  const screening = (annexIii: string) => `screening: { role: "deployer", annexIii: ${annexIii}, profiling: false,
    facesUsers: true, generatesContent: false, recognisesPeople: false, reasoning: "Aide sociale" }`;

  it("is drafted by one, concluded by another, and then stands where guards and rules read", async () => {
    expect((await file()).assessmentStatus).toEqual([
      { kind: "AI_ACT_SCREENING", standing: "REQUIRED" },
      { kind: "FRIA", standing: "NOT_REQUIRED" },
      { kind: "DPIA", standing: "REQUIRED" },
      { kind: "SREN", standing: "REQUIRED" },
      { kind: "HOMOLOGATION", standing: "REQUIRED" },
      { kind: "STAFF_CONSULTATION", standing: "REQUIRED" },
    ]);
    const drafted = await scene.ask(declarant, draft(screening('"essential_services"')));
    expect(drafted).toMatchObject({ state: "DRAFT", edition: 1 });
    expect(await scene.ask(declarant, conclude(drafted))).toMatchObject({ code: "role.missing" });
    const both = await scene.as("validator", scene.tree.economie);
    expect(await scene.ask(both, conclude(drafted))).toMatchObject({ state: "DONE" });
    const shown = await file();
    expect(shown).toMatchObject({ dossier: { aiActClass: "HIGH", annexIii: "ESSENTIAL_SERVICES" } });
    expect(shown.assessmentStatus).toContainEqual({ kind: "FRIA", standing: "REQUIRED" });
    expect(shown.aiActDuties).toContainEqual({ code: "fria", from: "2027-12-02", met: false, late: false });
    const events = await database.write(systemActor("test"), (ctx) =>
      rowsOf<{ use_case: string }>(
        ctx,
        `SELECT use_case FROM governance_event WHERE subject_id IN ($1, $2) AND use_case <> 'registry.import-use-case'
         ORDER BY id`,
        [drafted.id, scene.useCaseId],
      ),
    );
    expect(events.map((event) => event.use_case)).toEqual(
      expect.arrayContaining([
        "compliance.draft-assessment",
        "compliance.conclude-assessment",
        "registry.record-evidence",
      ]),
    );
  });

  it("of article 31 raises the label when both criteria are met, in the very next snapshot", async () => {
    const sren = `sren: { sensitiveByNature: true, sensitiveByUse: false, harms: [PUBLIC_ORDER], reasoning: "Secret fiscal" }`;
    await scene.ask(validator, conclude(await scene.ask(declarant, draft(sren))));
    expect(await file()).toMatchObject({
      labels: ["internal", "personal", "sren31"],
      dossier: { srenSensitive: true, srenHarm: true },
      evidence: [{ kind: "SREN_TEST", reference: "Note 2026-14 (éd. 1)" }],
    });
    await scene.snapshotWith((each) => each.useCases.some(({ labels }) => labels.includes("sren31")));
  });

  it("is superseded by its next edition, and asked again by the compliance cell", async () => {
    const dpia = (summary: string) => `dpia: { required: true, reasoning: "Échelle", doneOn: "2026-08-01",
      dpoOpinion: "Favorable", summary: "${summary}" }`;
    const first = await scene.ask(declarant, draft(dpia("Résiduel faible")));
    const done = await scene.ask(validator, conclude(first));
    const question = (who: SignedIn, version: number) =>
      scene.ask(
        who,
        `mutation { it: questionAssessment(input: { id: "${first.id}", version: ${version}, reason: "Sans le tiers" }) { ${SAID} } }`,
      );
    expect(await question(validator, done.version)).toMatchObject({ code: "role.missing" });
    expect(await question(compliance, done.version)).toMatchObject({ state: "TO_REVIEW" });
    expect((await file()).assessmentStatus).toContainEqual({ kind: "DPIA", standing: "TO_REVIEW" });
    const second = await scene.ask(declarant, draft(dpia("Avec le tiers")));
    expect(second).toMatchObject({ edition: 2, state: "DRAFT" });
    const again = await scene.ask(declarant, draft(dpia("Avec le tiers, corrigé")));
    expect(again).toMatchObject({ id: second.id, version: 2 });
    expect(await scene.ask(validator, conclude(second))).toMatchObject({ code: "record.changed" });
    await scene.ask(validator, conclude(again));
    const shown = await file();
    expect(shown).toMatchObject({ dossier: { dpiaSummary: "Avec le tiers, corrigé" } });
    expect(shown.assessmentStatus).toContainEqual({ kind: "DPIA", standing: "DONE" });
  });

  it("ends by its day where requests are judged, and at once when the compliance cell questions it", async () => {
    const standing = (found: (standing: Record<string, unknown>) => boolean) =>
      scene.snapshotWith((each) =>
        each.useCases.some(({ id, standing }) => id === scene.useCaseId && found({ ...standing })),
      );
    const drafted = await scene.ask(
      declarant,
      draft(`reviewOn: "2031-01-01", dpia: { required: true, reasoning: "Échelle", doneOn: "2026-08-01",
        dpoOpinion: "Favorable", summary: "Pour cinq ans" }`),
    );
    const done = await scene.ask(validator, conclude(drafted));
    await standing(({ dpia, dpiaLapsesOn }) => dpia === true && dpiaLapsesOn === "2031-01-01");
    const question = `mutation { it: questionAssessment(input: { id: "${drafted.id}", version: ${done.version},
      reason: "Un tiers s'y ajoute" }) { ${SAID} } }`;
    expect(await scene.ask(compliance, question)).toMatchObject({ state: "TO_REVIEW" });
    await standing(({ dpia, dpiaLapsesOn }) => dpia === undefined && dpiaLapsesOn === undefined);
  });

  it("refuses answers that do not hold together, or values that no list has", async () => {
    const bad = screening('"essential_services"').replace(
      "profiling: false",
      'profiling: true, article63: "preparatory_task"',
    );
    expect(await scene.ask(declarant, draft(bad))).toMatchObject({ code: "input.invalid" });
    expect(await scene.ask(declarant, draft(screening('"somewhere"')))).toMatchObject({
      issues: [{ path: "annexIii" }],
    });
    expect(await scene.ask(declarant, draft(""))).toMatchObject({ issues: [{ path: "kind" }] });
    expect(await scene.ask(elsewhere, draft(screening("null")))).toMatchObject({ code: "use_case.not_found" });
  });
});

describe("registers", () => {
  it("export what a person sees, and name what is missing", async () => {
    const of = (register: string, format = "CSV") =>
      `{ it: registerExport(register: ${register}, format: ${format}) { fileName text entries missing { columns } } }`;
    const crpa = await scene.ask(compliance, of("CRPA_INVENTORY"));
    expect(crpa).toMatchObject({ entries: 1, fileName: `crpa-inventory-${TODAY}.csv` });
    expect(String(crpa.text).split("\r\n")[1]).toContain(
      "Courriers,economie,dgfip,courriers@economie.example,,en service",
    );
    expect(crpa.missing).toEqual([
      {
        columns: [
          ...["adresse_postale", "fondement_juridique", "donnees_et_sources", "parametres_et_ponderation"],
          ...["operations_effectuees", "voies_de_recours"],
        ],
      },
    ]);
    const annex = await scene.ask(compliance, of("ANNEX_VIII_C", "JSON"));
    expect(JSON.parse(String(annex.text))).toMatchObject([{ system: "Courriers", deployer_name: "dgfip" }]);
    expect(await scene.ask(elsewhere, of("CRPA_INVENTORY"))).toMatchObject({ entries: 0 });
  });

  it("say the explicit mention in the body's own words", async () => {
    const mention = await scene.ask(
      declarant,
      `{ it: useCase(id: "${scene.useCaseId}") { explicitMention { text missing } } }`,
    );
    expect(mention.explicitMention).toMatchObject({
      text: expect.stringContaining("Finalité du traitement : Orienter les demandes.") as unknown,
      missing: ["legalBasis", "dataSources", "parameters", "operations"],
    });
  });

  it("publish the inventory to everybody, each treatment under its own address, once it lacks nothing", async () => {
    const { version } = await scene.ask(declarant, `{ it: useCase(id: "${scene.useCaseId}") { version } }`);
    const link = (title: string) => `[{ title: "${title}", url: "https://textes.example" }]`;
    const amended = await scene.ask(
      declarant,
      `mutation { it: amendUseCase(input: { id: "${scene.useCaseId}", version: ${version}, reason: "Publication",
        dossier: { postalAddress: "1 rue inventée", legalBasis: ${link("Code")}, dataSources: ${link("Courriers reçus")},
          parameters: "Le sujet compte seul", operations: "Lit, range, propose", appealRoute: "Recours gracieux" } })
        { ${REFUSED} ... on UseCase { id version } } }`,
    );
    expect(amended).toMatchObject({ id: scene.useCaseId });
    const read = async (path: string) => {
      const answer = await fetch(`${scene.socle.origin}/algorithmes${path}`);
      return {
        status: answer.status,
        policy: answer.headers.get("content-security-policy"),
        text: await answer.text(),
      };
    };
    const page = await read("");
    expect(page).toMatchObject({ status: 200, policy: expect.stringContaining("default-src 'none'") as unknown });
    expect(page.text).toContain("Lit, range, propose");
    expect((await read("/courriers")).text).toContain("Commission d'accès aux documents administratifs");
    expect((await read("/nowhere")).status).toBe(404);
    const told = { nom: "Courriers", parametres_et_ponderation: "Le sujet compte seul" };
    for (const file of ["/inventaire.json", "/courriers.json"])
      expect(JSON.parse((await read(file)).text)).toMatchObject({
        mis_a_jour: TODAY,
        traitements: [{ adresse: expect.stringMatching(/\/algorithmes\/courriers$/u) as unknown, ...told }],
      });
  });
});

describe("lists", () => {
  it("ask no more statements for more rows", async () => {
    const query = `{ assessments { edges { node { id organisation { name } useCase { name } draftedBy concludedBy } } }
      useCaseReviews { edges { node { id organisation { name } useCase { name } } } } }`;
    // Jobs in the background send statements too: the least of several runs is the answer's own.
    const least = async (): Promise<number> => {
      const runs: number[] = [];
      for (let run = 0; run < 4; run += 1) runs.push(await statementsDuring(() => compliance.graphql(query)));
      return Math.min(...runs);
    };
    const few = await least();
    const more = 12;
    for (let number = 1; number <= more; number += 1)
      await scene.ask(
        compliance,
        `mutation { it: reviewUseCase(input: { useCaseId: "${scene.useCaseId}", opinion: FAVOURABLE, summary: "Avis ${number}",
          conditions: [], idempotencyKey: "review-${number}" }) { ${REFUSED} ... on UseCaseReview { id version } } }`,
      );
    // A statement for each row would be as many more, whatever the background sends.
    expect(await least()).toBeLessThan(few + more);
  });
});
