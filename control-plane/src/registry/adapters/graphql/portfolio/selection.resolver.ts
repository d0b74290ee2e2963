import { Inject } from "@nestjs/common";
import { Args, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import type { RegistryPorts } from "../../../ports/registry-ports.js";
import { selectionReport } from "../../../use-cases/selection/selection-report.js";
import { REGISTRY_PORTS } from "../../../registry.tokens.js";
import { RegistryLoaders } from "../registry-loaders.js";
import { useCaseView } from "../registry.views.js";
import { UseCaseType } from "../use-case.types.js";
import { RankedUseCaseType, SelectionRankingType, SelectionWeightsType } from "./selection.types.js";

@Resolver(() => RankedUseCaseType)
export class SelectionResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(RegistryLoaders) private readonly registry: RegistryLoaders,
  ) {}

  @Query(() => [SelectionWeightsType], { description: "Every version, oldest first; the last one counts." })
  async selectionWeights(@CurrentActor() actor: PersonActor): Promise<SelectionWeightsType[]> {
    return [...(await this.runner.read(actor, (ctx) => this.ports.weights.versions(ctx)))];
  }

  @Query(() => SelectionRankingType, { nullable: true, description: "Null when there is no such version." })
  async selectionRanking(
    @CurrentActor() actor: PersonActor,
    @Args("weightsVersion", { type: () => Int, nullable: true }) version: number | null,
  ): Promise<SelectionRankingType | null> {
    const report = await this.runner.read(actor, (ctx) => selectionReport(this.ports, ctx, version));
    return report === null ? null : { weights: report.weights, rows: [...report.rows] };
  }

  @ResolveField(() => UseCaseType)
  async useCase(
    @Parent() parent: RankedUseCaseType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<UseCaseType | null> {
    const found = await this.registry.useCase(loaders, actor, parent.useCaseId);
    return found === null ? null : useCaseView(found);
  }
}
