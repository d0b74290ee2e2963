import { Inject } from "@nestjs/common";
import { Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import type { RegistryPorts } from "../../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../../registry.tokens.js";
import { ModelNoticeType } from "../model.types.js";
import { RegistryLoaders } from "../registry-loaders.js";
import { useCaseView } from "../registry.views.js";
import { UseCaseType } from "../use-case.types.js";
import { BrickType } from "./brick.types.js";
import { ConvergenceType, StaffConsultationType } from "./consultation.types.js";
import { EvaluationType } from "./evaluation.types.js";
import { RecordLoaders } from "./record-loaders.js";
import { SelectionScoreType } from "./selection.types.js";

/** What hangs from a use case. */
@Resolver(() => UseCaseType)
export class UseCaseRecordsResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(RecordLoaders) private readonly records: RecordLoaders,
    @Inject(RegistryLoaders) private readonly registry: RegistryLoaders,
  ) {}

  @ResolveField(() => [SelectionScoreType], { description: "Oldest first; the last final one stands." })
  selectionScores(@Parent() of: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.records.ofUseCase(loaders, actor, "scores", of.id);
  }

  @ResolveField(() => [EvaluationType], { description: "Oldest first." })
  evaluations(@Parent() of: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.records.ofUseCase(loaders, actor, "evaluations", of.id);
  }

  @ResolveField(() => [StaffConsultationType], { description: "Oldest first." })
  consultations(@Parent() of: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.records.ofUseCase(loaders, actor, "consultations", of.id);
  }

  @ResolveField(() => [ModelNoticeType], { description: "Ends of models that it depends on, newest first." })
  modelNotices(@Parent() of: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.records.noticesOf(loaders, actor, of.id);
  }

  @ResolveField(() => [BrickType], { description: "What it is built with." })
  bricks(@Parent() of: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.records.bricksOf(loaders, actor, of.id);
  }

  @ResolveField(() => ConvergenceType, { nullable: true, description: "Of a ministry's own assistant." })
  async convergence(
    @Parent() { convergenceDecision: decision }: UseCaseType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<ConvergenceType | null> {
    if (decision === null) return null;
    const target = decision.targetId === null ? null : await this.registry.useCase(loaders, actor, decision.targetId);
    return { ...decision, target: target === null ? null : useCaseView(target) };
  }

  @Query(() => [UseCaseType], { description: "Ministries' own assistants on which it was decided, by name." })
  async convergingUseCases(@CurrentActor() actor: PersonActor): Promise<UseCaseType[]> {
    return (await this.runner.read(actor, (ctx) => this.ports.catalogue.converging(ctx))).map(useCaseView);
  }
}
