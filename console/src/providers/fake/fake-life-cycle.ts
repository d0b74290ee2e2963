import type { EvidenceKind, UseCaseState } from "../../generated/operations";
import type { FakePerson } from "./fake-persons";
import type { FakeUseCase } from "./fake-use-cases";

type Guard = (useCase: FakeUseCase, person: FakePerson) => boolean;

interface Step {
  readonly to: UseCaseState;
  /** Ability that the move takes. */
  readonly ability: string;
  readonly guards: readonly string[];
}

const has =
  (kind: EvidenceKind): Guard =>
  (useCase) =>
    useCase.evidence[kind] !== undefined;

const GUARDS: Readonly<Record<string, Guard>> = {
  "validator.is_not_declarant": (useCase, person) => useCase.declaredBy !== person.id,
  "labels.declared": (useCase) => useCase.labels.length > 0,
  "labels.not_classified": () => true,
  "staff.not_substituted": () => true,
  "decision.not_autonomous": (useCase) => useCase.decisionRole !== "AUTONOMOUS",
  "owner.named": (useCase) => useCase.ownerEmail !== "",
  "oversight.described": (useCase) => useCase.oversight.length >= 20,
  "ai_act.not_prohibited": () => true,
  "evidence.sren_test": (useCase) =>
    useCase.labels.every((label) => label === "public") || useCase.evidence.SREN_TEST !== undefined,
  "labels.sren31": () => true,
  "evidence.dpia": (useCase) => !useCase.labels.includes("personal") || useCase.evidence.DPIA !== undefined,
  "evidence.evaluation": has("EVALUATION"),
  "evidence.fria": () => true,
  "relation.human": () => true,
  "dependency.exit_plan": () => true,
  "evidence.homologation": has("HOMOLOGATION"),
  "evidence.training_plan": has("TRAINING_PLAN"),
  "evidence.independent_evaluation": has("INDEPENDENT_EVALUATION"),
  "evidence.selection_score": has("SELECTION_SCORE"),
  "evidence.capacity_need": has("CAPACITY_NEED"),
};

const ACCEPTABLE = [
  "labels.declared",
  "labels.not_classified",
  "staff.not_substituted",
  "decision.not_autonomous",
  "ai_act.not_prohibited",
];
const SUPERVISED = [
  ...ACCEPTABLE,
  "owner.named",
  "oversight.described",
  "evidence.sren_test",
  "labels.sren31",
  "evidence.dpia",
];
const RELEASED = [...SUPERVISED, "evidence.fria", "relation.human", "dependency.exit_plan"];
const OTHER_PERSON = "validator.is_not_declarant";

const step = (to: UseCaseState, ability: string, guards: readonly string[] = []): Step => ({ to, ability, guards });
const REFUSED = step("REFUSED", "select:UseCase");
const RETIRED = step("RETIRED", "validate:UseCase");

const STEPS: Partial<Record<UseCaseState, readonly Step[]>> = {
  IDEA: [step("QUALIFIED", "validate:UseCase", [OTHER_PERSON, ...ACCEPTABLE]), REFUSED],
  QUALIFIED: [step("INCUBATION", "select:UseCase", ["owner.named"]), REFUSED],
  INCUBATION: [step("EXPERIMENT", "validate:UseCase", [OTHER_PERSON, ...SUPERVISED]), REFUSED],
  EXPERIMENT: [step("EVALUATED", "select:UseCase", ["evidence.evaluation"]), RETIRED],
  EVALUATED: [
    step("DEPLOYED", "validate:UseCase", [
      OTHER_PERSON,
      ...RELEASED,
      "evidence.evaluation",
      "evidence.homologation",
      "evidence.training_plan",
    ]),
    RETIRED,
  ],
  DEPLOYED: [
    step("GENERALISED", "select:UseCase", [
      ...RELEASED,
      "evidence.independent_evaluation",
      "evidence.selection_score",
      "evidence.capacity_need",
    ]),
    RETIRED,
  ],
};

export function transitionsOf(useCase: FakeUseCase, person: FakePerson) {
  return (STEPS[useCase.state] ?? []).map(({ to, ability, guards }) => {
    const conditions = guards.map((code) => ({ code, met: GUARDS[code]?.(useCase, person) === true, message: code }));
    const may = person.abilities.includes(ability);
    const unmet = conditions.some((condition) => !condition.met);
    const reasonCode = may ? (unmet ? "use_case.guard_unmet" : null) : "role.missing";
    return { to, allowed: reasonCode === null, reason: reasonCode, reasonCode, conditions };
  });
}
