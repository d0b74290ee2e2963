import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCase, UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { EVIDENCE } from "../../domain/evidence.js";
import { actionTowards } from "../../domain/life-cycle.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../registry.tokens.js";
import { amendUseCase } from "../../use-cases/life-cycle/amend-use-case.use-case.js";
import { declareUseCase } from "../../use-cases/life-cycle/declare-use-case.use-case.js";
import { recordEvidence } from "../../use-cases/life-cycle/record-evidence.use-case.js";
import { resumeUseCase } from "../../use-cases/life-cycle/resume-use-case.use-case.js";
import { suspendUseCase } from "../../use-cases/life-cycle/suspend-use-case.use-case.js";
import { transitionUseCase } from "../../use-cases/life-cycle/transition-use-case.use-case.js";
import { onceByKey } from "../../use-cases/once-by-key.js";
import {
  AmendUseCaseFields,
  DeclareUseCaseFields,
  RecordEvidenceFields,
  TransitionUseCaseFields,
} from "./registry.inputs.js";
import { UseCaseResult } from "./registry.unions.js";
import { useCaseView } from "./registry.views.js";

@Resolver()
export class UseCaseMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
  ) {}

  @Mutation(() => UseCaseResult)
  declareUseCase(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => DeclareUseCaseFields }) input: DeclareUseCaseFields,
  ) {
    const { receipts, useCases } = this.ports;
    const creation = onceByKey(declareUseCase(this.ports), receipts, (ctx, id) => useCases.find(ctx, id));
    return this.run(actor, creation, input);
  }

  @Mutation(() => UseCaseResult, {
    description: "Before it runs, a change of what validation looked at takes it back to IDEA; while it runs, none is.",
  })
  amendUseCase(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => AmendUseCaseFields }) input: AmendUseCaseFields,
  ) {
    return this.run(actor, amendUseCase(this.ports), input);
  }

  @Mutation(() => UseCaseResult, {
    description: "Any move along the life cycle but suspension; guards and role decide.",
  })
  transitionUseCase(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => TransitionUseCaseFields }) input: TransitionUseCaseFields,
  ) {
    // Where no step leads, the use case refuses the input whatever the right it was asked under.
    return this.run(actor, transitionUseCase(this.ports, actionTowards(input.to) ?? "validate"), input);
  }

  @Mutation(() => UseCaseResult, { description: "Records a piece that guards ask for; its kind says who provides it." })
  recordEvidence(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RecordEvidenceFields }) input: RecordEvidenceFields,
  ) {
    return this.run(actor, recordEvidence(this.ports, EVIDENCE[input.kind].providedBy), input);
  }

  @Mutation(() => UseCaseResult, { description: "Its keys stop everywhere within five seconds." })
  suspendUseCase(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Args("reason", { type: () => String }) reason: string,
  ) {
    return this.run(actor, suspendUseCase(this.ports), { id, reason });
  }

  @Mutation(() => UseCaseResult)
  resumeUseCase(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Args("reason", { type: () => String }) reason: string,
  ) {
    return this.run(actor, resumeUseCase(this.ports), { id, reason });
  }

  private async run<Input, Loaded>(actor: PersonActor, useCase: UseCase<Input, Loaded, AiUseCase>, input: unknown) {
    return unionMember(await this.runner.run(actor, useCase, input), useCaseView);
  }
}
