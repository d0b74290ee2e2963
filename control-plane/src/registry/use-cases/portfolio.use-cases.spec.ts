import { beforeEach, describe, expect, it } from "vitest";
import { aUseCase } from "../../../../test/builders/ai-use-case.builder.js";
import { sampleOrganisations, TREE } from "../../../../test/builders/registry-tree.js";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import type { PersonActor } from "../../kernel/actor.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { memoryRegistryPorts } from "../../../../test/fakes/memory/registry/memory-registry-ports.js";
import type { AiUseCase } from "../domain/ai-use-case.js";
import type { RegistryPorts } from "../ports/registry-ports.js";
import { beginEvaluation } from "./evaluations/begin-evaluation.use-case.js";
import { planEvaluation } from "./evaluations/plan-evaluation.use-case.js";
import { publishEvaluation } from "./evaluations/publish-evaluation.use-case.js";
import { answerShadowTool } from "./portfolio/answer-shadow-tool.use-case.js";
import { closeShadowTool } from "./portfolio/close-shadow-tool.use-case.js";
import { correctTraining } from "./portfolio/correct-training.use-case.js";
import { decideConvergence } from "./portfolio/decide-convergence.use-case.js";
import { declareShadowTool } from "./portfolio/declare-shadow-tool.use-case.js";
import { declareTraining } from "./portfolio/declare-training.use-case.js";
import { listBrick } from "./portfolio/list-brick.use-case.js";
import { moveBrick } from "./portfolio/move-brick.use-case.js";
import { recordConsultation } from "./portfolio/record-consultation.use-case.js";
import { useBrick } from "./portfolio/use-brick.use-case.js";
import { validateTraining } from "./portfolio/validate-training.use-case.js";
import { scoreUseCase } from "./selection/score-use-case.use-case.js";
import { selectionReport } from "./selection/selection-report.js";
import { setSelectionWeights } from "./selection/set-selection-weights.use-case.js";

const cell: PersonActor = { kind: "person", id: "cell", name: "Noa", memberships: [], contractor: false, mfa: true };
const marks = { impact: 4, generalisability: 4, agentEffects: 4, userEffects: 4 };
let memory: MemoryRunner;
let ports: RegistryPorts;
beforeEach(() => {
  memory = memoryRunner();
  ports = memoryRegistryPorts(sampleOrganisations);
});

const run = <Input, Loaded, Output>(useCase: UseCase<Input, Loaded, Output>, input: unknown) =>
  memory.runner.run(cell, useCase, input);
const read = <T>(query: (ctx: Context) => Promise<T>) => memory.runner.read(cell, query);

async function done<Input, Loaded, Output>(useCase: UseCase<Input, Loaded, Output>, input: unknown): Promise<Output> {
  const result = await run(useCase, input);
  if (result.ok) return result.value;
  throw new Error(result.refusal.message);
}

async function planted(fields: Partial<AiUseCase> = {}): Promise<AiUseCase> {
  const useCase = aUseCase({ organisationId: TREE.economie, state: "deployed", ...fields });
  await read((ctx) => ports.useCases.insert(ctx, useCase));
  return useCase;
}
const evidenceOf = async (id: string) => (await read((ctx) => ports.useCases.find(ctx, id)))?.evidence ?? {};

