import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { connectionOf, type Connection } from "../../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { OrganisationLoader, OrganisationType } from "../../../../tenancy/index.js";
import { trainingTotals, type TrainingDeclaration } from "../../../domain/portfolio/training.js";
import type { RegistryPorts } from "../../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../../registry.tokens.js";
import { TrainingConnectionType, TrainingStateEnum, TrainingTotalType, TrainingType } from "./body-records.types.js";
import { recordQuery } from "./record-query.js";

@Resolver(() => TrainingType)
export class TrainingResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
  ) {}

  @Query(() => TrainingConnectionType, { description: "Newest first." })
  async trainingDeclarations(
    @CurrentActor() actor: PersonActor,
    @Args("organisationId", { type: () => ID, nullable: true }) organisationId: string | null,
    @Args("states", { type: () => [TrainingStateEnum], nullable: true }) states: TrainingDeclaration["state"][] | null,
    @Args("search", { type: () => String, nullable: true }) search: string | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<TrainingType>> {
    const query = recordQuery({ organisationId, states, search, first, after });
    const rows = await this.runner.read(actor, (ctx) => this.ports.trainings.page(ctx, query));
    return connectionOf(
      rows,
      query.first,
      ({ id }) => [id],
      (training) => training,
    );
  }

  @Query(() => [TrainingTotalType], { description: "By ministry and year, the last year and the most trained first." })
  trainingTotals(@CurrentActor() actor: PersonActor): Promise<TrainingTotalType[]> {
    return this.runner.read(actor, async (ctx) => {
      const declarations = await this.ports.trainings.all(ctx);
      const ministries = await this.ports.organisations.ministriesOf(
        ctx,
        declarations.map((each) => each.organisationId),
      );
      return [...trainingTotals(declarations, (id) => ministries.get(id) ?? id)];
    });
  }

  @ResolveField(() => OrganisationType)
  organisation(@Parent() of: TrainingType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, of.organisationId);
  }
}

@Resolver(() => TrainingTotalType)
export class TrainingTotalResolver {
  constructor(@Inject(OrganisationLoader) private readonly organisations: OrganisationLoader) {}

  @ResolveField(() => OrganisationType)
  organisation(
    @Parent() of: TrainingTotalType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.organisations.load(loaders, actor, of.organisationId);
  }
}
