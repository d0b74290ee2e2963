import { actorRef } from "../../../kernel/actor.js";
import { proposed } from "../../../kernel/second-person.js";
import type { CausedEvent, Context, GovernanceEventDraft } from "../../../kernel/use-case.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import type { UseCaseChange } from "../../domain/change.js";
import { forJournal, type FieldChange } from "../../domain/material.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";

/** Files what waits for a second person; the use case stays as it is. */
export async function proposeChange(
  { changes: store }: Pick<RegistryPorts, "changes">,
  ctx: Context,
  useCase: AiUseCase,
  changes: readonly FieldChange[],
  { reason, right }: Pick<UseCaseChange, "reason" | "right">,
): Promise<CausedEvent> {
  const change: UseCaseChange = {
    ...{ id: ctx.ids.next(), organisationId: useCase.organisationId, useCaseId: useCase.id, changes, right },
    ...proposed(actorRef(ctx.actor), ctx.clock.now(), reason),
  };
  await store.insert(ctx, change);
  return { useCase: "registry.propose-change", event: changeEvent(useCase, change, reason) };
}

/** A change as the journal tells it: of which use case, by field, before and after. */
export const changeEvent = (
  { slug, id, organisationId }: AiUseCase,
  { id: change, state, changes }: UseCaseChange,
  reason: string,
): GovernanceEventDraft => ({
  organisationId,
  subjectType: "UseCase",
  subjectId: id,
  data: { slug, change, state, changes: forJournal(changes), reason },
});
