import { actorRef } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import type { UseCaseEvent } from "../../domain/ai-use-case.js";
import type { Asker } from "../../domain/guards.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";

/** Whoever asks, beside whoever wrote what they would validate. */
export const askerOf = async (
  { useCases }: Pick<RegistryPorts, "useCases">,
  ctx: Context,
  id: string,
): Promise<Asker> => ({ by: actorRef(ctx.actor), authors: authorsOf(await useCases.events(ctx, [id])) });

/** Whoever wrote an idea: later, no person alone changes what is validated. */
export const authorsOf = (history: readonly UseCaseEvent[]): readonly string[] =>
  history.filter(({ to }) => to === "idea").map(({ by }) => by);
