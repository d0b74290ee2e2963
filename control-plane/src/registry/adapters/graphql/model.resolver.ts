import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { notFound } from "../../../kernel/refusal.js";
import { refuse } from "../../../kernel/result.js";
import type { UseCase, UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../registry.tokens.js";
import { approveModel } from "../../use-cases/models/approve-model.use-case.js";
import { assessModel } from "../../use-cases/models/assess-model.use-case.js";
import { defineAlias } from "../../use-cases/models/define-alias.use-case.js";
import { deprecateModel } from "../../use-cases/models/deprecate-model.use-case.js";
import { proposeModel } from "../../use-cases/models/propose-model.use-case.js";
import { refuseModel } from "../../use-cases/models/refuse-model.use-case.js";
import { retireModel } from "../../use-cases/models/retire-model.use-case.js";
import { onceByKey } from "../../use-cases/once-by-key.js";
import {
  DeprecateModelFields,
  ModelNoticeType,
  ModelResult,
  ModelSunsetType,
  ModelType,
  ProposeModelFields,
  ProvenanceType,
} from "./model.types.js";
import { RegistryLoaders } from "./registry-loaders.js";

@Resolver()
export class ModelMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
  ) {}

  @Mutation(() => ModelResult, { description: "A ministry asks for a model." })
  proposeModel(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => ProposeModelFields }) input: ProposeModelFields,
  ) {
    const { receipts, models } = this.ports;
    return this.run(
      actor,
      onceByKey(proposeModel(this.ports), receipts, (ctx, id) => models.find(ctx, id)),
      input,
    );
  }

  @Mutation(() => ModelResult)
  assessModel(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Args("provenance", { type: () => ProvenanceType }) provenance: ProvenanceType,
  ) {
    return this.run(actor, assessModel(this.ports), { id, provenance });
  }

  @Mutation(() => ModelResult)
  approveModel(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Args("reason", { type: () => String }) reason: string,
  ) {
    return this.run(actor, approveModel(this.ports), { id, reason });
  }

  @Mutation(() => ModelResult)
  refuseModel(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Args("reason", { type: () => String }) reason: string,
  ) {
    return this.run(actor, refuseModel(this.ports, "validate"), { id, reason });
  }

  @Mutation(() => ModelResult, { description: "Compliance refuses a model that is not approved yet." })
  vetoModel(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Args("reason", { type: () => String }) reason: string,
  ) {
    return this.run(actor, refuseModel(this.ports, "suspend"), { id, reason });
  }

  @Mutation(() => ModelResult, { description: "Announces its end to every use case that depends on it." })
  deprecateModel(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => DeprecateModelFields }) input: DeprecateModelFields,
  ) {
    return this.run(actor, deprecateModel(this.ports), input);
  }

  @Mutation(() => ModelResult)
  retireModel(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Args("reason", { type: () => String }) reason: string,
  ) {
    return this.run(actor, retireModel(this.ports), { id, reason });
  }

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

  private async run<Input, Loaded>(actor: PersonActor, useCase: UseCase<Input, Loaded, Model>, input: unknown) {
    return unionMember(await this.runner.run(actor, useCase, input), (model): ModelType => model);
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
