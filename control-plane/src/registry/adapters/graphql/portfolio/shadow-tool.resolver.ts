import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { connectionOf, type Connection } from "../../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { OrganisationLoader, OrganisationType } from "../../../../tenancy/index.js";
import type { ShadowTool } from "../../../domain/portfolio/shadow-tool.js";
import type { RegistryPorts } from "../../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../../registry.tokens.js";
import { RegistryLoaders } from "../registry-loaders.js";
import { useCaseView } from "../registry.views.js";
import { UseCaseType } from "../use-case.types.js";
import { ShadowToolConnectionType, ShadowToolStateEnum, ShadowToolType } from "./body-records.types.js";
import { recordQuery } from "./record-query.js";

@Resolver(() => ShadowToolType)
export class ShadowToolResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(RegistryLoaders) private readonly registry: RegistryLoaders,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
  ) {}

  @Query(() => ShadowToolConnectionType, { description: "Newest first." })
  async shadowTools(
    @CurrentActor() actor: PersonActor,
    @Args("organisationId", { type: () => ID, nullable: true }) organisationId: string | null,
    @Args("states", { type: () => [ShadowToolStateEnum], nullable: true }) states: ShadowTool["state"][] | null,
    @Args("search", { type: () => String, nullable: true }) search: string | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<ShadowToolType>> {
    const query = recordQuery({ organisationId, states, search, first, after });
    const rows = await this.runner.read(actor, (ctx) => this.ports.shadowTools.page(ctx, query));
    return connectionOf(
      rows,
      query.first,
      ({ id }) => [id],
      (tool) => tool,
    );
  }

  @ResolveField(() => OrganisationType)
  organisation(@Parent() of: ShadowToolType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, of.organisationId);
  }

  @ResolveField(() => UseCaseType, { nullable: true, description: "The sovereign alternative." })
  async alternative(
    @Parent() of: ShadowToolType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<UseCaseType | null> {
    const found = of.alternativeId === null ? null : await this.registry.useCase(loaders, actor, of.alternativeId);
    return found === null ? null : useCaseView(found);
  }
}
