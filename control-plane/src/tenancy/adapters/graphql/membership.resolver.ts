import { Inject } from "@nestjs/common";
import { Args, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { Clock } from "../../../kernel/clock.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { CLOCK, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../domain/abilities.js";
import { TENANCY_PORTS } from "../../tenancy.tokens.js";
import type { TenancyPorts } from "../../ports/tenancy-ports.js";
import { OrganisationLoader } from "./organisation-loader.js";
import { PersonNameLoader } from "./person-name-loader.js";
import { MembershipType, OrganisationType } from "./tenancy.types.js";

@Resolver(() => MembershipType)
export class MembershipResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(TENANCY_PORTS) private readonly ports: TenancyPorts,
    @Inject(OrganisationLoader) private readonly loader: OrganisationLoader,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [MembershipType], { description: "Roles that hold today in an organisation itself." })
  async memberships(
    @CurrentActor() actor: PersonActor,
    @Args("organisationId", { type: () => ID }) organisationId: string,
  ): Promise<MembershipType[]> {
    if (!actorMay(actor, "read", "Membership")) return [];
    const now = this.clock.now();
    const held = await this.runner.read(actor, (ctx) =>
      this.ports.memberships.ofOrganisation(ctx, organisationId, now),
    );
    return [...held];
  }

  @ResolveField(() => String, { description: "A name, or a reference for whom this person may not see." })
  holder(@Parent() membership: MembershipType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, membership.personId);
  }

  @ResolveField(() => OrganisationType)
  organisation(
    @Parent() membership: MembershipType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<OrganisationType | null> {
    return this.loader.load(loaders, actor, membership.organisationId);
  }
}
