import { beforeEach, describe, expect, it } from "vitest";
import { aUseCase } from "../../../../../test/builders/ai-use-case.builder.js";
import { sampleAnswers } from "../../../../../test/builders/desk.builder.js";
import { sampleRecords } from "../../../../../test/builders/registry-records.builder.js";
import { sampleOrganisations, TREE } from "../../../../../test/builders/registry-tree.js";
import { memoryRunner, type MemoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { memoryRegistryPorts } from "../../../../../test/fakes/memory/registry/memory-registry-ports.js";
import type { RegistryPorts } from "../../../registry/index.js";
import { memoryDeskPorts } from "../../../../../test/fakes/memory/compliance/desk/memory-desk-ports.js";
import type { DeskPorts } from "../../ports/desk/desk-ports.js";
import { concludeAssessment } from "./assessments/conclude-assessment.use-case.js";
import { draftAssessment } from "./assessments/draft-assessment.use-case.js";
import { answerQuestion } from "./counsel/answer-question.use-case.js";
import { askQuestion } from "./counsel/ask-question.use-case.js";
import { publishDoctrine } from "./counsel/publish-doctrine.use-case.js";
import { reviewUseCase } from "./counsel/review-use-case.use-case.js";
import { revokeDerogation } from "./derogations/close-derogation.use-case.js";
import { endorseDerogation } from "./derogations/endorse-derogation.use-case.js";
import { grantDerogation } from "./derogations/grant-derogation.use-case.js";
import { recordMarketSearch } from "./derogations/record-market-search.use-case.js";
import { withdrawMarketSearch } from "./derogations/withdraw-market-search.use-case.js";
import { requestDerogation } from "./derogations/request-derogation.use-case.js";
import { declareIncident } from "./incidents/declare-incident.use-case.js";
import { addIncidentHarms, requalifyIncident } from "./incidents/requalify-incident.use-case.js";
import { suspendForIncident } from "./incidents/suspend-for-incident.use-case.js";

const RULE = "sovereignty/sren31-secnumcloud";
const USE_CASE = "019a0000-0000-7000-8000-000000000001";
const paths = new Map([...sampleOrganisations].map(([id, { path }]) => [id, path]));
const rules = [{ id: RULE, reason: { fr: "", en: "" }, derogable: { by: ["minister"], maxMonths: 12 } }];
const person = (id: string): PersonActor => ({
  ...{ kind: "person", id, name: "Camille", memberships: [], contractor: false, mfa: true },
});

let memory: MemoryRunner;
let ports: DeskPorts & { readonly registry: RegistryPorts };

beforeEach(async () => {
  memory = memoryRunner();
  ports = {
    ...memoryDeskPorts(paths, new Map([["pool", "nubo"]]), rules),
    registry: memoryRegistryPorts(sampleOrganisations),
  };
  const ctx = memory.transactions.contextOf(person("test"));
  const useCase = aUseCase({ id: USE_CASE, organisationId: TREE.dgfip, state: "deployed", evidence: {} });
  await ports.registry.useCases.insert(ctx, useCase);
});

/** What it answers, or the code of its refusal. */
async function told<Input, Loaded, Output extends object>(
  who: string,
  useCase: UseCase<Input, Loaded, Output>,
  input: unknown,
): Promise<Partial<Output> & { readonly code?: string; readonly issues?: unknown }> {
  const result = await memory.runner.run(person(who), useCase, input);
  return result.ok ? result.value : (result.refusal as never);
}
const journal = () => memory.journal.events.map(({ useCase }) => useCase);
const useCaseNow = () => ports.registry.useCases.find(memory.transactions.contextOf(person("test")), USE_CASE);

describe("derogations", () => {
  const asked = {
    useCaseId: USE_CASE,
    rule: RULE,
    motive: "Aucune offre",
    guarantees: "Chiffrement",
    notice: "Transitoire",
  };
  const period = { startsOn: "2026-09-01", endsOn: "2027-08-31" };
  const decision = { authority: "minister", reference: "D-1", on: "2026-09-01" };

  it("keep the rule's authorities of the day they were asked for, and are read again when granted", async () => {
    const { id } = await told("a", requestDerogation(ports), { ...asked, ...period, poolId: "pool" });
    expect(await told("b", endorseDerogation(ports), { id, version: 1, decision })).toMatchObject({
      state: "endorsed",
    });
    const stricter = {
      ...ports,
      rules: { ...ports.rules, find: () => Promise.resolve({ ...rules[0]!, derogable: null }) },
    };
    expect(await told("c", grantDerogation(stricter), { id, version: 2, decisions: [] })).toMatchObject({
      issues: [{ path: "rule" }],
    });
    expect(await told("c", grantDerogation(ports), { id, version: 2, decisions: [] })).toMatchObject({
      state: "granted",
    });
    const ctx = memory.transactions.contextOf(person("anybody"));
    expect(await ports.notices.page(ctx, 5, null)).toMatchObject([{ derogationId: id, revokedAt: null }]);
    await told("c", revokeDerogation(ports), { id, version: 3, reason: "Offre qualifiée" });
    expect(await ports.notices.page(ctx, 5, null)).toMatchObject([{ revokedAt: memory.clock.now() }]);
  });

  const OLDER = "019a0000-0000-7000-8000-000000000002";
  const asks = async (startsOn: string, endsOn: string, useCaseId = USE_CASE) => {
    const { id, issues } = await told("a", requestDerogation(ports), { ...asked, useCaseId, startsOn, endsOn });
    if (id === undefined) return issues;
    await told("b", endorseDerogation(ports), { id, version: 1, decision: { ...decision, on: "2026-08-01" } });
    return (await told("c", grantDerogation(ports), { id, version: 2, decisions: [] })).state;
  };
  const searched = (fields: object) =>
    told("c", recordMarketSearch(ports), { useCaseId: USE_CASE, rule: RULE, reference: "Note 1", ...fields });

  it("end by the first acceptable offer, what runs already as well, and nobody is given another after it", async () => {
    expect(await asks("2026-08-20", "2027-08-19")).toBe("granted");
    expect(await searched({ offer: "Offre qualifiée", on: "2026-01-15" })).toMatchObject({ state: "standing" });
    const ctx = memory.transactions.contextOf(person("anybody"));
    expect(await ports.derogations.ofUseCases(ctx, [USE_CASE])).toMatchObject([
      { state: "granted", endsOn: "2027-01-14" },
    ]);
    expect(await ports.notices.page(ctx, 5, null)).toMatchObject([{ endsOn: "2027-01-14", revokedAt: null }]);
    expect(journal().slice(-2)).toEqual(["compliance.record-market-search", "compliance.shorten-derogation"]);
    expect(await asks("2027-01-15", "2027-01-15")).toMatchObject([{ path: "endsOn" }]);
    expect(await searched({ offer: "Autre offre", on: "2027-01-01" })).toMatchObject({ issues: [{ path: "on" }] });
  });

  it("are not chained without a search, by another use case that was merged either", async () => {
    const ctx = memory.transactions.contextOf(person("test"));
    const older = aUseCase({ id: OLDER, slug: "ancien", organisationId: TREE.dgfip, state: "deployed", evidence: {} });
    await ports.registry.useCases.insert(ctx, older);
    expect(await asks("2026-08-20", "2027-08-19", OLDER)).toBe("granted");
    ports = { ...ports, directory: { ...ports.directory, lineage: () => Promise.resolve([USE_CASE, OLDER]) } };
    expect(await asks("2027-08-20", "2027-08-20")).toMatchObject([{ path: "endsOn" }]);
    const none = await searched({ on: "2026-08-31" });
    expect(await asks("2027-08-20", "2027-08-30")).toBe("granted");
    expect(await told("c", withdrawMarketSearch(ports), { id: none.id, version: 1, reason: "Erreur" })).toMatchObject({
      code: "market_search.guard_unmet",
    });
    expect(await told("d", withdrawMarketSearch(ports), { id: none.id, version: 1, reason: "Erreur" })).toMatchObject({
      state: "withdrawn",
    });
    expect(await asks("2027-08-31", "2027-08-31")).toMatchObject([{ path: "endsOn" }]);
  });

  it.each([
    ["one day too long", { endsOn: "2027-09-01" }, { issues: [{ path: "endsOn" }] }],
    ["of a day that does not exist", { startsOn: "2026-02-30" }, { code: "input.invalid" }],
    ["from no rule in force", { rule: "security/none" }, { code: "rule.not_found" }],
    ["on no pool", { poolId: "elsewhere" }, { code: "pool.not_found" }],
    ["for no use case", { useCaseId: "none" }, { code: "use_case.not_found" }],
    ["without a motive", { motive: " " }, { code: "input.invalid" }],
  ])("are refused %s", async (_what, fields, refusal) => {
    expect(await told("a", requestDerogation(ports), { ...asked, ...period, ...fields })).toMatchObject(refusal);
    expect(journal()).toEqual([]);
  });
});

describe("assessments", () => {
  it("write on the file in one act, with both entries of the journal", async () => {
    const answers = { ...sampleAnswers.sren, sensitiveByUse: true, harms: ["public_order"] };
    const drafted = await told("a", draftAssessment(ports), {
      useCaseId: USE_CASE,
      kind: "sren",
      answers,
      reference: "Note 1",
    });
    expect((await useCaseNow())?.evidence).toEqual({});
    await told("b", concludeAssessment(ports), { id: drafted.id, version: 1 });
    expect(await useCaseNow()).toMatchObject({
      evidence: { sren_test: "Note 1 (éd. 1)" },
      labels: ["internal", "sren31"],
      state: "deployed",
    });
    expect(journal()).toEqual([
      "compliance.draft-assessment",
      "compliance.conclude-assessment",
      "registry.record-evidence",
    ]);
  });

  it.each([
    // An accreditation "until 31 May" covers the 31st.
    [undefined, "2029-06-01"],
    ["2028-01-15", "2028-01-15"],
    ["2035-01-01", "2029-06-01"],
  ])("are done again on a day, an accreditation on the day after its last at the latest: %s", async (reviewOn, day) => {
    const homologation = {
      useCaseId: USE_CASE,
      kind: "homologation",
      answers: sampleAnswers.homologation,
      reference: "H-1",
      reviewOn,
    };
    expect(await told("a", draftAssessment(ports), homologation)).toMatchObject({ reviewOn: day });
  });
});

describe("the consultation of staff", () => {
  const answers = { consultationRequired: true, consultedOn: "2026-05-12", reasoning: "Le travail des agents change." };
  const drafted = (given: object) =>
    told("a", draftAssessment(ports), {
      ...{ useCaseId: USE_CASE, kind: "staff_consultation", reference: "CSA 12", answers: given },
    });
  const concluded = async (given: object) => {
    const { id, version } = await drafted(given);
    return told("b", concludeAssessment(ports), { id, version });
  };

  it("is assessed from the record of what was said, and is a piece once a second person concluded", async () => {
    expect(await drafted(answers)).toMatchObject({ code: "input.invalid", issues: [{ path: "answers.consultedOn" }] });
    const ctx = memory.transactions.contextOf(person("test"));
    const record = sampleRecords(aUseCase({ id: USE_CASE, organisationId: TREE.dgfip }), () => "c1").consultation;
    await ports.registry.consultations.insert(ctx, { ...record, heldOn: "2026-05-12" });
    expect(await drafted({ ...answers, consultedOn: "2026-05-13" })).toMatchObject({ code: "input.invalid" });
    await drafted(answers);
    expect((await useCaseNow())?.evidence).toEqual({});
    await concluded(answers);
    expect((await useCaseNow())?.evidence).toEqual({ staff_consultation: "CSA 12 (éd. 1)" });
  });

  it("that need not be is another piece, which takes the place of one that was held", async () => {
    await concluded({ consultationRequired: false, consultedOn: null, reasoning: "Hors du champ du comité." });
    expect((await useCaseNow())?.evidence).toEqual({ consultation_waiver: "CSA 12 (éd. 1)" });
  });
});

describe("counsel", () => {
  it("draws doctrine that belongs to the State from a ministry's question, once", async () => {
    const question = { organisationId: TREE.dgfip, topic: "legal", title: "Santé", question: "Faut-il… ?" };
    const { id } = await told("a", askQuestion(ports), question);
    const publish = {
      questionId: id,
      version: 2,
      title: "Santé",
      question: "Quand ?",
      answer: "Quand…",
      rules: [RULE],
    };
    expect(await told("c", publishDoctrine(ports), { ...publish, version: 1 })).toMatchObject({
      code: "question.not_answered",
    });
    await told("b", answerQuestion(ports), { id, version: 1, answer: "Oui.", rules: [RULE] });
    expect(await told("c", publishDoctrine(ports), { ...publish, rules: [] })).toMatchObject({ code: "input.invalid" });
    expect(await told("c", publishDoctrine(ports), publish)).toMatchObject({
      organisationId: TREE.etat,
      rules: [RULE],
    });
    expect(await told("c", publishDoctrine(ports), { ...publish, version: 3 })).toMatchObject({
      code: "question.not_answered",
    });
  });

  it("keeps one standing review a use case", async () => {
    const favourable = { useCaseId: USE_CASE, opinion: "favourable", summary: "Conforme", conditions: [] };
    await told("c", reviewUseCase(ports), favourable);
    await told("c", reviewUseCase(ports), { ...favourable, opinion: "unfavourable" });
    const reviews = await ports.reviews.ofUseCases(memory.transactions.contextOf(person("test")), [USE_CASE]);
    expect(reviews.map(({ opinion, state }) => [opinion, state])).toEqual([
      ["unfavourable", "settled"],
      ["favourable", "superseded"],
    ]);
    expect(memory.journal.events.at(-1)?.event.data).toMatchObject({ before: "favourable", opinion: "unfavourable" });
  });
});

describe("incidents", () => {
  const incident = {
    ...{ useCaseId: USE_CASE, harms: [], title: "Lenteur", description: "Réponses lentes" },
    awareAt: new Date("2026-09-01T07:00:00Z"),
  };

  it("found more serious have another term from the day of knowledge, one version later, and keep who found it", async () => {
    const { id } = await told("a", declareIncident(ports), incident);
    const found = await told("a", addIncidentHarms(ports), { id, version: 1, harms: ["death"], reason: "Constaté" });
    expect(found).toMatchObject({
      ...{ version: 2, kind: "death", dueAt: new Date("2026-09-11T22:00:00Z") },
      findings: [{ by: "a", harm: "death", found: true, reason: "Constaté" }],
    });
    const less = { id, version: 2, harms: [], reason: "Erreur de personne" };
    expect(await told("a", requalifyIncident(ports), less)).toMatchObject({ code: "incident.guard_unmet" });
    expect(await told("b", requalifyIncident(ports), less)).toMatchObject({ kind: "not_serious", dueAt: null });
  });

  it("suspend their use case in the same act, and nothing when it cannot be", async () => {
    const { id } = await told("a", declareIncident(ports), incident);
    expect(await told("c", suspendForIncident(ports), { id, version: 1, reason: "Danger" })).toMatchObject({
      version: 2,
    });
    expect(await useCaseNow()).toMatchObject({ state: "suspended", suspendedFrom: "deployed" });
    expect(journal().slice(-2)).toEqual(["compliance.suspend-for-incident", "registry.suspend-use-case"]);
    expect(await told("c", suspendForIncident(ports), { id, version: 2, reason: "Encore" })).toMatchObject({
      code: "use_case.no_transition",
    });
    expect(await told("c", suspendForIncident(ports), { id, version: 1, reason: "Ancien" })).toMatchObject({
      code: "record.changed",
    });
  });
});
