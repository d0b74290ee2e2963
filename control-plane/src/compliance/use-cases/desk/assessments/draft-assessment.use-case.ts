import { addDays } from "@socle/contracts";
import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { invalidInput } from "../../../../kernel/refusal.js";
import { refuse } from "../../../../kernel/result.js";
import type { Context, UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { readDossier, type AiUseCase, type RegistryPorts } from "../../../../registry/index.js";
import { ANSWERS } from "../../../domain/desk/assessments/answers.js";
import { ASSESSMENT_KINDS, redrafted, type Assessment } from "../../../domain/desk/assessments/assessment.js";
import { effectOf } from "../../../domain/desk/assessments/effects.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { day, id, line } from "../desk.input.js";
import { loadUseCaseFor, storeFirst, storeNext } from "../desk-records.js";
import { assessmentDesk } from "./assessment-desk.js";

const input = z.object({
  useCaseId: id,
  kind: z.enum(ASSESSMENT_KINDS, "Give the answers of exactly one kind of assessment."),
  answers: z.record(z.string(), z.unknown()),
  reference: line,
  reviewOn: day.nullish(),
});
export type DraftAssessmentInput = z.infer<typeof input>;
type Ports = Pick<DeskPorts, "assessments"> & {
  readonly registry: Pick<RegistryPorts, "useCases" | "consultations">;
};

/** A ministry answers what an assessment asks: the draft that is under way, or the next edition. */
export const draftAssessment = (ports: Ports): UseCase<DraftAssessmentInput, AiUseCase, Assessment> => ({
  name: "compliance.draft-assessment",
  action: "update",
  input: zodSchema(input),
  load: (ctx, { useCaseId }) => loadUseCaseFor("Assessment", ports.registry, ctx, useCaseId),
  async handle(ctx, { kind, answers, reference, reviewOn }, useCase) {
    const checked = ANSWERS[kind].safeParse(answers);
    if (!checked.success) return refuse(invalidInput(issuesOf(checked.error)));
    if (!(await isOnRecord(ports, ctx, useCase.id, checked.data))) return refuse(invalidInput([NOT_ON_RECORD]));
    const fields = readDossier(effectOf({ kind, answers: checked.data }).dossier);
    if (!fields.ok) return fields;
    const editions = await editionsOf(ports, ctx, useCase.id, kind);
    const draft = {
      answers: checked.data as Assessment["answers"],
      reference,
      reviewOn: firstOf(reviewOn ?? null, lapseOf(kind, checked.data)),
      draftedBy: actorRef(ctx.actor),
    };
    const open = editions.find(({ state }) => state === "draft");
    const told = { kind, useCase: useCase.slug, edition: open?.edition ?? editions.length + 1 };
    const desk = assessmentDesk(ports);
    if (open !== undefined) return storeNext(desk, ctx, open, redrafted(open, draft), told);
    return storeFirst(desk, ctx, firstDraft(ctx, useCase, kind, editions.length + 1, draft), told);
  },
});

const NOT_ON_RECORD = {
  path: "answers.consultedOn",
  message: "Record first what staff representatives were told and said on that day.",
};

/** A consultation is assessed from the record of what was told and said that day. */
async function isOnRecord({ registry }: Ports, ctx: Context, useCaseId: string, answers: object): Promise<boolean> {
  const consultedOn = "consultedOn" in answers ? answers.consultedOn : null;
  if (consultedOn === null) return true;
  const held = await registry.consultations.ofUseCases(ctx, [useCaseId]);
  return held.some(({ heldOn }) => heldOn === consultedOn);
}

type Draft = Pick<Assessment, "answers" | "reference" | "reviewOn" | "draftedBy">;

const firstDraft = (
  ctx: Context,
  { id: useCaseId, organisationId }: AiUseCase,
  kind: Assessment["kind"],
  edition: number,
  draft: Draft,
): Assessment => ({
  ...draft,
  id: ctx.ids.next(),
  organisationId,
  version: 1,
  useCaseId,
  kind,
  edition,
  state: "draft",
  draftedAt: ctx.clock.now(),
  concludedBy: null,
  concludedAt: null,
  reviewReason: null,
});

const issuesOf = (error: z.ZodError) =>
  error.issues.map(({ path, message }) => ({ path: ["answers", ...path.map(String)].join("."), message }));

/** An accreditation holds through its last day. */
const lapseOf = (kind: Assessment["kind"], answers: object): string | null =>
  kind === "homologation" && "endsOn" in answers ? addDays(String(answers.endsOn), 1) : null;

/** The earlier day: a review may come before the end of what is reviewed, and never puts it off. */
const firstOf = (review: string | null, lapse: string | null): string | null =>
  [review, lapse].filter((day) => day !== null).toSorted()[0] ?? null;

/** Editions of one kind of a use case, latest first. */
export const editionsOf = async (
  { assessments }: Pick<DeskPorts, "assessments">,
  ctx: Context,
  useCaseId: string,
  kind: Assessment["kind"],
): Promise<readonly Assessment[]> =>
  (await assessments.ofUseCases(ctx, [useCaseId]))
    .filter((each) => each.kind === kind)
    .toSorted((a, b) => b.edition - a.edition);
