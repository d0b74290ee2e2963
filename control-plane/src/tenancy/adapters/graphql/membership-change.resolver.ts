import { Inject } from "@nestjs/common";
import { Args, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import { actorRef, type PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../domain/abilities.js";
import type { TenancyPorts } from "../../ports/tenancy-ports.js";
import { TENANCY_PORTS } from "../../tenancy.tokens.js";
import { MembershipChangeType } from "./membership-change.types.js";
import { PersonNameLoader } from "./person-name-loader.js";

@Resolver(() => MembershipChangeType)
export class MembershipChangeResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(TENANCY_PORTS) private readonly ports: Pick<TenancyPorts, "changes">,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
  ) {}

  @Query(() => [MembershipChangeType], { description: "Of roles in an organisation itself, newest first." })
  async membershipChanges(
    @CurrentActor() actor: PersonActor,
    @Args("organisationId", { type: () => ID }) organisationId: string,
  ): Promise<MembershipChangeType[]> {
    if (!actorMay(actor, "read", "Membership")) return [];
    return [...(await this.runner.read(actor, (ctx) => this.ports.changes.ofOrganisation(ctx, organisationId)))];
  }

  @ResolveField(() => String, { description: "Whose role it is." })
  holder(@Parent() of: MembershipChangeType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, of.personId);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: "Address under which the holder is known or invited: a name alone could be anybody's.",
  })
  address(@Parent() of: MembershipChangeType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.addressOf(loaders, actor, of.personId);
  }

  @ResolveField(() => String)
  proposedBy(
    @Parent() of: MembershipChangeType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.people.nameOf(loaders, actor, of.proposedBy);
  }

  @ResolveField(() => String, { nullable: true })
  decidedBy(
    @Parent() of: MembershipChangeType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return of.decidedBy === null ? null : this.people.nameOf(loaders, actor, of.decidedBy);
  }

  @ResolveField(() => Boolean, { description: "Who asks proposed it, or it is their own role: another decides." })
  own(@Parent() of: MembershipChangeType, @CurrentActor() actor: PersonActor): boolean {
    return [of.proposedBy, of.personId].includes(actorRef(actor));
  }

  @ResolveField(() => Boolean, { description: "Who asks proposed it, and may take it back." })
  mine(@Parent() of: MembershipChangeType, @CurrentActor() actor: PersonActor): boolean {
    return of.proposedBy === actorRef(actor);
  }
}
