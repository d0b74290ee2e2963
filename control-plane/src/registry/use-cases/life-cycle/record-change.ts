import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Done } from "../../../kernel/use-case.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import type { UseCaseRepository } from "../../ports/use-case-repository.port.js";

const CHANGED = conflict("use_case.changed", "The use case changed meanwhile; read it again before deciding.");

/** Refuses when the version somebody decided on is not the one that stands. */
export const sameVersion = (useCase: AiUseCase, version: number): Result<AiUseCase> =>
  useCase.version === version ? ok(useCase) : refuse(CHANGED);

/** Stores a use case that moved from one state to another, with the step in its history and in the journal. */
export async function recordMove(
  repository: UseCaseRepository,
  ctx: Context,
  before: AiUseCase,
  after: AiUseCase,
  reason: string | null,
): Promise<Result<Done<AiUseCase>>> {
  if (!(await repository.update(ctx, after))) return refuse(CHANGED);
  await repository.appendEvent(ctx, {
    id: ctx.ids.next(),
    useCaseId: after.id,
    organisationId: after.organisationId,
    at: ctx.clock.now(),
    from: before.state,
    to: after.state,
    by: actorRef(ctx.actor),
    reason,
  });
  const data = { slug: after.slug, from: before.state, to: after.state, version: after.version, reason };
  return ok({
    value: after,
    event: { organisationId: after.organisationId, subjectType: "UseCase", subjectId: after.id, data },
  });
}
