import type { Condition } from "../../kernel/refusal.js";
import type { AiUseCase } from "./ai-use-case.js";
import { evaluateGuards, NOBODY, type GuardName } from "./guards.js";
import { RUNNING_STATES, STEPS } from "./life-cycle.js";

/** Who validated is in the journal of the step, not in the use case. */
const OF_THE_STEP: readonly GuardName[] = ["validator.is_not_declarant"];

/**
 * Conditions of the states that a running use case went through which do not hold today, each once: an impact
 * assessment withdrawn, labels raised since. Empty for a use case that does not run; a suspended one is looked at in the
 * state it would come back to.
 */
export function unmetConditions(useCase: AiUseCase): readonly Condition[] {
  const state = useCase.state === "suspended" ? useCase.suspendedFrom : useCase.state;
  const reached = state === null ? -1 : RUNNING_STATES.indexOf(state);
  const passed = RUNNING_STATES.slice(0, reached + 1);
  const guards = STEPS.filter(({ to }) => passed.includes(to)).flatMap((step) => step.guards);
  const asked = [...new Set(guards)].filter((name) => !OF_THE_STEP.includes(name));
  return evaluateGuards(asked, useCase, NOBODY).filter(({ met }) => !met);
}
