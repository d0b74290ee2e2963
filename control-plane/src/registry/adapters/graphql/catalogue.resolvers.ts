import { Inject } from "@nestjs/common";
import { Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { OrganisationType } from "../../../tenancy/index.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../registry.tokens.js";
import { ModelType } from "./model.types.js";
import { RegistryLoaders } from "./registry-loaders.js";

@Resolver(() => ModelType)
export class ModelResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(RegistryLoaders) private readonly registry: RegistryLoaders,
  ) {}

  @Query(() => [ModelType])
  async models(@CurrentActor() actor: PersonActor): Promise<ModelType[]> {
    return [...(await this.runner.read(actor, (ctx) => this.ports.models.all(ctx)))];
  }

  @ResolveField(() => [String])
  aliases(@Parent() parent: ModelType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.registry.aliases(loaders, actor, parent.id);
  }
}

@Resolver(() => OrganisationType)
export class OrganisationUseCases {
  constructor(@Inject(RegistryLoaders) private readonly registry: RegistryLoaders) {}

  @ResolveField(() => Int, { description: "Use cases owned here or below." })
  useCaseCount(
    @Parent() parent: OrganisationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<number> {
    return this.registry.useCaseCount(loaders, actor, parent.id);
  }
}
