import { z } from "zod";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { loadRecord, storeNext } from "../../../kernel/stored-record.js";
import { FINAL_STATES } from "../../domain/life-cycle.js";
import { answered, type ShadowTool } from "../../domain/portfolio/shadow-tool.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id, reason } from "../use-case.input.js";

export const answerShadowToolInput = z.object({
  id,
  answer: reason,
  alternativeId: id.nullish().describe("The use case that serves instead."),
});
export type AnswerShadowToolInput = z.infer<typeof answerShadowToolInput>;
type Ports = Pick<RegistryPorts, "shadowTools" | "useCases">;

/** The AI cell names the sovereign alternative to a shadow tool, or says what will come. */
export const answerShadowTool = (ports: Ports): UseCase<AnswerShadowToolInput, ShadowTool, ShadowTool> => ({
  name: "registry.answer-shadow-tool",
  action: "select",
  input: zodSchema(answerShadowToolInput),
  load: (ctx, { id: of }) => loadRecord(ports.shadowTools, ctx, "ShadowTool", "shadow_tool", of),
  async handle(ctx, { answer, alternativeId }, tool) {
    const alternative = alternativeId == null ? null : await ports.useCases.find(ctx, alternativeId);
    if (alternativeId != null && alternative === null) return refuse(notFound("use_case", alternativeId));
    if (alternative !== null && FINAL_STATES.includes(alternative.state))
      return refuse(
        conflict("use_case.ended", `${alternative.slug} is ${alternative.state}: no alternative any more.`),
      );
    const next = answered(tool, answer, alternative?.id ?? null);
    return storeNext(ports.shadowTools, ctx, "ShadowTool", next, { alternative: alternative?.slug ?? null });
  },
});
