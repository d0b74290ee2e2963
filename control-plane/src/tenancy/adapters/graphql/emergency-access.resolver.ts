import { Inject } from "@nestjs/common";
import { Args, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import { actorRef, type PersonActor } from "../../../kernel/actor.js";
import type { Clock } from "../../../kernel/clock.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { CLOCK, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../domain/abilities.js";
import { lasts } from "../../domain/emergency-access.js";
import type { TenancyPorts } from "../../ports/tenancy-ports.js";
import { TENANCY_PORTS } from "../../tenancy.tokens.js";
import { EmergencyAccessType } from "./emergency-access.types.js";
import { PersonNameLoader } from "./person-name-loader.js";

@Resolver(() => EmergencyAccessType)
export class EmergencyAccessResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(TENANCY_PORTS) private readonly ports: Pick<TenancyPorts, "emergencies">,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [EmergencyAccessType], {
    description: "Of roles in an organisation itself, newest first; their own alone for who reads no others.",
  })
  async emergencyAccesses(
    @CurrentActor() actor: PersonActor,
    @Args("organisationId", { type: () => ID }) organisationId: string,
  ): Promise<EmergencyAccessType[]> {
    const found = await this.runner.read(actor, (ctx) => this.ports.emergencies.ofOrganisation(ctx, organisationId));
    const readsOthers = actorMay(actor, "read", "EmergencyAccess");
    return found.filter(({ proposedBy }) => readsOthers || proposedBy === actorRef(actor));
  }

  @ResolveField(() => String, { description: "Who asked for it, and holds it." })
  holder(@Parent() of: EmergencyAccessType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, of.proposedBy);
  }

  @ResolveField(() => String, { nullable: true })
  decidedBy(@Parent() of: EmergencyAccessType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return of.decidedBy === null ? null : this.people.nameOf(loaders, actor, of.decidedBy);
  }

  @ResolveField(() => String, { nullable: true })
  reviewedBy(
    @Parent() of: EmergencyAccessType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return of.reviewedBy === null ? null : this.people.nameOf(loaders, actor, of.reviewedBy);
  }

  @ResolveField(() => Boolean, { description: "It counts now." })
  lasts(@Parent() of: EmergencyAccessType): boolean {
    return lasts(of, this.clock.now());
  }

  @ResolveField(() => Boolean, { description: "Who asks holds it, or asked for it." })
  mine(@Parent() of: EmergencyAccessType, @CurrentActor() actor: PersonActor): boolean {
    return of.proposedBy === actorRef(actor);
  }
}
