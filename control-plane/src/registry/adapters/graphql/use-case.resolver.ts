import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import { pageSize, type CountedConnection } from "../../../platform/graphql/cursor.js";
import { SortDirection } from "../../../platform/graphql/page.types.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { DetailReads, OrganisationLoader, OrganisationType, PersonNameLoader } from "../../../tenancy/index.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import type { UseCasePage } from "../../ports/use-case-catalogue.port.js";
import { REGISTRY_PORTS } from "../../registry.tokens.js";
import { ApplicationType } from "./application.types.js";
import { UseCaseFilterInput, UseCaseSortInput } from "./registry.inputs.js";
import { RegistryLoaders } from "./registry-loaders.js";
import { applicationView, useCaseView } from "./registry.views.js";
import { TransitionType, UseCaseConnectionType, UseCaseEventType, UseCaseType } from "./use-case.types.js";

@Resolver(() => UseCaseType)
export class UseCaseResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(RegistryLoaders) private readonly registry: RegistryLoaders,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
    @Inject(DetailReads) private readonly reads: DetailReads,
  ) {}

  @Query(() => UseCaseConnectionType)
  async useCases(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { nullable: true, type: () => UseCaseFilterInput }) filter: UseCaseFilterInput | null,
    @Args("sort", { nullable: true, type: () => UseCaseSortInput }) sort: UseCaseSortInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<CountedConnection<UseCaseType>> {
    const query = {
      search: filter?.search ?? "",
      states: filter?.state ?? [],
      organisationId: filter?.organisationId ?? null,
      sort: sort?.field ?? "name",
      descending: sort?.direction === SortDirection.DESC,
      first: pageSize(first ?? 25),
      after: after ?? null,
    } as const;
    return connectionView(await this.runner.read(actor, (ctx) => this.ports.catalogue.page(ctx, query)));
  }

  @Query(() => UseCaseType, { nullable: true })
  async useCase(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<UseCaseType | null> {
    const useCase = await this.runner.read(actor, (ctx) => this.ports.useCases.find(ctx, id));
    if (useCase === null) return null;
    const { organisationId } = useCase;
    this.reads.note(actor, { subjectType: "UseCase", subjectId: useCase.id, organisationId });
    return useCaseView(useCase);
  }

  @ResolveField(() => OrganisationType)
  organisation(@Parent() parent: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, parent.organisationId);
  }

  @ResolveField(() => String, { description: "A name, or a reference for whom this person may not see." })
  declaredBy(@Parent() parent: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, parent.declaredBy);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: "Who wrote the present version, when that is not the declarant.",
  })
  amendedBy(@Parent() parent: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return parent.amendedByRef === null ? null : this.people.nameOf(loaders, actor, parent.amendedByRef);
  }

  @ResolveField(() => UseCaseType, { nullable: true, description: "What took it over." })
  async mergedInto(
    @Parent() parent: UseCaseType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<UseCaseType | null> {
    const into = parent.mergedIntoId === null ? null : await this.registry.useCase(loaders, actor, parent.mergedIntoId);
    return into === null ? null : useCaseView(into);
  }

  @ResolveField(() => [TransitionType], {
    description: "Transitions out of the present state, each with its guards as they stand now.",
  })
  transitions(@Parent() parent: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.registry.transitions(loaders, actor, parent.id);
  }

  @ResolveField(() => [UseCaseEventType])
  history(@Parent() parent: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.registry.history(loaders, actor, parent.id);
  }

  @ResolveField(() => [ApplicationType])
  async applications(
    @Parent() parent: UseCaseType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<ApplicationType[]> {
    return (await this.registry.applications(loaders, actor, parent.id)).map(applicationView);
  }
}

function connectionView(page: UseCasePage): CountedConnection<UseCaseType> {
  const edges = page.rows.map(({ cursor, useCase }) => ({ cursor, node: useCaseView(useCase) }));
  const pageInfo = { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null };
  return { edges, pageInfo, totalCount: page.totalCount };
}

@Resolver(() => UseCaseEventType)
export class UseCaseEventResolver {
  constructor(@Inject(PersonNameLoader) private readonly people: PersonNameLoader) {}

  @ResolveField(() => String, { description: "A name, or a reference for whom this person may not see." })
  by(@Parent() parent: UseCaseEventType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, parent.by);
  }
}
