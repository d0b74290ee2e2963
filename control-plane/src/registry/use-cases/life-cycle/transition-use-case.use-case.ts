import { z } from "zod";
import { conflict, invalidInput, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { actionTowards, FINAL_STATES, TAKEN_OVER_STATES, type TransitionAction } from "../../domain/life-cycle.js";
import { transition } from "../../domain/transitions.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { askerOf } from "./asker-of.js";
import { recordMove, sameVersion } from "./record-change.js";
import { id, reason, state, version } from "../use-case.input.js";
import { rulesOfEntering } from "./rules-of-entering.js";
import { loadUseCase } from "../use-case.subject.js";

export const transitionUseCaseInput = z.object({
  id,
  to: state,
  reason,
  version,
  intoId: id.nullish().describe("With MERGED: the use case that takes this one over."),
});
export type TransitionUseCaseInput = z.infer<typeof transitionUseCaseInput>;
type Ports = Pick<RegistryPorts, "useCases" | "rules">;

const inputFor = (action: TransitionAction) =>
  transitionUseCaseInput
    .refine((input) => actionTowards(input.to) === action, {
      path: ["to"],
      message: "No step of the life cycle leads there; suspending and resuming are operations of their own.",
    })
    .refine((input) => input.intoId == null || (input.to === "merged" && input.intoId !== input.id), {
      path: ["intoId"],
      message: "Names another use case, of a merger only.",
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
    const rules = await rulesOfEntering(ports, ctx, before, input.to);
    const after = transition(before, input.to, await askerOf(ports, ctx, before.id), rules);
    if (!after.ok) return after;
    if (
      input.to === "merged" &&
      input.intoId == null &&
      TAKEN_OVER_STATES.includes(before.suspendedFrom ?? before.state)
    )
      return refuse(HEIR_MISSING);
    const into = input.intoId == null ? ok(null) : await heir(ports, ctx, input.intoId);
    if (!into.ok) return into;
    return recordMove(ports.useCases, ctx, before, { ...after.value, mergedInto: into.value }, input.reason);
  },
});

const HEIR_MISSING = invalidInput([
  { path: "intoId", message: "What agents work with is merged into another use case." },
]);

/** What takes over must live, so that no chain of mergers ends in nothing. */
async function heir(ports: Ports, ctx: Context, intoId: string): Promise<Result<string>> {
  const into = await ports.useCases.find(ctx, intoId);
  if (into === null) return refuse(notFound("use_case", intoId));
  if (!FINAL_STATES.includes(into.state)) return ok(into.id);
  return refuse(conflict("use_case.ended", `${into.slug} is ${into.state}; nothing merges into it.`));
}
