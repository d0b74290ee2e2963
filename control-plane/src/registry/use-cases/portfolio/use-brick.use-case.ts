import { z } from "zod";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

export const useBrickInput = z.object({ useCaseId: id, brickId: id });
export type UseBrickInput = z.infer<typeof useBrickInput>;
type Ports = Pick<RegistryPorts, "useCases" | "bricks" | "brickUses">;

/** A ministry says that a use case is built with a brick, so that others see what it serves. */
export const useBrick = (ports: Ports): UseCase<UseBrickInput, AiUseCase, AiUseCase> => ({
  name: "registry.use-brick",
  action: "update",
  input: zodSchema(useBrickInput),
  load: (ctx, { useCaseId }) => loadUseCase(ports.useCases, ctx, useCaseId),
  async handle(ctx, { brickId }, useCase) {
    const brick = await ports.bricks.find(ctx, brickId);
    if (brick === null) return refuse(notFound("brick", brickId));
    const { organisationId } = useCase;
    await ports.brickUses.add(ctx, { useCaseId: useCase.id, organisationId, brickId: brick.id });
    const data = { slug: useCase.slug, brick: brick.slug };
    return ok({ value: useCase, event: { organisationId, subjectType: "UseCase", subjectId: useCase.id, data } });
  },
});
