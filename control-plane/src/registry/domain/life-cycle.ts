import type { UseCaseState } from "@socle/contracts";
import type { Action } from "../../kernel/use-case.js";
import type { GuardName } from "./guards.js";

/** The right that a step asks for: a ministry's validation, or the selection by the AI cell. */
export type TransitionAction = Extract<Action, "validate" | "select">;

interface Step {
  readonly to: UseCaseState;
  readonly from: readonly UseCaseState[];
  /** The same for every origin, so that the right to ask for is known before the use case is loaded. */
  readonly action: TransitionAction;
  readonly guards: readonly GuardName[];
}

/** The five refusals of the plan, as far as a declaration shows them; no state that runs is reached without them. */
const ACCEPTABLE: readonly GuardName[] = [
  "labels.declared",
  "labels.not_classified",
  "staff.not_substituted",
  "decision.not_autonomous",
  "ai_act.not_prohibited",
];
/** What a use case that runs goes on saying, whoever agrees to change it. */
export const HELD_GUARDS: readonly GuardName[] = [
  "labels.declared",
  "owner.named",
  "oversight.described",
  "labels.sren31",
];
const SUPERVISED: readonly GuardName[] = [
  ...ACCEPTABLE,
  "owner.named",
  "oversight.described",
  "evidence.sren_test",
  "labels.sren31",
  "evidence.dpia",
];
/** Before a system leaves the hands of those who try it. */
const RELEASED: readonly GuardName[] = [
  ...SUPERVISED,
  "ai_act.screened",
  "evidence.fria",
  "evidence.staff_consultation",
  "relation.human",
  "dependency.exit_plan",
  "benefit.expected",
  "evaluation.dated",
];

/** The life cycle but for suspension: which states follow which, who decides, and what must hold. */
export const STEPS: readonly Step[] = [
  { to: "qualified", from: ["idea"], action: "validate", guards: ["validator.is_not_declarant", ...ACCEPTABLE] },
  { to: "incubation", from: ["qualified"], action: "select", guards: ["owner.named"] },
  {
    to: "experiment",
    from: ["incubation", "evaluated"],
    action: "validate",
    guards: ["validator.is_not_declarant", ...SUPERVISED],
  },
  { to: "evaluated", from: ["experiment"], action: "select", guards: ["evidence.evaluation"] },
  {
    to: "deployed",
    from: ["evaluated"],
    action: "validate",
    guards: [
      "validator.is_not_declarant",
      ...RELEASED,
      "evidence.evaluation",
      "evidence.homologation",
      "evidence.training_plan",
    ],
  },
  {
    to: "generalised",
    from: ["deployed"],
    action: "select",
    guards: [...RELEASED, "evidence.independent_evaluation", "evidence.selection_score", "evidence.capacity_need"],
  },
  {
    to: "retired",
    from: ["incubation", "experiment", "evaluated", "deployed", "generalised", "suspended"],
    action: "validate",
    guards: [],
  },
  {
    to: "refused",
    from: ["idea", "qualified", "incubation", "experiment", "evaluated", "suspended"],
    action: "select",
    guards: [],
  },
  {
    to: "merged",
    from: ["idea", "qualified", "incubation", "experiment", "evaluated", "deployed", "generalised", "suspended"],
    action: "select",
    guards: [],
  },
];

/** Who validated is in the journal of the step, not in the use case. */
const OF_THE_STEP: readonly GuardName[] = ["validator.is_not_declarant"];

/** What a use case that runs in `state` has to meet: the guards of every running state up to it, each once. */
export function guardsUpTo(state: UseCaseState | null): readonly GuardName[] {
  const passed = RUNNING_STATES.slice(0, state === null ? 0 : RUNNING_STATES.indexOf(state) + 1);
  const guards = STEPS.filter(({ to }) => passed.includes(to)).flatMap((step) => step.guards);
  return [...new Set(guards)].filter((name) => !OF_THE_STEP.includes(name));
}

/** States of which a merger names what takes over: somebody works with it. */
export const TAKEN_OVER_STATES: readonly UseCaseState[] = ["deployed", "generalised"];

/** States in which a use case may hold keys that answer; rules of compliance narrow them further. */
export const RUNNING_STATES: readonly UseCaseState[] = ["experiment", "evaluated", "deployed", "generalised"];

/** States that compliance can suspend, and the only ones that `suspendedFrom` can hold. */
export const SUSPENDABLE_STATES: readonly UseCaseState[] = ["incubation", ...RUNNING_STATES];

/** States that nothing follows. */
export const FINAL_STATES: readonly UseCaseState[] = ["retired", "refused", "merged"];

/** The step that leads from one state to another, or `undefined` when there is none. */
export const stepBetween = (from: UseCaseState, to: UseCaseState): Step | undefined =>
  STEPS.find((step) => step.to === to && step.from.includes(from));

/** The right that entering `to` asks for; `undefined` when no step leads there. */
export const actionTowards = (to: UseCaseState): TransitionAction | undefined =>
  STEPS.find((step) => step.to === to)?.action;
