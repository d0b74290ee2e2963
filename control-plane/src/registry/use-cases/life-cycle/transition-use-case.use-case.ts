import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import type { TransitionAction } from "../../domain/life-cycle.js";
import { actionTowards } from "../../domain/life-cycle.js";
import { transition } from "../../domain/transitions.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { recordMove, sameVersion } from "./record-change.js";
import { id, reason, state } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

const fields = z.object({ id, to: state, reason, version: z.number().int().min(1) });
export type TransitionUseCaseInput = z.infer<typeof fields>;
type Ports = Pick<RegistryPorts, "useCases">;

const inputFor = (action: TransitionAction) =>
  fields.refine((input) => actionTowards(input.to) === action, {
    path: ["to"],
    message: "No step of the life cycle leads there; suspending and resuming are operations of their own.",
  });

/**
 * Moves a use case along its life cycle, by the right that the target state asks for: `actionTowards(to)`.
 * Takes the version the actor decided on, so that nobody validates what changed under their eyes.
 */
export const transitionUseCase = (
  ports: Ports,
  action: TransitionAction,
): UseCase<TransitionUseCaseInput, AiUseCase, AiUseCase> => ({
  name: "registry.transition-use-case",
  action,
  input: zodSchema(inputFor(action)),
  load: (ctx, input) => loadUseCase(ports.useCases, ctx, input.id),
  async handle(ctx, input, before) {
    const current = sameVersion(before, input.version);
    if (!current.ok) return current;
    const after = transition(before, input.to, actorRef(ctx.actor));
    return after.ok ? recordMove(ports.useCases, ctx, before, after.value, input.reason) : after;
  },
});
