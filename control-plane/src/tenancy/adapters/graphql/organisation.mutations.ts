import { Inject } from "@nestjs/common";
import { Args, Mutation, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCase, UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { Organisation } from "../../domain/organisation.js";
import { SIGN_IN_PORTS } from "../../tenancy.tokens.js";
import { mergeOrganisation } from "../../use-cases/merge-organisation.use-case.js";
import { moveOrganisation } from "../../use-cases/move-organisation.use-case.js";
import { renameOrganisation } from "../../use-cases/rename-organisation.use-case.js";
import { saveOrganisationUseCase } from "../../use-cases/save-organisation.use-case.js";
import type { SignInPorts } from "../../use-cases/sign-in.use-case.js";
import {
  CreateOrganisationFields,
  MergeOrganisationFields,
  MoveOrganisationFields,
  OrganisationResult,
  RenameOrganisationFields,
} from "./organisation.inputs.js";

@Resolver()
export class OrganisationMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(SIGN_IN_PORTS) private readonly ports: SignInPorts,
  ) {}

  @Mutation(() => OrganisationResult)
  createOrganisation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => CreateOrganisationFields }) input: CreateOrganisationFields,
  ) {
    return this.run(actor, saveOrganisationUseCase(this.ports.organisations), input);
  }

  @Mutation(() => OrganisationResult, { description: "From a day on; what it was called before is kept." })
  renameOrganisation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RenameOrganisationFields }) input: RenameOrganisationFields,
  ) {
    return this.run(actor, renameOrganisation(this.ports.organisations), input);
  }

  @Mutation(() => OrganisationResult, { description: "With all that stands below it, from a day on." })
  moveOrganisation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => MoveOrganisationFields }) input: MoveOrganisationFields,
  ) {
    return this.run(actor, moveOrganisation(this.ports.organisations), input);
  }

  @Mutation(() => OrganisationResult, { description: "Closes it; what it owned and its roles go on in its successor." })
  mergeOrganisation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => MergeOrganisationFields }) input: MergeOrganisationFields,
  ) {
    return this.run(actor, mergeOrganisation(this.ports), input);
  }

  private async run<Input, Loaded>(actor: PersonActor, useCase: UseCase<Input, Loaded, Organisation>, input: unknown) {
    return unionMember(await this.runner.run(actor, useCase, input), (organisation) => organisation);
  }
}
