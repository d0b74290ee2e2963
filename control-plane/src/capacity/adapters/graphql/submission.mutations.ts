import { Inject } from "@nestjs/common";
import { Args, Mutation, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { changeLines } from "../../use-cases/declarations/change-lines.use-case.js";
import { createDeclaration } from "../../use-cases/declarations/create-declaration.use-case.js";
import { changeNeed } from "../../use-cases/needs/change-need.use-case.js";
import { createNeed } from "../../use-cases/needs/create-need.use-case.js";
import { commentOnSubmission } from "../../use-cases/submissions/comment-on-submission.use-case.js";
import { moveDeclaration } from "../../use-cases/submissions/move-declaration.use-case.js";
import { moveNeed } from "../../use-cases/submissions/move-need.use-case.js";
import { needView } from "./capacity.views.js";
import { declarationView } from "./declaration.resolver.js";
import {
  CapacityDeclarationResult,
  ChangeLinesFields,
  CreateDeclarationFields,
  MoveDeclarationFields,
} from "./declaration.types.js";
import { CapacityNeedResult, ChangeNeedFields, CreateNeedFields, MoveNeedFields } from "./need.types.js";
import { CommentFields, CommentResult } from "./submission.types.js";

@Resolver()
export class SubmissionMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityPorts,
  ) {}

  @Mutation(() => CapacityDeclarationResult, {
    description: "Begins an organisation's answer; where one was accepted, from its lines and in its place.",
  })
  async createCapacityDeclaration(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => CreateDeclarationFields }) input: CreateDeclarationFields,
  ) {
    return unionMember(await this.runner.run(actor, createDeclaration(this.ports), input), declarationView);
  }

  @Mutation(() => CapacityDeclarationResult, { description: "Writes and removes lines; files go through an import." })
  async changeCapacityLines(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => ChangeLinesFields }) input: ChangeLinesFields,
  ) {
    return unionMember(await this.runner.run(actor, changeLines(this.ports), input), declarationView);
  }

  @Mutation(() => CapacityDeclarationResult, { description: "One step of its life; `steps` says which are open." })
  async moveCapacityDeclaration(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => MoveDeclarationFields }) input: MoveDeclarationFields,
  ) {
    return unionMember(await this.runner.run(actor, moveDeclaration(this.ports, input.step), input), declarationView);
  }

  @Mutation(() => CapacityNeedResult)
  async createCapacityNeed(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => CreateNeedFields }) input: CreateNeedFields,
  ) {
    return unionMember(await this.runner.run(actor, createNeed(this.ports), input), needView);
  }

  @Mutation(() => CapacityNeedResult, { description: "Writes its whole content." })
  async changeCapacityNeed(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => ChangeNeedFields }) input: ChangeNeedFields,
  ) {
    return unionMember(await this.runner.run(actor, changeNeed(this.ports), input), needView);
  }

  @Mutation(() => CapacityNeedResult, { description: "One step of its life; `steps` says which are open." })
  async moveCapacityNeed(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => MoveNeedFields }) input: MoveNeedFields,
  ) {
    return unionMember(await this.runner.run(actor, moveNeed(this.ports, input.step), input), needView);
  }

  @Mutation(() => CommentResult, { description: "A remark on a version, on a line or field where it says so." })
  async commentOnSubmission(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => CommentFields }) input: CommentFields,
  ) {
    return unionMember(await this.runner.run(actor, commentOnSubmission(this.ports), input), (comment) => comment);
  }
}
