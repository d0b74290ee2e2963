import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { pgRegistryPorts, registryUseCases } from "../../control-plane/src/registry/index.js";
import { aUseCase } from "../builders/ai-use-case.builder.js";
import { aDeclaration } from "../builders/declaration.js";
import { sampleRecords } from "../builders/registry-records.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { runOn } from "../fakes/run-on.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";
import { statementsDuring } from "../fakes/statement-counter.js";

const database = useDatabase();
const system = systemActor("test");
let tree: SampleTree;
let socle: TestControlPlane;
let common: string;
let declarant: SignedIn;
let validator: SignedIn;
let cell: SignedIn;
let ariane: SignedIn;

const imported = (fields: object): Promise<{ id: string }> =>
  runOn(database, system, registryUseCases.importUseCase, {
    ...aDeclaration,
    serviceClass: "interactive",
    decisionRole: "assist",
    affectsIndividuals: false,
    staffEffect: "augmentation",
    organisationId: tree.economie,
    ...fields,
  });

beforeAll(async () => {
  tree = await plantTree(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  common = (
    await imported({ slug: "l-assistant", name: "L'Assistant", state: "generalised", organisationId: tree.ariane })
  ).id;
  const as = (role: Parameters<typeof signedInAs>[2], organisationId: string) =>
    signedInAs(database, socle.origin, role, organisationId);
  declarant = await as("declarant", tree.economie);
  validator = await as("validator", tree.economie);
  cell = await as("ai_cell", tree.etat);
  ariane = await as("ariane_operator", tree.ariane);
});
afterAll(() => socle?.stop());

const REFUSED = "__typename ... on Refusal { code message }";
/** Sends one mutation whose result is a union, and gives back what it answered. */
async function told(who: SignedIn, mutation: string, type: string, fields: string): Promise<Record<string, unknown>> {
  const query = `mutation { it: ${mutation} { ${REFUSED} ... on ${type} { ${fields} } } }`;
  const { data, errors } = await who.graphql<{ it: Record<string, unknown> }>(query);
  expect(errors).toBeUndefined();
  return data?.it ?? {};
}

describe("a declared use case", () => {
  it("is amended on the version that was looked at, and says how complete it is", async () => {
    const { id } = await imported({ slug: "courriers", name: "Courriers", state: "idea" });
    const amend = (version: number, fields: string) =>
      `amendUseCase(input: { id: "${id}", version: ${version}, reason: "Précision", ${fields} })`;
    const shown = "version amendedBy dossier { agents goal } completeness { percent missing { field section } }";
    const fields = 'dossier: { agents: 8000, goal: "Des courriers plus clairs", aiActClass: LIMITED }';
    const first = await told(declarant, amend(1, fields), "UseCase", shown);
    expect(first).toMatchObject({ version: 2, amendedBy: "declarant", dossier: { agents: 8000 } });
    const second = await told(declarant, amend(2, "dossier: { goal: null }"), "UseCase", shown);
    expect(second).toMatchObject({ version: 3, dossier: { agents: 8000, goal: null } });
    expect(second.completeness).toMatchObject({
      missing: expect.arrayContaining([{ field: "goal", section: "PURPOSE" }]) as unknown,
    });
    expect(await told(declarant, amend(2, 'name: "Autre"'), "UseCase", shown)).toMatchObject({
      code: "use_case.changed",
    });
    expect(await told(validator, amend(3, 'name: "Autre"'), "UseCase", shown)).toMatchObject({ code: "role.missing" });
    expect(await told(declarant, amend(3, 'dossier: { publicPage: "nulle part" }'), "UseCase", shown)).toMatchObject({
      code: "input.invalid",
    });
  });
});

describe("selection and evaluation", () => {
  it("put a use case's score and independent evaluation on its file, and rank it", async () => {
    const { id } = await imported({
      slug: "marches",
      name: "Marchés",
      state: "deployed",
      dossier: { functionDomain: "purchasing" },
    });
    const marks = "{ impact: 5, generalisability: 5, agentEffects: 4, userEffects: 2 }";
    const scored = `scoreUseCase(input: { useCaseId: "${id}", marks: ${marks}, rationale: "Transverse", final: true })`;
    expect(await told(cell, scored, "SelectionScore", "state")).toMatchObject({ state: "FINAL" });
    expect(await told(declarant, scored, "SelectionScore", "state")).toMatchObject({ code: "role.missing" });

    const plan = `planEvaluation(input: { useCaseId: "${id}", protocol: "Questionnaires, entretiens", body: "LaborIA", independent: true })`;
    const evaluation = String((await told(declarant, plan, "Evaluation", "id")).id);
    await told(cell, `beginEvaluation(id: "${evaluation}")`, "Evaluation", "state");
    const publish = (
      verb: string,
    ) => `${verb}(input: { id: "${evaluation}", verdict: GENERALISE, summary: "Utile au métier",
      metrics: [{ name: "Utile", value: 75, unit: "%", sample: 3000 }] })`;
    expect(await told(validator, publish("publishEvaluation"), "Evaluation", "state")).toMatchObject({
      code: "evaluation.not_yours",
    });
    expect(await told(cell, publish("publishIndependentEvaluation"), "Evaluation", "state")).toMatchObject({
      state: "PUBLISHED",
    });
    const { data } = await cell.graphql(`{ useCase(id: "${id}") {
        evidence { kind } evaluations { metrics { low high intervalMethod } } selectionScores { state } }
      selectionRanking { weights { version } rows { rank total bonus useCase { slug } } } }`);
    expect(data).toMatchObject({
      useCase: {
        evidence: [{ kind: "EVALUATION" }, { kind: "INDEPENDENT_EVALUATION" }, { kind: "SELECTION_SCORE" }],
        evaluations: [{ metrics: [{ low: 73.4, high: 76.5, intervalMethod: "WILSON" }] }],
        selectionScores: [{ state: "FINAL" }],
      },
      selectionRanking: {
        weights: { version: 1 },
        rows: [{ rank: 1, total: 90, bonus: 10, useCase: { slug: "marches" } }],
      },
    });
  });
});

describe("evaluations", () => {
  it("are listed with what is due, within what a person may see", async () => {
    const due = (slug: string, evaluationDueOn: string, organisationId = tree.economie) =>
      imported({ slug, name: slug, state: "deployed", organisationId, dossier: { evaluationDueOn } });
    await due("a-revoir", "2026-01-15");
    await due("plus-tard", "2027-06-30");
    await due("ailleurs", "2026-01-10", tree.culture);
    const page = async (who: SignedIn, args: string) => {
      const query = `{ dueEvaluations(${args}) { edges { cursor node { slug } } pageInfo { hasNextPage } } }`;
      const { data } = await who.graphql<{
        dueEvaluations: { edges: { cursor: string; node: { slug: string } }[]; pageInfo: { hasNextPage: boolean } };
      }>(query);
      if (data == null) throw new Error("no answer");
      const { edges, pageInfo } = data.dueEvaluations;
      return { slugs: edges.map(({ node }) => node.slug), last: edges.at(-1)?.cursor, more: pageInfo.hasNextPage };
    };
    expect((await page(cell, 'by: "2026-12-31"')).slugs).toEqual(["ailleurs", "a-revoir"]);
    expect((await page(declarant, "first: 25")).slugs).toEqual(["a-revoir", "plus-tard"]);
    const first = await page(cell, "first: 1");
    expect([first.slugs, first.more]).toEqual([["ailleurs"], true]);
    expect((await page(cell, `first: 2, after: "${first.last}"`)).slugs).toEqual(["a-revoir", "plus-tard"]);
    const list = (who: SignedIn, args: string) =>
      who.graphql(`{ evaluations(${args}) { edges { node { useCase { slug } } } } }`);
    const found = { evaluations: { edges: [{ node: { useCase: { slug: "marches" } } }] } };
    expect((await list(cell, 'states: [PUBLISHED], search: "laboria"')).data).toEqual(found);
    expect((await list(cell, "states: [PLANNED]")).data).toEqual({ evaluations: { edges: [] } });
    const elsewhere = await signedInAs(database, socle.origin, "declarant", tree.culture);
    expect((await list(elsewhere, "first: 5")).data).toEqual({ evaluations: { edges: [] } });
  });
});

describe("what bodies declare", () => {
  it("is answered by the AI cell: a shadow tool by an alternative, an assistant by its convergence", async () => {
    const declare = `declareShadowTool(input: { organisationId: "${tree.economie}", name: "Traducteur grand public",
      vendor: "Éditeur", vendorCountry: "US", purpose: "Traduire des notes", agents: 120 })`;
    const tool = String((await told(declarant, declare, "ShadowTool", "id")).id);
    const answer = `answerShadowTool(input: { id: "${tool}", answer: "L'Assistant traduit", alternativeId: "${common}" })`;
    expect(await told(cell, answer, "ShadowTool", "state alternative { slug }")).toMatchObject({
      state: "ANSWERED",
      alternative: { slug: "l-assistant" },
    });
    const { id } = await imported({ slug: "propre", name: "Assistant propre", state: "deployed" });
    const decide = `decideConvergence(input: { id: "${id}", version: 1, status: CONVERGE, targetId: "${common}", reason: "Socle commun" })`;
    await told(cell, decide, "UseCase", "id");
    const { data } = await cell.graphql(`{ convergingUseCases { slug convergence { status target { slug } } }
      shadowTools(first: 1) { edges { node { name organisation { slug } } } pageInfo { hasNextPage } } }`);
    expect(data).toEqual({
      convergingUseCases: [{ slug: "propre", convergence: { status: "CONVERGE", target: { slug: "l-assistant" } } }],
      shadowTools: {
        edges: [{ node: { name: "Traducteur grand public", organisation: { slug: "economie" } } }],
        pageInfo: { hasNextPage: false },
      },
    });
  });

  it("counts for the ministry above: training, vouched for by somebody else", async () => {
    const declare = (
      organisationId: string,
      trained: number,
    ) => `declareTraining(input: { organisationId: "${organisationId}",
      year: 2025, programme: "Découvrir les IA génératives", audience: "Agents", trained: ${trained}, target: 100 })`;
    const first = await told(declarant, declare(tree.dgfip, 60), "TrainingDeclaration", "id version");
    await told(declarant, declare(tree.economie, 20), "TrainingDeclaration", "id");
    const vouch = `validateTraining(id: "${String(first.id)}", version: 1)`;
    expect(await told(declarant, vouch, "TrainingDeclaration", "state")).toMatchObject({ code: "role.missing" });
    expect(await told(validator, vouch, "TrainingDeclaration", "state")).toMatchObject({ state: "VALIDATED" });
    const { data } = await cell.graphql(
      "{ trainingTotals { year trained target reachedPercent validated organisation { slug } } }",
    );
    const total = { year: 2025, trained: 80, target: 200, reachedPercent: 40, validated: 60 };
    expect(data).toEqual({ trainingTotals: [{ ...total, organisation: { slug: "economie" } }] });
  });

  it("is there for others to take up: bricks", async () => {
    const list = `listBrick(input: { organisationId: "${tree.economie}", slug: "transcription", name: "Transcription",
      description: "Du son au texte", repositoryUrl: "https://git.example/t", licence: "MIT" })`;
    const brick = String((await told(declarant, list, "Brick", "id")).id);
    const recommend = `moveBrick(input: { id: "${brick}", to: RECOMMENDED, reason: "Sert partout" })`;
    expect(await told(ariane, recommend, "Brick", "state")).toMatchObject({ state: "RECOMMENDED" });
    const { id } = await imported({ slug: "comptes-rendus", name: "Comptes rendus", state: "deployed" });
    await told(declarant, `useBrick(input: { useCaseId: "${id}", brickId: "${brick}" })`, "UseCase", "id");
    const elsewhere = await signedInAs(database, socle.origin, "declarant", tree.culture);
    const query = "{ bricks { slug maintainer { slug } usedBy { slug } } }";
    expect((await elsewhere.graphql(query)).data).toEqual({
      bricks: [{ slug: "transcription", maintainer: null, usedBy: [] }],
    });
    expect((await declarant.graphql(query)).data).toMatchObject({ bricks: [{ usedBy: [{ slug: "comptes-rendus" }] }] });
  });
});

describe("a model", () => {
  it("is proposed by a ministry, approved by ARIANE, vetoed by compliance, and announced to end where it is called", async () => {
    const propose = (name: string) => `proposeModel(input: { organisationId: "${tree.economie}", name: "${name}",
      publisher: "Éditeur", publisherCountry: "FR", licence: "Apache-2.0", contextWindow: 32768 })`;
    const model = String((await told(declarant, propose("candidat-24b"), "Model", "id state")).id);
    const refused = String((await told(declarant, propose("candidat-7b"), "Model", "id")).id);
    const compliance = await signedInAs(database, socle.origin, "compliance", tree.etat);
    const veto = `vetoModel(id: "${refused}", reason: "Origine inconnue")`;
    expect(await told(validator, veto, "Model", "state")).toMatchObject({ code: "role.missing" });
    expect(await told(compliance, veto, "Model", "state")).toMatchObject({ state: "REFUSED" });

    const approve = `approveModel(id: "${model}", reason: "Demandé")`;
    const assess = `assessModel(id: "${model}", provenance: { weights: OPEN, format: SAFETENSORS, sha256: "${"a".repeat(64)}",
      runsIn: OWN_POOL, trainingOnInputs: NEVER, evalStatus: PASSED })`;
    expect(await told(ariane, approve, "Model", "state")).toMatchObject({ code: "model.no_transition" });
    const stand = `validateModel(id: "${model}", reason: "Besoin réel")`;
    expect(await told(ariane, assess, "Model", "state")).toMatchObject({ code: "model.no_transition" });
    for (const who of [declarant, ariane])
      expect(await told(who, stand, "Model", "state")).toMatchObject({ code: "role.missing" });
    expect(await told(validator, stand, "Model", "state")).toMatchObject({ state: "VALIDATED" });
    expect(await told(validator, approve, "Model", "state")).toMatchObject({ code: "role.missing" });
    await told(ariane, assess, "Model", "state");
    expect(await told(declarant, approve, "Model", "state")).toMatchObject({ code: "role.missing" });
    expect(await told(ariane, approve, "Model", "state provenance { weights }")).toMatchObject({
      state: "APPROVED",
      provenance: { weights: "OPEN" },
    });

    const { id } = await imported({
      slug: "appelant",
      name: "Appelant",
      state: "deployed",
      dossier: { models: ["candidat-24b"] },
    });
    const end = (days: number) => `deprecateModel(input: { id: "${model}", reason: "Fin de vie",
      endsAt: "${new Date(Date.now() + days * 86_400_000).toISOString()}" })`;
    expect(await told(ariane, end(30), "Model", "state")).toMatchObject({ code: "model.guard_unmet" });
    expect(await told(ariane, end(120), "Model", "state sunset { reason replacement { name } }")).toMatchObject({
      state: "DEPRECATED",
      sunset: { reason: "Fin de vie", replacement: null },
    });
    expect((await declarant.graphql(`{ useCase(id: "${id}") { modelNotices { model { name } } } }`)).data).toEqual({
      useCase: { modelNotices: [{ model: { name: "candidat-24b" } }] },
    });
    expect(await told(ariane, `retireModel(id: "${model}", reason: "Trop tôt")`, "Model", "state")).toMatchObject({
      code: "model.guard_unmet",
    });
    const shown = `{ model(id: "${model}") { proposedFor { slug } dependants { slug } steps { to conditions { code met } } } }`;
    expect((await ariane.graphql(shown)).data).toEqual({
      model: {
        proposedFor: { slug: "economie" },
        dependants: [{ slug: "appelant" }],
        steps: [
          {
            to: "RETIRED",
            conditions: [
              { code: "model.notice_over", met: false },
              { code: "model.no_alias", met: true },
            ],
          },
        ],
      },
    });
    const elsewhere = await signedInAs(database, socle.origin, "declarant", tree.culture);
    expect((await elsewhere.graphql(shown)).data).toMatchObject({ model: { proposedFor: null, dependants: [] } });
  });

  it("takes another name from ARIANE once it is approved, and its callers with it", async () => {
    const propose = `proposeModel(input: { organisationId: "${tree.economie}", name: "candidat-9b", publisher: "Éditeur",
      publisherCountry: "FR", licence: "MIT", contextWindow: 4096 })`;
    const model = String((await told(declarant, propose, "Model", "id")).id);
    const name = `defineAlias(name: "role-nouveau", modelId: "${model}")`;
    expect(await told(ariane, name, "Model", "id")).toMatchObject({ code: "alias.model_not_approved" });
    const sound = "{ weights: OPEN, format: NONE, runsIn: VENDOR_API, trainingOnInputs: NEVER, evalStatus: PASSED }";
    await told(validator, `validateModel(id: "${model}", reason: "Utile")`, "Model", "id");
    await told(ariane, `assessModel(id: "${model}", provenance: ${sound})`, "Model", "id");
    await told(ariane, `approveModel(id: "${model}", reason: "Utile")`, "Model", "id");
    expect(await told(declarant, name, "Model", "id")).toMatchObject({ code: "role.missing" });
    expect(await told(ariane, name, "Model", "aliases")).toMatchObject({ aliases: ["role-nouveau"] });
    expect(await told(ariane, `defineAlias(name: "x", modelId: "${common}")`, "Model", "id")).toMatchObject({
      code: "model.not_found",
    });
    await imported({ slug: "par-role", name: "Par rôle", state: "deployed", dossier: { models: ["role-nouveau"] } });
    const { data } = await ariane.graphql(`{ model(id: "${model}") { dependants { slug } } }`);
    expect(data).toEqual({ model: { dependants: [{ slug: "par-role" }] } });
  });
});

describe("a declaration sent twice", () => {
  it("at the same moment under one key declares once", async () => {
    const declare = (
      name: string,
    ) => `declareUseCase(input: { name: "${name}", description: "${aDeclaration.description}",
      labels: ["internal"], organisationId: "${tree.economie}", serviceClass: INTERACTIVE, maxOutputTokens: 1024,
      decisionRole: ASSIST, affectsIndividuals: false, staffEffect: AUGMENTATION, ownerEmail: "${aDeclaration.ownerEmail}", oversight: "${aDeclaration.oversight}",
      idempotencyKey: "one-attempt" })`;
    const sent = await Promise.all([1, 2, 3].map(() => told(declarant, declare("Une fois"), "UseCase", "id version")));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(sent[0]).toMatchObject({ version: 1 });
    expect(await told(declarant, declare("Deux fois"), "UseCase", "id")).toMatchObject({
      code: "idempotency.key_reused",
    });
    const unkeyed = declare("Sans clé").replace('idempotencyKey: "one-attempt"', "");
    const twice = await Promise.all([1, 2].map(() => told(declarant, unkeyed, "UseCase", "slug")));
    expect(twice.map(({ slug }) => slug).sort()).toEqual(["sans-cle", "sans-cle-2"]);
    const { data } = await declarant.graphql('{ useCases(filter: { search: "une fois" }) { totalCount } }');
    expect(data).toEqual({ useCases: { totalCount: 1 } });
  });
});

describe("a record sent twice under one key", () => {
  it("is made once: a brick, marks, a consultation", async () => {
    const useCase = await imported({
      slug: "cle-unique",
      name: "Clé unique",
      organisationId: tree.economie,
      state: "experiment",
    });
    const key = (name: string): string => `idempotencyKey: "${name}-attempt"`;
    const creations: readonly (readonly [SignedIn, string, string])[] = [
      [
        declarant,
        `listBrick(input: { organisationId: "${tree.economie}", slug: "brique-unique", name: "Brique", description: "Une brique",
          repositoryUrl: "https://code.example/brique", licence: "MIT", ${key("brick")} })`,
        "Brick",
      ],
      [
        cell,
        `scoreUseCase(input: { useCaseId: "${useCase.id}", rationale: "Utile à tous", final: false, ${key("score")},
          marks: { impact: 3, generalisability: 3, agentEffects: 3, userEffects: 3 } })`,
        "SelectionScore",
      ],
      [
        declarant,
        `recordConsultation(input: { useCaseId: "${useCase.id}", body: "CSA", heldOn: "2026-09-01", opinion: FAVOURABLE,
          summary: "Avis rendu", ${key("consultation")} })`,
        "StaffConsultation",
      ],
    ];
    for (const [person, mutation, type] of creations) {
      const [first, again] = [await told(person, mutation, type, "id"), await told(person, mutation, type, "id")];
      expect(first, mutation).toMatchObject({ id: expect.any(String) as string });
      expect(again).toEqual(first);
    }
  });
});

describe("a page of use cases", () => {
  it("costs as many statements for forty rows as for two, with all that hangs from them", async () => {
    const ports = pgRegistryPorts();
    await database.write(system, async (ctx) => {
      for (let number = 0; number < 40; number += 1) {
        const organisationId = [tree.economie, tree.dgfip, tree.culture][number % 3] ?? tree.economie;
        const useCase = aUseCase({
          id: systemIds.next(),
          slug: `page-${number}`,
          name: `Page ${number}`,
          organisationId,
        });
        await ports.useCases.insert(ctx, useCase);
        const { score, evaluation, consultation } = sampleRecords(useCase, () => systemIds.next());
        await ports.scores.insert(ctx, score);
        await ports.evaluations.insert(ctx, evaluation);
        await ports.consultations.insert(ctx, consultation);
      }
    });
    const asked = async (first: number): Promise<number> => {
      const query = `{ useCases(first: ${first}, filter: { search: "page" }) { totalCount edges { node { slug organisation { slug }
        declaredBy amendedBy mergedInto { slug } history { by } applications { slug } transitions { to allowed }
        selectionScores { state } evaluations { verdict } consultations { body } bricks { slug }
        convergence { target { slug } } } } } }`;
      const runs: number[] = [];
      for (let run = 0; run < 3; run += 1)
        runs.push(
          await statementsDuring(async () => {
            const { data, errors } = await cell.graphql<{ useCases: { edges: unknown[] } }>(query);
            expect(errors).toBeUndefined();
            expect(data?.useCases.edges).toHaveLength(first);
          }),
        );
      return Math.min(...runs);
    };
    const [two, forty] = [await asked(2), await asked(40)];
    expect(forty).toBeLessThanOrEqual(two + 4);
    expect(forty).toBeLessThan(90);
  });
});
