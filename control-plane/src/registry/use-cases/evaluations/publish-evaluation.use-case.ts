import { z } from "zod";
import { guardRefusal, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { storeNext } from "../../../kernel/stored-record.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { published, VERDICTS, type Evaluation } from "../../domain/evaluations/evaluation.js";
import type { EvidenceKind } from "../../domain/evidence.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { provideEvidence } from "../life-cycle/provide-evidence.js";
import { id } from "../use-case.input.js";

const bound = z.number().finite().nullish();
/** One measured figure. */
export const figure = z
  .object({
    name: z.string().trim().min(1).max(200),
    value: z.number().finite(),
    unit: z.string().trim().min(1).max(40),
    low: bound,
    high: bound,
    confidence: z.number().gt(0).lt(1).nullish(),
    sample: z.number().int().min(1).max(100_000_000).nullish(),
    source: z.string().trim().min(1).max(400).nullish(),
  })
  .refine(({ unit, value }) => unit !== "%" || (value >= 0 && value <= 100), "A share is between 0 and 100 %.")
  .refine(({ low, high }) => (low == null) === (high == null), "Both bounds of an interval are given, or none.")
  .refine(
    ({ low, value, high }) => low == null || high == null || (low <= value && value <= high),
    "The value lies between its bounds.",
  )
  .transform((said) => ({
    ...said,
    low: said.low ?? null,
    high: said.high ?? null,
    confidence: said.confidence ?? null,
    sample: said.sample ?? null,
    source: said.source ?? null,
  }));
export const publishEvaluationInput = z.object({
  id,
  metrics: z.array(figure).max(100),
  verdict: z.enum(VERDICTS),
  summary: z.string().trim().min(10).max(4000),
  publicationUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullish(),
});
export type PublishEvaluationInput = z.infer<typeof publishEvaluationInput>;
type Ports = Pick<RegistryPorts, "useCases" | "evaluations">;

interface Loaded {
  readonly evaluation: Evaluation;
  readonly useCase: AiUseCase;
}

/**
 * Says what an evaluation found, for good, and puts it on the use case's file.
 * @param right `validate`, a ministry's, for its own evaluations; `select`, the AI cell's, for independent ones
 */
export const publishEvaluation = (
  ports: Ports,
  right: "validate" | "select",
): UseCase<PublishEvaluationInput, Loaded, Evaluation> => ({
  name: "registry.publish-evaluation",
  action: right,
  input: zodSchema(publishEvaluationInput),
  async load(ctx, { id: of }) {
    const evaluation = await ports.evaluations.find(ctx, of);
    const useCase = evaluation === null ? null : await ports.useCases.find(ctx, evaluation.useCaseId);
    if (evaluation === null || useCase === null) return refuse(notFound("evaluation", of));
    const { organisationId, plannedBy } = evaluation;
    const subject = { name: "Evaluation", id: of, organisationId, declaredBy: plannedBy } as const;
    return ok({ subject, loaded: { evaluation, useCase } });
  },
  async handle(ctx, { id: _id, publicationUrl, ...found }, { evaluation, useCase }) {
    if (evaluation.independent !== (right === "select")) return refuse(publishedByOthers(evaluation));
    const outcome = { ...found, publicationUrl: publicationUrl ?? null };
    const next = published(evaluation, outcome, ctx.clock.now(), useCase.dossier);
    const { verdict } = outcome;
    const stored = await storeNext(ports.evaluations, ctx, "Evaluation", next, { useCase: useCase.slug, verdict });
    if (!stored.ok) return stored;
    const provided = await provideEvidence(ports.useCases, ctx, useCase, piecesOf(evaluation));
    return provided.ok ? stored : provided;
  },
});

const piecesOf = ({ id: of, independent }: Evaluation): Partial<Record<EvidenceKind, string>> =>
  independent
    ? { evaluation: `evaluation:${of}`, independent_evaluation: `evaluation:${of}` }
    : { evaluation: `evaluation:${of}` };

const publishedByOthers = ({ independent }: Evaluation) => {
  const message = independent
    ? "The AI cell publishes what an independent body found."
    : "A validator of the ministry publishes its own evaluation.";
  return guardRefusal("evaluation.not_yours", message, [{ code: "evaluation.publisher", met: false, message }]);
};
