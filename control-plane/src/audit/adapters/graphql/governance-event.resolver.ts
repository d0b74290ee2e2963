import { Inject } from "@nestjs/common";
import { Args, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { connectionOf, decodeCursor, instantOf, pageSize, type Connection } from "../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay, OrganisationLoader, OrganisationType, PersonNameLoader } from "../../../tenancy/index.js";
import type { EventFilter, EventPosition, GovernanceEvents } from "../../ports/governance-events.port.js";
import { GOVERNANCE_EVENTS } from "../../audit.tokens.js";
import { actorsWith } from "../../domain/actors-with.js";
import {
  GovernanceEventConnectionType,
  GovernanceEventFilterType,
  GovernanceEventType,
  JournalActorType,
} from "./governance-event.types.js";

@Resolver(() => GovernanceEventType)
export class GovernanceEventResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(GOVERNANCE_EVENTS) private readonly events: GovernanceEvents,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
  ) {}

  @Query(() => GovernanceEventConnectionType, { description: "Newest first." })
  async governanceEvents(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { type: () => GovernanceEventFilterType, nullable: true }) filter: GovernanceEventFilterType | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<GovernanceEventType>> {
    const limit = pageSize(first);
    const position = after === null || after === undefined ? null : positionOf(after);
    const rows = actorMay(actor, "read", "GovernanceEvent")
      ? await this.runner.read(actor, (ctx) => this.events.newest(ctx, limit + 1, position, filterOf(filter)))
      : [];
    return connectionOf(
      rows,
      limit,
      (row) => [row.at.toISOString(), row.id],
      (row) => row,
    );
  }

  @Query(() => [JournalActorType], {
    description: "Whom an event of the journal may be by: by name, then parts of the platform; those with the words.",
  })
  async journalActors(
    @CurrentActor() actor: PersonActor,
    @Args("search", { type: () => String, nullable: true }) search: string | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
  ): Promise<readonly JournalActorType[]> {
    const most = pageSize(first);
    if (!actorMay(actor, "read", "GovernanceEvent")) return [];
    const actors = await this.runner.read(actor, (ctx) => this.events.actors(ctx));
    return actorsWith(actors, search ?? "").slice(0, most);
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(
    @Parent() event: GovernanceEventType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<OrganisationType | null> {
    return this.organisations.load(loaders, actor, event.organisationId);
  }

  @ResolveField(() => String, { description: "A name, or the reference for whom this person may not see." })
  actorName(
    @Parent() event: GovernanceEventType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<string> {
    return this.people.nameOf(loaders, actor, event.actor);
  }
}

const filterOf = (filter: GovernanceEventFilterType | null): EventFilter => ({
  acts: filter?.acts ?? null,
  actor: filter?.actor ?? null,
  organisationId: filter?.organisationId ?? null,
  from: filter?.from ?? null,
  to: filter?.to ?? null,
});

function positionOf(cursor: string): EventPosition {
  const [at, id] = decodeCursor(cursor, 2);
  return { at: instantOf(at), id: String(id) };
}
