import { notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, Subject } from "../../kernel/use-case.js";
import type { AiUseCase } from "../domain/ai-use-case.js";
import type { UseCaseRepository } from "../ports/use-case-repository.port.js";

/** A use case as authorisation looks at it. */
export const useCaseSubject = (useCase: AiUseCase): Subject => ({
  name: "UseCase",
  id: useCase.id,
  organisationId: useCase.organisationId,
  state: useCase.state,
  declaredBy: useCase.amendedBy ?? useCase.declaredBy,
});

export async function loadUseCase(
  repository: UseCaseRepository,
  ctx: Context,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: AiUseCase }>> {
  const loaded = await repository.find(ctx, id);
  return loaded === null ? refuse(notFound("use_case", id)) : ok({ subject: useCaseSubject(loaded), loaded });
}
