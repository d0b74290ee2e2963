import type { Condition } from "../../kernel/refusal.js";
import type { AiUseCase } from "./ai-use-case.js";
import { evaluateGuards, NOBODY } from "./guards.js";
import { guardsUpTo } from "./life-cycle.js";

/**
 * Conditions of the states that a running use case went through which do not hold today, each once: an impact
 * assessment withdrawn, labels raised since. Empty for a use case that does not run; a suspended one is looked at in the
 * state it would come back to.
 */
export function unmetConditions(useCase: AiUseCase): readonly Condition[] {
  const state = useCase.state === "suspended" ? useCase.suspendedFrom : useCase.state;
  return evaluateGuards(guardsUpTo(state), useCase, NOBODY).filter(({ met }) => !met);
}
