import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { recorded } from "../../../kernel/stored-record.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import type { Evaluation } from "../../domain/evaluations/evaluation.js";
import { FINAL_STATES } from "../../domain/life-cycle.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

export const planEvaluationInput = z.object({
  useCaseId: id,
  protocol: z.string().trim().min(10).max(4000),
  body: z.string().trim().min(2).max(200),
  independent: z.boolean().describe("The body neither built the system nor supplies it."),
  sample: z.string().trim().min(1).max(400).nullish(),
});
export type PlanEvaluationInput = z.infer<typeof planEvaluationInput>;
type Ports = Pick<RegistryPorts, "useCases" | "evaluations">;

/** A ministry or the AI cell says who will evaluate a use case, and how. */
export const planEvaluation = (ports: Ports): UseCase<PlanEvaluationInput, AiUseCase, Evaluation> => ({
  name: "registry.plan-evaluation",
  action: "declare",
  input: zodSchema(planEvaluationInput),
  async load(ctx, { useCaseId }) {
    const found = await loadUseCase(ports.useCases, ctx, useCaseId);
    if (!found.ok) return found;
    const { organisationId } = found.value.loaded;
    return ok({ subject: { name: "Evaluation", id: null, organisationId }, loaded: found.value.loaded });
  },
  async handle(ctx, { sample, ...planned }, useCase) {
    if (FINAL_STATES.includes(useCase.state))
      return refuse(conflict("use_case.ended", `The use case is ${useCase.state}; it is not evaluated any more.`));
    const evaluation: Evaluation = {
      ...planned,
      id: ctx.ids.next(),
      organisationId: useCase.organisationId,
      version: 1,
      sample: sample ?? null,
      metrics: [],
      verdict: null,
      summary: null,
      publicationUrl: null,
      state: "planned",
      plannedBy: actorRef(ctx.actor),
      plannedAt: ctx.clock.now(),
      publishedAt: null,
    };
    await ports.evaluations.insert(ctx, evaluation);
    const { body, independent } = evaluation;
    return ok(recorded("Evaluation", evaluation, { useCase: useCase.slug, body, independent }));
  },
});
