import { beforeEach, describe, expect, it } from "vitest";
import { aUseCase } from "../../../../test/builders/ai-use-case.builder.js";
import { aModel } from "../../../../test/builders/model.builder.js";
import { sampleOrganisations, TREE } from "../../../../test/builders/registry-tree.js";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../kernel/actor.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { memoryRegistryPorts } from "../../../../test/fakes/memory/registry/memory-registry-ports.js";
import type { Model } from "../domain/models/model.js";
import type { RegistryPorts } from "../ports/registry-ports.js";
import { approveModel } from "./models/approve-model.use-case.js";
import { assessModel } from "./models/assess-model.use-case.js";
import { defineAlias } from "./models/define-alias.use-case.js";
import { deprecateModel } from "./models/deprecate-model.use-case.js";
import { proposeModel } from "./models/propose-model.use-case.js";
import { refuseModel } from "./models/refuse-model.use-case.js";
import { retireModel } from "./models/retire-model.use-case.js";
import { validateModel } from "./models/validate-model.use-case.js";

const system = systemActor("test");
const proposal = {
  organisationId: TREE.economie,
  name: "candidat-24b",
  publisher: "Éditeur",
  publisherCountry: "FR",
  licence: "Apache-2.0",
  contextWindow: 32_768,
};
const sound = {
  weights: "open",
  format: "safetensors",
  sha256: "a".repeat(64),
  runsIn: "own_pool",
  trainingOnInputs: "never",
  evalStatus: "passed",
};
let memory: MemoryRunner;
let ports: RegistryPorts;
beforeEach(() => {
  memory = memoryRunner();
  ports = memoryRegistryPorts(sampleOrganisations);
});
const run = <Input, Loaded, Output>(useCase: UseCase<Input, Loaded, Output>, input: unknown) =>
  memory.runner.run(system, useCase, input);
const read = <T>(query: (ctx: Context) => Promise<T>) => memory.runner.read(system, query);
async function done<Input, Loaded, Output>(useCase: UseCase<Input, Loaded, Output>, input: unknown): Promise<Output> {
  const result = await run(useCase, input);
  if (result.ok) return result.value;
  throw new Error(result.refusal.message);
}
const days = (count: number) => new Date(memory.clock.now().getTime() + count * 86_400_000);
const planted = async (fields: Partial<Model>): Promise<Model> => {
  const model = aModel(fields);
  await read((ctx) => ports.models.insert(ctx, model));
  return model;
};
const unmetIn = (result: Awaited<ReturnType<typeof run>>): readonly string[] =>
  !result.ok && result.refusal.kind === "GuardRefusal"
    ? result.refusal.conditions.filter(({ met }) => !met).map(({ code }) => code)
    : [];

describe("a proposed model", () => {
  it("is approved once it was assessed and what is known of it is sound", async () => {
    const { id } = await done(proposeModel(ports), proposal);
    const approve = { id, reason: "Demandé par deux ministères" };
    expect(await run(approveModel(ports), approve)).toMatchObject({ refusal: { code: "model.no_transition" } });
    expect(await run(assessModel(ports), { id, provenance: sound })).toMatchObject({ ok: false });
    await done(validateModel(ports), { id, reason: "Le besoin est réel" });
    await done(assessModel(ports), {
      id,
      provenance: { format: "pickle", runsIn: "own_pool", trainingOnInputs: "optout" },
    });
    expect(unmetIn(await run(approveModel(ports), approve))).toEqual([
      "model.evaluated",
      "model.placed",
      "model.format",
      "model.hash",
      "model.inputs",
    ]);
    await done(assessModel(ports), { id, provenance: sound });
    expect(await done(approveModel(ports), approve)).toMatchObject({ state: "approved", version: 5 });
    expect(await run(refuseModel(ports, "suspend"), approve)).toMatchObject({ ok: false });
  });

  it("is refused by ARIANE or by the veto of compliance, and takes no name that is taken", async () => {
    for (const right of ["grant", "suspend"] as const) {
      const { id } = await done(proposeModel(ports), { ...proposal, name: `candidat-${right}` });
      expect(await done(refuseModel(ports, right), { id, reason: "Hors cadre" })).toMatchObject({ state: "refused" });
    }
    expect(await run(proposeModel(ports), { ...proposal, name: "candidat-grant" })).toMatchObject({
      refusal: { code: "model.name_taken" },
    });
  });
});

describe("the end of a model", () => {
  it("is announced ninety days ahead, to those who depend on it, by name, by alias or by their own word", async () => {
    const [old, next] = [await planted({ id: "old", name: "old" }), await planted({ id: "next", name: "next" })];
    await done(defineAlias(ports), { name: "assistant", model: "old" });
    const useCases = ["by-name", "by-alias", "by-word", "any", "ended"].map((slug) =>
      aUseCase({
        id: slug,
        slug,
        organisationId: TREE.dgfip,
        state: slug === "ended" ? "retired" : "deployed",
        dossier: slug === "by-word" ? { models: ["old"] } : {},
      }),
    );
    await read(async (ctx) => {
      for (const useCase of useCases) await ports.useCases.insert(ctx, useCase);
      for (const [slug, models] of [
        ["by-name", ["old"]],
        ["by-alias", ["assistant"]],
        ["any", null],
        ["ended", ["old"]],
      ] as const)
        await ports.applications.insert(ctx, {
          ...{ id: slug, slug, name: slug, environment: "production", useCaseId: slug, organisationId: TREE.dgfip },
          models: models === null ? null : [...models],
          createdAt: memory.clock.now(),
        });
    });
    const end = { id: old.id, endsAt: days(90), replacementId: next.id, moveAliases: true, reason: "Remplacé" };
    expect(unmetIn(await run(deprecateModel(ports), { ...end, endsAt: days(89) }))).toEqual(["model.notice"]);
    expect(unmetIn(await run(deprecateModel(ports), { ...end, replacementId: old.id }))).toEqual(["model.replacement"]);
    expect(await done(deprecateModel(ports), end)).toMatchObject({
      state: "deprecated",
      sunset: { replacementId: "next" },
    });
    const notices = await read((ctx) =>
      ports.models.noticesOf(
        ctx,
        useCases.map(({ id }) => id),
      ),
    );
    expect(notices.map(({ useCaseId }) => useCaseId).sort()).toEqual(["by-alias", "by-name", "by-word"]);
    expect(await read((ctx) => ports.models.findAlias(ctx, "assistant"))).toMatchObject({ modelId: "next" });
    expect(await run(defineAlias(ports), { name: "redaction", model: "old" })).toMatchObject({
      refusal: { code: "alias.model_not_approved" },
    });
  });

  it("comes when the notice is over and no alias leads to it any more", async () => {
    await planted({ id: "old", name: "old" });
    await planted({ id: "next", name: "next" });
    await done(defineAlias(ports), { name: "assistant", model: "old" });
    await done(deprecateModel(ports), { id: "old", endsAt: days(100), reason: "Fin de vie" });
    const retire = { id: "old", reason: "Préavis échu" };
    expect(unmetIn(await run(retireModel(ports), retire))).toEqual(["model.notice_over", "model.no_alias"]);
    memory.clock.moveTo(days(100));
    expect(unmetIn(await run(retireModel(ports), retire))).toEqual(["model.no_alias"]);
    await done(defineAlias(ports), { name: "assistant", model: "next" });
    expect(await done(retireModel(ports), retire)).toMatchObject({ state: "retired" });
  });
});