describe("scores", () => {
  it("put the piece that generalisation asks for on the file when they are final, and rank then", async () => {
    const useCase = await planted();
    const score = { useCaseId: useCase.id, marks, rationale: "Réutilisable" };
    await done(scoreUseCase(ports), { ...score, final: false });
    expect(await evidenceOf(useCase.id)).not.toHaveProperty("selection_score");
    const final = await done(scoreUseCase(ports), { ...score, final: true });
    expect(await evidenceOf(useCase.id)).toMatchObject({ selection_score: `selection-score:${final.id}` });
    const report = await read((ctx) => selectionReport(ports, ctx, null));
    expect(report).toMatchObject({ weights: { version: 1 }, rows: [{ rank: 1, total: 80, useCaseId: useCase.id }] });
  });

  it("are refused outside 0 to 5, by halves, and of what has ended", async () => {
    const useCase = await planted({ state: "refused" });
    const score = { useCaseId: useCase.id, marks, rationale: "Réutilisable", final: true };
    expect(await run(scoreUseCase(ports), score)).toMatchObject({ refusal: { code: "use_case.ended" } });
    for (const impact of [-1, 6, 2.5])
      expect(await run(scoreUseCase(ports), { ...score, marks: { ...marks, impact } })).toMatchObject({
        refusal: { issues: [{ path: "marks.impact" }] },
      });
  });

  it("count as the last weights say; weights follow the version that was looked at", async () => {
    const weights = { weights: { ...marks, impact: 0 }, transversalBonus: 0, transversalDomains: [], reason: "Essai" };
    expect(await run(setSelectionWeights(ports), { ...weights, after: 1 })).toMatchObject({ value: { version: 2 } });
    expect(await run(setSelectionWeights(ports), { ...weights, after: 1 })).toMatchObject({
      refusal: { code: "selection.weights_changed" },
    });
    const none = { impact: 0, generalisability: 0, agentEffects: 0, userEffects: 0 };
    expect(await run(setSelectionWeights(ports), { ...weights, weights: none, after: 2 })).toMatchObject({ ok: false });
    expect(await read((ctx) => selectionReport(ports, ctx, 9))).toBeNull();
  });
});

describe("evaluations", () => {
  const outcome = {
    metrics: [{ name: "Utile au métier", value: 75, unit: "%", sample: 3000 }],
    verdict: "generalise",
    summary: "Utile aux tâches du quotidien",
  };

  it("of an independent body are published by the AI cell alone, and put both pieces on the file", async () => {
    const useCase = await planted();
    const planned = {
      useCaseId: useCase.id,
      protocol: "Questionnaires et groupes",
      body: "LaborIA",
      independent: true,
    };
    const { id } = await done(planEvaluation(ports), planned);
    await done(beginEvaluation(ports), { id });
    expect(await run(publishEvaluation(ports, "validate"), { ...outcome, id })).toMatchObject({
      refusal: { code: "evaluation.not_yours" },
    });
    const published = await done(publishEvaluation(ports, "select"), { ...outcome, id });
    expect(published.metrics[0]).toMatchObject({ low: 73.4, high: 76.5, intervalMethod: "wilson" });
    expect(await evidenceOf(useCase.id)).toMatchObject({
      evaluation: `evaluation:${id}`,
      independent_evaluation: `evaluation:${id}`,
    });
  });

  it("of the ministry itself are no independent ones", async () => {
    const useCase = await planted();
    const planned = { useCaseId: useCase.id, protocol: "Questionnaires internes", body: "DNUM", independent: false };
    const { id } = await done(planEvaluation(ports), planned);
    await done(beginEvaluation(ports), { id });
    expect(await run(publishEvaluation(ports, "select"), { ...outcome, id })).toMatchObject({ ok: false });
    await done(publishEvaluation(ports, "validate"), { ...outcome, id });
    expect(await evidenceOf(useCase.id)).not.toHaveProperty("independent_evaluation");
  });

  it("take no share above 100 %, no value outside its bounds, no half interval", async () => {
    for (const figure of [{ value: 101 }, { low: 80, high: 90 }, { low: 70 }]) {
      const metric = { ...outcome.metrics[0], ...figure };
      const result = await run(publishEvaluation(ports, "select"), { ...outcome, id: "x", metrics: [metric] });
      expect(result).toMatchObject({ refusal: { issues: [{ path: "metrics.0" }] } });
    }
  });
});

describe("convergence", () => {
  const by = { by: "2027-06-30", reason: "Un socle commun" };
  it("gives way to what lives and does not give way itself, or is kept with a reason", async () => {
    const common = await planted({ id: "common", slug: "common" });
    const own = await planted({ id: "own", slug: "own" });
    const other = await planted({ id: "other", slug: "other" });
    const decide = (id: string, fields: object) => run(decideConvergence(ports), { id, version: 1, ...by, ...fields });
    expect(await decide(own.id, { status: "converge", targetId: common.id })).toMatchObject({
      value: { version: 2, convergence: { status: "converge", targetId: "common" } },
    });
    expect(await decide(other.id, { status: "converge", targetId: own.id })).toMatchObject({
      refusal: { code: "convergence.no_target" },
    });
    for (const bad of [
      { status: "converge" },
      { status: "keep", targetId: common.id },
      { status: "converge", targetId: other.id },
    ])
      expect(await decide(other.id, bad)).toMatchObject({ refusal: { issues: [{ path: "targetId" }] } });
    expect(await decide(other.id, { status: "keep" })).toMatchObject({ ok: true });
    expect((await read((ctx) => ports.catalogue.converging(ctx))).map(({ id }) => id).sort()).toEqual(["other", "own"]);
  });
});

