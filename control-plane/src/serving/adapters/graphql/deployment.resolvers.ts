import { Inject } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { ModelType, RegistryLoaders } from "../../../registry/index.js";
import { DeploymentType } from "./pool.types.js";
import { ServingLoaders } from "./serving-loaders.js";

@Resolver(() => DeploymentType)
export class DeploymentResolver {
  constructor(@Inject(RegistryLoaders) private readonly registry: RegistryLoaders) {}

  @ResolveField(() => ModelType)
  model(@Parent() parent: DeploymentType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.registry.model(loaders, actor, parent.modelId);
  }
}

@Resolver(() => ModelType)
export class ModelServing {
  constructor(@Inject(ServingLoaders) private readonly serving: ServingLoaders) {}

  @ResolveField(() => Boolean, { description: "It is served, and nowhere by a real model server." })
  simulatedOnly(
    @Parent() parent: ModelType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<boolean> {
    return this.serving.simulatedOnly(loaders, actor, parent.id);
  }
}
