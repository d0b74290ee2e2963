import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import { pageSize, type CountedConnection } from "../../../platform/graphql/cursor.js";
import { SortDirection } from "../../../platform/graphql/page.types.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay, OrganisationLoader, OrganisationType, PersonNameLoader } from "../../../tenancy/index.js";
import { stepsFrom } from "../../domain/roadmap-life-cycle.js";
import type { Page } from "../../ports/roadmap-catalogue.port.js";
import type { RoadmapsPorts } from "../../ports/roadmaps-ports.js";
import { ROADMAPS_PORTS } from "../../roadmaps.tokens.js";
import { DeclaredDependencyConnectionType, DeclaredDependencyType } from "./dependency.types.js";
import { RoadmapReportType } from "./report.types.js";
import { RoadmapLoaders } from "./roadmap-loaders.js";
import {
  DependencyFilterInput,
  DependencySortInput,
  RoadmapConnectionType,
  RoadmapContentType,
  RoadmapEventType,
  RoadmapExerciseType,
  RoadmapFilterInput,
  RoadmapStepType,
  RoadmapType,
} from "./roadmap.types.js";

const nothing = { rows: [], hasNextPage: false, totalCount: 0 } as const;

@Resolver(() => RoadmapType)
export class RoadmapResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ROADMAPS_PORTS) private readonly ports: RoadmapsPorts,
    @Inject(RoadmapLoaders) private readonly roadmapLoaders: RoadmapLoaders,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
  ) {}

  @Query(() => RoadmapConnectionType)
  async roadmaps(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { nullable: true, type: () => RoadmapFilterInput }) filter: RoadmapFilterInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<CountedConnection<RoadmapType>> {
    const page = { first: pageSize(first ?? 25), after: after ?? null };
    const query = { year: filter?.year ?? null, states: filter?.state ?? [], ...page };
    return connectionView(await this.listed(actor, (ctx) => this.ports.catalogue.roadmaps(ctx, query)));
  }

  @Query(() => RoadmapType, { nullable: true })
  async roadmap(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Loaders() loaders: RequestLoaders,
  ): Promise<RoadmapType | null> {
    if (!actorMay(actor, "read", "Roadmap")) return null;
    const found = await this.runner.read(actor, (ctx) => this.ports.roadmaps.find(ctx, id));
    if (found !== null) await this.roadmapLoaders.note(loaders, actor, found);
    return found;
  }

  @Query(() => DeclaredDependencyConnectionType, { description: "Every line of every inventory that one may see." })
  async dependencies(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { nullable: true, type: () => DependencyFilterInput }) filter: DependencyFilterInput | null,
    @Args("sort", { nullable: true, type: () => DependencySortInput }) sort: DependencySortInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
    @Loaders() loaders: RequestLoaders,
  ): Promise<CountedConnection<DeclaredDependencyType>> {
    const query = {
      search: filter?.search ?? "",
      domains: filter?.domain ?? [],
      year: filter?.year ?? null,
      sort: sort?.field ?? "annual_cost",
      descending: sort === null || sort === undefined ? true : sort.direction === SortDirection.DESC,
      first: pageSize(first ?? 25),
      after: after ?? null,
    } as const;
    const page = await this.listed(actor, (ctx) => this.ports.catalogue.dependencies(ctx, query));
    await Promise.all(
      page.rows.map(({ row: { roadmapId: id, organisationId } }) =>
        this.roadmapLoaders.note(loaders, actor, { id, organisationId }),
      ),
    );
    return connectionView(page);
  }

  @Query(() => [RoadmapExerciseType], { description: "Latest first." })
  roadmapExercises(@CurrentActor() actor: PersonActor): Promise<readonly RoadmapExerciseType[]> {
    return this.runner.read(actor, (ctx) => this.ports.reference.exercises(ctx));
  }

  @Query(() => [RoadmapReportType], { description: "Latest first; empty for whoever may not see the whole tree." })
  async roadmapReports(
    @CurrentActor() actor: PersonActor,
    @Args("year", { type: () => Int }) year: number,
    @Args("first", { type: () => Int, defaultValue: 10 }) first: number,
  ): Promise<readonly RoadmapReportType[]> {
    if (!actorMay(actor, "read", "Roadmap")) return [];
    const reports = await this.runner.read(actor, (ctx) => this.ports.reports.ofYear(ctx, year, pageSize(first)));
    for (const report of reports) this.roadmapLoaders.noteReport(actor, report);
    return reports;
  }

  @ResolveField(() => OrganisationType)
  organisation(@Parent() parent: RoadmapType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, parent.organisationId);
  }

  @ResolveField(() => String, { description: "A name, or a reference for whom this person may not see." })
  declaredBy(@Parent() parent: RoadmapType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, parent.declaredBy);
  }

  @ResolveField(() => [RoadmapStepType], { description: "Where it can go from here, and who may take it there." })
  steps(@Parent() parent: RoadmapType): readonly RoadmapStepType[] {
    return stepsFrom(parent.state).map(({ to, action }) => ({ to, ability: `${action}:Roadmap` }));
  }

  @ResolveField(() => RoadmapContentType)
  content(@Parent() parent: RoadmapType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.roadmapLoaders.content(loaders, actor, parent);
  }

  @ResolveField(() => [RoadmapEventType])
  history(@Parent() parent: RoadmapType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.roadmapLoaders.history(loaders, actor, parent);
  }

  /** A role that reads no roadmap, as the committee's, finds the lists empty. */
  private listed<Row>(
    actor: PersonActor,
    query: Parameters<typeof this.runner.read<Page<Row>>>[1],
  ): Promise<Page<Row>> {
    return actorMay(actor, "read", "Roadmap") ? this.runner.read(actor, query) : Promise.resolve(nothing);
  }
}

function connectionView<Row>(page: Page<Row>): {
  edges: { cursor: string; node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
} {
  const edges = page.rows.map(({ cursor, row }) => ({ cursor, node: row }));
  const pageInfo = { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, pageInfo, totalCount: page.totalCount };
}

@Resolver(() => DeclaredDependencyType)
export class DeclaredDependencyResolver {
  constructor(@Inject(OrganisationLoader) private readonly organisations: OrganisationLoader) {}

  @ResolveField(() => OrganisationType)
  organisation(
    @Parent() parent: DeclaredDependencyType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.organisations.load(loaders, actor, parent.organisationId);
  }
}

@Resolver(() => RoadmapEventType)
export class RoadmapEventResolver {
  constructor(@Inject(PersonNameLoader) private readonly people: PersonNameLoader) {}

  @ResolveField(() => String, { description: "A name, or a reference for whom this person may not see." })
  by(@Parent() parent: RoadmapEventType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, parent.by);
  }
}
