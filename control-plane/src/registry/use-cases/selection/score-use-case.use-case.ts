import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { recorded } from "../../../kernel/stored-record.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { FINAL_STATES } from "../../domain/life-cycle.js";
import { HIGHEST_MARK, type SelectionScore } from "../../domain/selection/selection-score.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { provideEvidence } from "../life-cycle/provide-evidence.js";
import { id, reason } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

const mark = z.number().int().min(0).max(HIGHEST_MARK);
export const scoreUseCaseInput = z.object({
  useCaseId: id,
  marks: z
    .object({ impact: mark, generalisability: mark, agentEffects: mark, userEffects: mark })
    .describe("Whole marks of 0 to 5."),
  rationale: reason,
  /** A draft is kept and ranks nothing. */
  final: z.boolean().describe("A draft ranks nothing."),
});
export type ScoreUseCaseInput = z.infer<typeof scoreUseCaseInput>;
type Ports = Pick<RegistryPorts, "useCases" | "scores">;

/** The AI cell marks a use case on the four criteria; final marks are the piece that generalisation asks for. */
export const scoreUseCase = (ports: Ports): UseCase<ScoreUseCaseInput, AiUseCase, SelectionScore> => ({
  name: "registry.score-use-case",
  action: "select",
  input: zodSchema(scoreUseCaseInput),
  load: (ctx, { useCaseId }) => loadUseCase(ports.useCases, ctx, useCaseId),
  async handle(ctx, { marks, rationale, final }, useCase) {
    if (FINAL_STATES.includes(useCase.state))
      return refuse(conflict("use_case.ended", `The use case is ${useCase.state}; it is not scored any more.`));
    const score: SelectionScore = {
      id: ctx.ids.next(),
      organisationId: useCase.organisationId,
      useCaseId: useCase.id,
      version: 1,
      marks,
      rationale,
      state: final ? "final" : "draft",
      scoredBy: actorRef(ctx.actor),
      scoredAt: ctx.clock.now(),
    };
    await ports.scores.insert(ctx, score);
    const provided = final
      ? await provideEvidence(ports.useCases, ctx, useCase, { selection_score: `selection-score:${score.id}` })
      : ok(useCase);
    if (!provided.ok) return provided;
    return ok(recorded("Selection", score, { useCase: useCase.slug, marks, state: score.state }));
  },
});
