import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context } from "../../../kernel/use-case.js";
import { EVALUATION_STATES, VERDICTS, withInterval, type Evaluation } from "../../domain/evaluations/evaluation.js";
import { BRICK_STATES, type Brick } from "../../domain/portfolio/brick.js";
import { SHADOW_TOOL_STATES, type ShadowTool } from "../../domain/portfolio/shadow-tool.js";
import { STAFF_OPINIONS, type StaffConsultation } from "../../domain/portfolio/staff-consultation.js";
import { TRAINING_STATES, type TrainingDeclaration } from "../../domain/portfolio/training.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, slug } from "../use-case.input.js";
import { importRecord } from "../../../kernel/import-record.js";

type Ports = Pick<
  RegistryPorts,
  "organisations" | "useCases" | "evaluations" | "consultations" | "shadowTools" | "trainings" | "bricks"
>;

const words = (max: number) => z.string().trim().min(1).max(max);
const url = z.url({ protocol: /^https?$/ }).max(500);
/** Reference of who did it; the importing actor when absent. */
const by = z.string().min(1).max(200).nullish();
const figure = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

const brick = z.object({
  ...{ organisationId: id, slug, name: words(100), description: words(400), repositoryUrl: url },
  ...{ licence: words(60), publiccodeUrl: url.nullish(), state: z.enum(BRICK_STATES), listedAt: z.coerce.date() },
});
const shadowTool = z.object({
  ...{ organisationId: id, name: words(100), vendor: words(100), vendorCountry: z.string().regex(/^[A-Z]{2}$/) },
  ...{ purpose: words(1000), agents: z.number().int().nonnegative().nullish(), answer: words(2000).nullish() },
  /** Slug of a use case that is known already. */
  alternative: slug.nullish(),
  ...{ state: z.enum(SHADOW_TOOL_STATES), declaredBy: by, declaredAt: z.coerce.date() },
});
const training = z.object({
  ...{ organisationId: id, year: z.number().int().min(2020).max(2100), programme: words(200), audience: words(200) },
  ...{ trained: z.number().int().nonnegative(), target: z.number().int().nonnegative().nullish() },
  ...{ source: words(500).nullish(), state: z.enum(TRAINING_STATES), declaredBy: by, declaredAt: z.coerce.date() },
});
const metric = z.object({
  ...{ name: words(200), value: z.number(), unit: words(40), low: figure, high: figure, confidence: figure },
  ...{
    sample: figure,
    source: z
      .string()
      .max(500)
      .nullish()
      .transform((value) => value ?? null),
  },
});
const evaluation = z.object({
  ...{ useCase: slug, protocol: words(2000), body: words(200), independent: z.boolean(), sample: words(500).nullish() },
  ...{ metrics: z.array(metric).max(100), verdict: z.enum(VERDICTS).nullish(), summary: words(4000).nullish() },
  ...{ publicationUrl: url.nullish(), state: z.enum(EVALUATION_STATES), plannedBy: by, plannedAt: z.coerce.date() },
  publishedAt: z.coerce.date().nullish(),
});
const consultation = z.object({
  ...{ useCase: slug, body: words(200), heldOn: z.iso.date(), opinion: z.enum(STAFF_OPINIONS), summary: words(4000) },
  ...{ documentUrl: url.nullish(), recordedBy: by },
});

/** Takes over what is kept beside use cases: from seed files and exports, in the state it has there. */
export function importRecords(ports: Ports) {
  const ofBody = async (ctx: Context, { organisationId }: { organisationId: string }): Promise<Result<string>> =>
    (await ports.organisations.exists(ctx, organisationId))
      ? ok(organisationId)
      : refuse(notFound("organisation", organisationId));
  const useCaseOf = async (ctx: Context, wanted: string) => {
    const found = await ports.useCases.findBySlug(ctx, wanted);
    return found === null ? refuse(notFound("use_case", wanted)) : ok(found);
  };
  const ofUseCase = async (ctx: Context, { useCase }: { useCase: string }): Promise<Result<string>> => {
    const found = await useCaseOf(ctx, useCase);
    return found.ok ? ok(found.value.organisationId) : found;
  };
  return {
    importBrick: importRecord<z.output<typeof brick>, Brick>({
      ...{ name: "registry.import-brick", subject: "Brick", input: brick, store: ports.bricks, organisationOf: ofBody },
      same: (known, { slug: wanted }) => known.slug === wanted,
      made: (_ctx, said) => Promise.resolve(ok({ ...said, publiccodeUrl: said.publiccodeUrl ?? null })),
    }),
    importShadowTool: importRecord<z.output<typeof shadowTool>, ShadowTool>({
      ...{ name: "registry.import-shadow-tool", subject: "ShadowTool", input: shadowTool, store: ports.shadowTools },
      organisationOf: ofBody,
      same: (known, said) => known.organisationId === said.organisationId && known.name === said.name,
      async made(ctx, { alternative, declaredBy, agents, answer, ...said }) {
        const found = alternative == null ? null : await useCaseOf(ctx, alternative);
        if (found?.ok === false) return found;
        const people = { declaredBy: declaredBy ?? actorRef(ctx.actor), alternativeId: found?.value.id ?? null };
        return ok({ ...said, ...people, agents: agents ?? null, answer: answer ?? null });
      },
    }),
    importTraining: importRecord<z.output<typeof training>, TrainingDeclaration>({
      ...{ name: "registry.import-training", subject: "Training", input: training, store: ports.trainings },
      organisationOf: ofBody,
      same: (known, said) =>
        known.organisationId === said.organisationId && known.year === said.year && known.programme === said.programme,
      made: (ctx, { declaredBy, target, source, ...said }) => {
        const told = { declaredBy: declaredBy ?? actorRef(ctx.actor), target: target ?? null, source: source ?? null };
        return Promise.resolve(ok({ ...said, ...told }));
      },
    }),
    importEvaluation: importRecord<z.output<typeof evaluation>, Evaluation>({
      ...{ name: "registry.import-evaluation", subject: "Evaluation", input: evaluation, store: ports.evaluations },
      organisationOf: ofUseCase,
      same: (known, said) =>
        known.useCaseId === said.useCaseId &&
        known.body === said.body &&
        known.plannedAt.getTime() === said.plannedAt.getTime(),
      async made(ctx, { useCase, metrics, plannedBy, ...said }, organisationId) {
        const found = await useCaseOf(ctx, useCase);
        if (!found.ok) return found;
        const of = { organisationId, useCaseId: found.value.id, plannedBy: plannedBy ?? actorRef(ctx.actor) };
        const open = { sample: said.sample ?? null, verdict: said.verdict ?? null, summary: said.summary ?? null };
        const end = { publicationUrl: said.publicationUrl ?? null, publishedAt: said.publishedAt ?? null };
        return ok({ ...said, ...of, ...open, ...end, metrics: metrics.map(withInterval) });
      },
    }),
    importConsultation: importRecord<z.output<typeof consultation>, StaffConsultation>({
      ...{ name: "registry.import-consultation", subject: "UseCase", input: consultation, store: ports.consultations },
      organisationOf: ofUseCase,
      same: (known, said) =>
        known.useCaseId === said.useCaseId && known.body === said.body && known.heldOn === said.heldOn,
      async made(ctx, { useCase, recordedBy, documentUrl, ...said }, organisationId) {
        const found = await useCaseOf(ctx, useCase);
        if (!found.ok) return found;
        const of = { organisationId, useCaseId: found.value.id, documentUrl: documentUrl ?? null };
        return ok({ ...said, ...of, recordedBy: recordedBy ?? actorRef(ctx.actor) });
      },
    }),
  } as const;
}
