import type { UseCaseState } from "@socle/contracts";
import { conflict, guardRefusal, type Condition, type Refusal } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Action } from "../../kernel/use-case.js";
import type { AiUseCase } from "./ai-use-case.js";
import { evaluateGuards, NOBODY, type Asker } from "./guards.js";
import { guardsUpTo, STEPS, SUSPENDABLE_STATES, stepBetween } from "./life-cycle.js";

/** Code of a refusal by the guards of a step. */
export const GUARD_UNMET = "use_case.guard_unmet";

/** A way out of the present state, with the right it asks for and its conditions as they stand. */
export interface TransitionOption {
  readonly to: UseCaseState;
  readonly action: Action;
  readonly conditions: readonly Condition[];
}

const moved = (useCase: AiUseCase, to: UseCaseState, suspendedFrom: UseCaseState | null = null): AiUseCase => ({
  ...useCase,
  state: to,
  suspendedFrom,
  version: useCase.version + 1,
});

const noWay = (useCase: AiUseCase, to: UseCaseState): Refusal =>
  conflict("use_case.no_transition", `Nothing leads from ${useCase.state} to ${to}.`);

/**
 * Every way out of the present state for somebody, whatever their rights.
 * @param rulesOf what policy rules say of entering a state
 */
export function transitionOptions(
  useCase: AiUseCase,
  asker: Asker,
  rulesOf: (to: UseCaseState) => readonly Condition[] = () => [],
): readonly TransitionOption[] {
  const back = useCase.state === "suspended" ? useCase.suspendedFrom : null;
  const resumption =
    back === null
      ? []
      : [{ to: back, action: "resume" as const, conditions: [...toResume(useCase, back), ...rulesOf(back)] }];
  const steps = STEPS.filter((step) => step.from.includes(useCase.state)).map((step) => ({
    to: step.to,
    action: step.action,
    conditions: [...evaluateGuards(step.guards, useCase, asker), ...rulesOf(step.to)],
  }));
  const suspension = { to: "suspended" as const, action: "suspend" as const, conditions: [] as const };
  return [...resumption, ...steps, ...(SUSPENDABLE_STATES.includes(useCase.state) ? [suspension] : [])];
}

/** States that a use case may be moved to from where it stands. */
export const statesAhead = ({ state, suspendedFrom }: AiUseCase): readonly UseCaseState[] => [
  ...(state === "suspended" && suspendedFrom !== null ? [suspendedFrom] : []),
  ...STEPS.filter((step) => step.from.includes(state)).map(({ to }) => to),
];

/** What holds of the states that it went through is asked once more: much changes while a use case stands still. */
const toResume = (useCase: AiUseCase, to: UseCaseState): readonly Condition[] =>
  evaluateGuards(guardsUpTo(to), useCase, NOBODY);

/**
 * Moves along one step; refuses where there is none, or when a guard is not met.
 * @param rules what policy rules say of entering that state, listed with the guards
 */
export function transition(
  useCase: AiUseCase,
  to: UseCaseState,
  asker: Asker,
  rules: readonly Condition[] = [],
): Result<AiUseCase> {
  const step = stepBetween(useCase.state, to);
  if (step === undefined) return refuse(noWay(useCase, to));
  return withConditions([...evaluateGuards(step.guards, useCase, asker), ...rules], moved(useCase, to));
}

function withConditions(conditions: readonly Condition[], next: AiUseCase): Result<AiUseCase> {
  const unmet = conditions.filter((condition) => !condition.met).map((condition) => condition.message);
  return unmet.length === 0 ? ok(next) : refuse(guardRefusal(GUARD_UNMET, unmet.join(" "), conditions));
}

/** Stops a use case from any state where it lives, and keeps that state to come back to. */
export const suspend = (useCase: AiUseCase): Result<AiUseCase> =>
  SUSPENDABLE_STATES.includes(useCase.state)
    ? ok(moved(useCase, "suspended", useCase.state))
    : refuse(noWay(useCase, "suspended"));

/** Brings a suspended use case back to the state it was suspended from, unless a guard or a rule says no. */
export const resume = (useCase: AiUseCase, rules: readonly Condition[] = []): Result<AiUseCase> =>
  useCase.state === "suspended" && useCase.suspendedFrom !== null
    ? withConditions([...toResume(useCase, useCase.suspendedFrom), ...rules], moved(useCase, useCase.suspendedFrom))
    : refuse(conflict("use_case.not_suspended", `The use case is ${useCase.state}, not suspended.`));
