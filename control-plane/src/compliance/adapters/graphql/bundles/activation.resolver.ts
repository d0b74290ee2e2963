import { Inject } from "@nestjs/common";
import { Args, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { pageSize } from "../../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { PersonNameLoader } from "../../../../tenancy/index.js";
import { BUNDLE_PORTS } from "../../../bundles.tokens.js";
import type { BundlePorts } from "../../../ports/bundles/bundle-ports.js";
import { PolicyActivationType } from "./bundle.types.js";
import { activationView } from "./bundle.views.js";

/** Which rules were in force when, and by whom. */
@Resolver(() => PolicyActivationType)
export class ActivationResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(BUNDLE_PORTS) private readonly ports: BundlePorts,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
  ) {}

  @Query(() => [PolicyActivationType], { description: "Latest first; the first one is in force." })
  async policyActivations(
    @CurrentActor() actor: PersonActor,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
  ): Promise<PolicyActivationType[]> {
    const most = pageSize(first);
    const rows = await this.runner.read(actor, (ctx) => this.ports.bundles.activations(ctx, most));
    return rows.map(activationView);
  }

  @ResolveField(() => String)
  proposedBy(
    @Parent() of: PolicyActivationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.people.nameOf(loaders, actor, of.proposedByRef);
  }

  @ResolveField(() => String)
  approvedBy(
    @Parent() of: PolicyActivationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.people.nameOf(loaders, actor, of.approvedByRef);
  }
}
