import type { UseCaseState } from "../../generated/operations";
import type { FakePerson } from "./fake-persons";
import type { FakeUseCase } from "./fake-use-cases";

interface Step {
  readonly to: UseCaseState;
  /** Ability that the move takes. */
  readonly ability: string;
  readonly conditions: (useCase: FakeUseCase, person: FakePerson) => readonly (readonly [string, boolean])[];
}

const STEPS: Partial<Record<UseCaseState, readonly Step[]>> = {
  IDEA: [
    {
      to: "QUALIFIED",
      ability: "validate:UseCase",
      conditions: (useCase, person) => [
        ["validator.is_not_declarant", useCase.declaredBy !== person.id],
        ["labels.declared", useCase.labels.length > 0],
        ["labels.not_classified", true],
      ],
    },
    { to: "REFUSED", ability: "validate:UseCase", conditions: () => [] },
  ],
  QUALIFIED: [{ to: "INCUBATION", ability: "select:UseCase", conditions: () => [["staff.not_substituted", true]] }],
  INCUBATION: [
    {
      to: "EXPERIMENT",
      ability: "select:UseCase",
      conditions: (useCase) => [
        ["owner.named", useCase.ownerEmail !== ""],
        ["oversight.described", useCase.oversight.length >= 20],
        ["evidence.dpia", !useCase.labels.includes("personal")],
      ],
    },
  ],
  EXPERIMENT: [
    {
      to: "EVALUATED",
      ability: "select:UseCase",
      conditions: () => [
        ["owner.named", true],
        ["oversight.described", true],
        ["evidence.evaluation", false],
        ["evidence.dpia", false],
      ],
    },
  ],
  EVALUATED: [
    {
      to: "DEPLOYED",
      ability: "validate:UseCase",
      conditions: () => [
        ["evidence.homologation", true],
        ["evidence.training_plan", false],
      ],
    },
  ],
  DEPLOYED: [
    {
      to: "GENERALISED",
      ability: "select:UseCase",
      conditions: () => [
        ["evidence.independent_evaluation", false],
        ["evidence.selection_score", true],
        ["evidence.capacity_need", true],
      ],
    },
  ],
};

export function transitionsOf(useCase: FakeUseCase, person: FakePerson) {
  return (STEPS[useCase.state] ?? []).map((step) => {
    const conditions = step.conditions(useCase, person).map(([code, met]) => ({ code, met, message: code }));
    const may = person.abilities.includes(step.ability);
    const allMet = conditions.every((condition) => condition.met);
    return {
      to: step.to,
      allowed: may && allMet,
      reason: may ? null : "You may not do it: it takes another role.",
      conditions,
    };
  });
}
