import { Inject } from "@nestjs/common";
import { Args, Mutation, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import type { UseCase } from "../../../../../kernel/use-case.js";
import { CurrentActor } from "../../../../../platform/graphql/current-actor.decorator.js";
import type { Derogation } from "../../../../domain/desk/derogations/derogation.js";
import {
  refuseDerogation,
  revokeDerogation,
  withdrawDerogation,
} from "../../../../use-cases/desk/derogations/close-derogation.use-case.js";
import { endorseDerogation } from "../../../../use-cases/desk/derogations/endorse-derogation.use-case.js";
import { grantDerogation } from "../../../../use-cases/desk/derogations/grant-derogation.use-case.js";
import { requestDerogation } from "../../../../use-cases/desk/derogations/request-derogation.use-case.js";
import { derogationView } from "./derogation.resolver.js";
import {
  CloseDerogationFields,
  DerogationResult,
  EndorseDerogationFields,
  GrantDerogationFields,
  RequestDerogationFields,
} from "./derogation.types.js";
import { DeskDoor } from "../desk-door.js";

@Resolver()
export class DerogationMutations {
  constructor(@Inject(DeskDoor) private readonly desk: DeskDoor) {}

  @Mutation(() => DerogationResult)
  requestDerogation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RequestDerogationFields }) input: RequestDerogationFields,
  ) {
    const { derogations } = this.desk.ports;
    const view = derogationView(this.desk.today());
    return this.desk.create(actor, requestDerogation(this.desk.ports), derogations, input, view);
  }

  @Mutation(() => DerogationResult, { description: "The ministry's own authority decided." })
  endorseDerogation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => EndorseDerogationFields }) input: EndorseDerogationFields,
  ) {
    return this.run(actor, endorseDerogation(this.desk.ports), input);
  }

  @Mutation(() => DerogationResult, { description: "Schedulers apply it from the next snapshot on." })
  grantDerogation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => GrantDerogationFields }) input: GrantDerogationFields,
  ) {
    return this.run(actor, grantDerogation(this.desk.ports), input);
  }

  @Mutation(() => DerogationResult)
  refuseDerogation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => CloseDerogationFields }) input: CloseDerogationFields,
  ) {
    return this.run(actor, refuseDerogation(this.desk.ports), input);
  }

  @Mutation(() => DerogationResult)
  withdrawDerogation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => CloseDerogationFields }) input: CloseDerogationFields,
  ) {
    return this.run(actor, withdrawDerogation(this.desk.ports), input);
  }

  @Mutation(() => DerogationResult, { description: "Ends it before its last day: the next snapshot is without it." })
  revokeDerogation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => CloseDerogationFields }) input: CloseDerogationFields,
  ) {
    return this.run(actor, revokeDerogation(this.desk.ports), input);
  }

  private run<Input>(actor: PersonActor, useCase: UseCase<Input, Derogation, Derogation>, input: unknown) {
    return this.desk.run(actor, useCase, input, derogationView(this.desk.today()));
  }
}
