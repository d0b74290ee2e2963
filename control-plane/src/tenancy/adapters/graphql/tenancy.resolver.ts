import { Inject } from "@nestjs/common";
import { Args, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { Clock } from "../../../kernel/clock.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, CurrentIdentity, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import type { Identity } from "../../../platform/http/request-identity.port.js";
import { CLOCK, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { abilitiesOf } from "../../domain/abilities.js";
import type { MembershipRepository } from "../../ports/membership-repository.port.js";
import type { OrganisationRepository } from "../../ports/organisation-repository.port.js";
import { MEMBERSHIPS, ORGANISATIONS } from "../../tenancy.tokens.js";
import { OrganisationLoader } from "./organisation-loader.js";
import { MembershipType, MeType, OrganisationType, PastOrganisationType } from "./tenancy.types.js";

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ORGANISATIONS) private readonly organisationRepository: OrganisationRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(OrganisationLoader) private readonly loader: OrganisationLoader,
  ) {}

  @Query(() => [OrganisationType])
  async organisations(
    @CurrentActor() actor: PersonActor,
    @Args("at", { type: () => Date, nullable: true }) at: Date | null,
  ): Promise<OrganisationType[]> {
    const time = at ?? this.clock.now();
    return [...(await this.runner.read(actor, (ctx) => this.organisationRepository.listAt(ctx, time)))];
  }

  @Query(() => OrganisationType, { nullable: true })
  organisation(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<OrganisationType | null> {
    return this.runner.read(actor, (ctx) => this.organisationRepository.find(ctx, id));
  }

  @ResolveField(() => [PastOrganisationType], { description: "What it was before each change, oldest first." })
  history(
    @Parent() of: OrganisationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<readonly PastOrganisationType[]> {
    return this.loader.pastOf(loaders, actor, of.id);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: "What took it over, at the end of the chain." })
  async successor(
    @Parent() of: OrganisationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<OrganisationType | null> {
    let last: OrganisationType | null = null;
    for (let next = of.successorId; next !== null; next = last?.successorId ?? null)
      last = await this.loader.load(loaders, actor, next);
    return last;
  }
}

@Resolver(() => MeType)
export class MeResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(MEMBERSHIPS) private readonly membershipRepository: MembershipRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => MeType, { nullable: true })
  me(@CurrentIdentity() identity: Identity | null): MeType | null {
    if (identity === null) return null;
    const { id, name, contractor, mfa } = identity.actor;
    const abilities = abilitiesOf(identity.actor);
    return { id, name, email: identity.email, contractor, mfa, csrfToken: identity.csrfToken, abilities };
  }

  @ResolveField(() => [MembershipType])
  async memberships(@CurrentActor() actor: PersonActor): Promise<MembershipType[]> {
    const counted = new Set(actor.memberships.map((each) => `${each.organisationId} ${each.role}`));
    const held = await this.runner.read(actor, (ctx) =>
      this.membershipRepository.heldBy(ctx, actor.id, this.clock.now()),
    );
    return held.filter((each) => counted.has(`${each.organisationId} ${each.role}`));
  }
}
