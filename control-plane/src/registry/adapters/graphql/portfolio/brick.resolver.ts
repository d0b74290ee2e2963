import { Inject } from "@nestjs/common";
import { Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { OrganisationLoader, OrganisationType } from "../../../../tenancy/index.js";
import type { RegistryPorts } from "../../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../../registry.tokens.js";
import { useCaseView } from "../registry.views.js";
import { UseCaseType } from "../use-case.types.js";
import { BrickType } from "./brick.types.js";
import { RecordLoaders } from "./record-loaders.js";

@Resolver(() => BrickType)
export class BrickResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(RecordLoaders) private readonly records: RecordLoaders,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
  ) {}

  @Query(() => [BrickType], { description: "The whole catalogue, by name." })
  async bricks(@CurrentActor() actor: PersonActor): Promise<BrickType[]> {
    const bricks = await this.runner.read(actor, (ctx) => this.ports.bricks.all(ctx));
    return [...bricks].sort((a, b) => a.name.localeCompare(b.name, "fr"));
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: "Who maintains it; null out of one's scope." })
  maintainer(@Parent() of: BrickType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, of.organisationId);
  }

  @ResolveField(() => [UseCaseType], { description: "What is built with it, as far as this person may see." })
  async usedBy(@Parent() of: BrickType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return (await this.records.useCasesOf(loaders, actor, of.id)).map(useCaseView);
  }
}