describe("shadow tools", () => {
  it("are declared, answered with a living use case, and closed once", async () => {
    const alternative = await planted();
    const ended = await planted({ id: "ended", slug: "ended", state: "retired" });
    const said = {
      name: "Traducteur",
      vendor: "Éditeur",
      vendorCountry: "US",
      purpose: "Notes",
      organisationId: "dgfip",
    };
    const { id } = await done(declareShadowTool(ports), said);
    expect(await run(answerShadowTool(ports), { id, answer: "Voir", alternativeId: ended.id })).toMatchObject({
      refusal: { code: "use_case.ended" },
    });
    const answer = { id, answer: "DiploIA fait cela", alternativeId: alternative.id };
    expect(await done(answerShadowTool(ports), answer)).toMatchObject({ state: "answered", version: 2 });
    expect(await done(closeShadowTool(ports), { id, reason: "Plus d'usage" })).toMatchObject({ state: "closed" });
    expect(await run(answerShadowTool(ports), answer)).toMatchObject({ refusal: { code: "shadow_tool.closed" } });
  });
});

describe("training", () => {
  it("is declared once a year and programme, validated on a version, and again after a correction", async () => {
    const said = { organisationId: TREE.economie, year: 2025, programme: "MOOC", audience: "Agents", trained: 40 };
    const { id } = await done(declareTraining(ports), said);
    expect(await run(declareTraining(ports), said)).toMatchObject({ refusal: { code: "training.declared" } });
    await done(validateTraining(ports), { id, version: 1 });
    expect(await run(validateTraining(ports), { id, version: 2 })).toMatchObject({
      refusal: { code: "training.validated" },
    });
    const corrected = { id, version: 2, trained: 41, reason: "Oubli" };
    expect(await done(correctTraining(ports), corrected)).toMatchObject({ state: "declared", trained: 41, version: 3 });
    expect(await run(correctTraining(ports), corrected)).toMatchObject({ refusal: { code: "record.changed" } });
    expect(await run(validateTraining(ports), { id, version: 2 })).toMatchObject({
      refusal: { code: "record.changed" },
    });
  });
});

describe("bricks", () => {
  it("are listed under one name, recommended, and said to serve a use case", async () => {
    const useCase = await planted();
    const said = {
      organisationId: TREE.dgfip,
      slug: "transcription",
      name: "Transcription",
      description: "Du son au texte",
      repositoryUrl: "https://git.example/t",
      licence: "MIT",
    };
    const brick = await done(listBrick(ports), said);
    expect(await run(listBrick(ports), said)).toMatchObject({ refusal: { code: "brick.slug_taken" } });
    const move = { id: brick.id, to: "recommended", reason: "Sert partout" };
    expect(await done(moveBrick(ports), move)).toMatchObject({ state: "recommended" });
    expect(await run(moveBrick(ports), move)).toMatchObject({ refusal: { code: "brick.no_transition" } });
    await done(useBrick(ports), { useCaseId: useCase.id, brickId: brick.id });
    expect(await read((ctx) => ports.brickUses.useCaseIdsOf(ctx, [brick.id]))).toEqual(
      new Map([[brick.id, [useCase.id]]]),
    );
  });
});

describe("staff consultations", () => {
  it("are recorded once they were held", async () => {
    const useCase = await planted();
    const said = { useCaseId: useCase.id, body: "CSA", opinion: "favourable", summary: "Suivi demandé" };
    expect(await run(recordConsultation(ports), { ...said, heldOn: "2027-01-01" })).toMatchObject({
      refusal: { issues: [{ path: "heldOn" }] },
    });
    expect(await done(recordConsultation(ports), { ...said, heldOn: "2026-05-12" })).toMatchObject({ body: "CSA" });
  });
});
