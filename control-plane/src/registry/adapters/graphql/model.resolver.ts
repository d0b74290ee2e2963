import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { notFound } from "../../../kernel/refusal.js";
import { refuse } from "../../../kernel/result.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../registry.tokens.js";
import { defineAlias } from "../../use-cases/models/define-alias.use-case.js";
import { ModelNoticeType, ModelResult, ModelSunsetType, ModelType } from "./model.types.js";
import { RegistryLoaders } from "./registry-loaders.js";

@Resolver()
export class ModelMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
  ) {}

  @Mutation(() => ModelResult, { description: "Another name of a model, or the same name led to another model." })
  async defineAlias(
    @CurrentActor() actor: PersonActor,
    @Args("name", { type: () => String }) name: string,
    @Args("modelId", { type: () => ID }) modelId: string,
  ) {
    const model = await this.runner.read(actor, (ctx) => this.ports.models.find(ctx, modelId));
    if (model === null) return unionMember(refuse(notFound("model", modelId)), (none: ModelType) => none);
    const defined = await this.runner.run(actor, defineAlias(this.ports), { name, model: model.name });
    return unionMember(defined, (): ModelType => model);
  }
}

@Resolver(() => ModelSunsetType)
export class ModelSunsetResolver {
  constructor(@Inject(RegistryLoaders) private readonly registry: RegistryLoaders) {}

  @ResolveField(() => ModelType, { nullable: true, description: "What to call instead." })
  async replacement(
    @Parent() of: ModelSunsetType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<ModelType | null> {
    return of.replacementId === null ? null : this.registry.model(loaders, actor, of.replacementId);
  }
}

@Resolver(() => ModelNoticeType)
export class ModelNoticeResolver {
  constructor(@Inject(RegistryLoaders) private readonly registry: RegistryLoaders) {}

  @ResolveField(() => ModelType)
  model(@Parent() of: ModelNoticeType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.registry.model(loaders, actor, of.modelId);
  }

  @ResolveField(() => ModelType, { nullable: true })
  async replacement(
    @Parent() of: ModelNoticeType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<ModelType | null> {
    return of.replacementId === null ? null : this.registry.model(loaders, actor, of.replacementId);
  }
}
