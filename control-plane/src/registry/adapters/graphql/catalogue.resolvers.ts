import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { OrganisationLoader, OrganisationType } from "../../../tenancy/index.js";
import { openModelSteps, type OpenModelStep } from "../../domain/models/model-life.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../registry.tokens.js";
import { ModelStepType, ModelType } from "./model.types.js";
import { RegistryLoaders } from "./registry-loaders.js";
import { useCaseView } from "./registry.views.js";
import { UseCaseType } from "./use-case.types.js";

@Resolver(() => ModelType)
export class ModelResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(RegistryLoaders) private readonly registry: RegistryLoaders,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
  ) {}

  @Query(() => ModelType, { nullable: true })
  async model(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<ModelType | null> {
    return this.runner.read(actor, (ctx) => this.ports.models.find(ctx, id));
  }

  @Query(() => [ModelType], { description: "The whole catalogue, by name." })
  async models(@CurrentActor() actor: PersonActor): Promise<ModelType[]> {
    return [...(await this.runner.read(actor, (ctx) => this.ports.models.all(ctx)))];
  }

  @ResolveField(() => [String])
  aliases(@Parent() parent: ModelType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.registry.aliases(loaders, actor, parent.id);
  }

  @ResolveField(() => [UseCaseType], {
    description: "Use cases, not ended, that call it or say that they do, as far as this person may see.",
  })
  async dependants(@Parent() of: ModelType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return (await this.registry.dependants(loaders, actor, of.id)).map(useCaseView);
  }

  @ResolveField(() => OrganisationType, {
    nullable: true,
    description: "Body that asked for it; null for those that ARIANE put there, and out of one's scope.",
  })
  proposedFor(
    @Parent() { proposedFor }: ModelType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<OrganisationType | null> | null {
    return proposedFor === null ? null : this.organisations.load(loaders, actor, proposedFor);
  }

  @ResolveField(() => [ModelStepType], { description: "Where its life can go from here, whoever decides." })
  async steps(
    @Parent() of: Model,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<readonly OpenModelStep[]> {
    const aliases = await this.registry.aliases(loaders, actor, of.id);
    return this.runner.read(actor, (ctx) => Promise.resolve(openModelSteps(of, aliases, ctx.clock.now())));
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
