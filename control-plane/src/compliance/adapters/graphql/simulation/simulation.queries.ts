import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import {
  connectionOf,
  decodeCursor,
  instantOf,
  pageSize,
  type Connection,
} from "../../../../platform/graphql/cursor.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { actorMay, OrganisationLoader, OrganisationType, PersonNameLoader } from "../../../../tenancy/index.js";
import type { SimulationPorts } from "../../../ports/simulation/simulation-ports.js";
import { SIMULATION_PORTS } from "../../../simulation.tokens.js";
import { SimulationChangeFilterInput, SimulationFilterInput } from "./simulation.inputs.js";
import {
  SimulationChangeConnectionType,
  SimulationChangeType,
  SimulationConnectionType,
  SimulationMinistryType,
  SimulationPoolType,
  SimulationType,
} from "./simulation.types.js";
import { simulationView } from "./simulation.views.js";

@Resolver(() => SimulationType)
export class SimulationQueries {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(SIMULATION_PORTS) private readonly ports: SimulationPorts,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
  ) {}

  @Query(() => SimulationConnectionType, { description: "Newest first, those that the reader may see." })
  async simulations(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { nullable: true, type: () => SimulationFilterInput }) filter: SimulationFilterInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<SimulationType>> {
    const size = pageSize(first ?? 25);
    const [createdAt, id] = after == null ? [] : decodeCursor(after, 2);
    const place = createdAt == null ? null : { createdAt: instantOf(createdAt).toISOString(), id: String(id) };
    const query = { states: filter?.state ?? [], first: size, after: place };
    const rows = actorMay(actor, "read", "Simulation")
      ? await this.runner.read(actor, (ctx) => this.ports.simulations.page(ctx, query))
      : [];
    return connectionOf(rows, size, (row) => [row.createdAt.toISOString(), row.id], simulationView);
  }

  @Query(() => SimulationType, { nullable: true })
  async simulation(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<SimulationType | null> {
    if (!actorMay(actor, "read", "Simulation")) return null;
    const found = await this.runner.read(actor, (ctx) => this.ports.simulations.find(ctx, id));
    return found === null ? null : simulationView(found);
  }

  @Query(() => SimulationChangeConnectionType, { description: "Most decisions first." })
  async simulationChanges(
    @CurrentActor() actor: PersonActor,
    @Args("simulationId", { type: () => ID }) simulationId: string,
    @Args("filter", { nullable: true, type: () => SimulationChangeFilterInput })
    filter: SimulationChangeFilterInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 50 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<SimulationChangeType>> {
    const size = pageSize(first ?? 50);
    const [ordinal] = after == null ? [] : decodeCursor(after, 1);
    const { kind = null, cause = null, ministryId = null, useCaseId = null, rule = null } = filter ?? {};
    const query = { simulationId, kind, cause, ministryId, useCaseId, rule };
    const place = ordinal == null ? null : Number(ordinal);
    const rows = actorMay(actor, "read", "Simulation")
      ? await this.runner.read(actor, (ctx) => this.ports.simulations.changes(ctx, query, size, place))
      : [];
    return connectionOf(
      rows,
      size,
      (row) => [row.ordinal],
      (row) => row,
    );
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: "Whose decisions, and those below." })
  organisation(@Parent() of: SimulationType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, of.organisationId);
  }

  @ResolveField(() => String, { nullable: true })
  requestedBy(@Parent() of: SimulationType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, of.requestedByRef);
  }
}

@Resolver(() => SimulationMinistryType)
export class SimulationMinistryResolver {
  constructor(@Inject(OrganisationLoader) private readonly organisations: OrganisationLoader) {}

  @ResolveField(() => OrganisationType, { nullable: true })
  ministry(
    @Parent() of: SimulationMinistryType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.organisations.load(loaders, actor, of.ministryId);
  }
}

@Resolver(() => SimulationChangeType)
export class SimulationChangeResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(SIMULATION_PORTS) private readonly ports: SimulationPorts,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
  ) {}

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(
    @Parent() of: SimulationChangeType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.organisations.load(loaders, actor, of.organisationId);
  }

  @ResolveField(() => String, { nullable: true })
  useCaseName(
    @Parent() { useCaseId }: SimulationChangeType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<string | null> | null {
    return useCaseId === null ? null : nameOf(this.runner, this.ports, actor, loaders, useCaseId);
  }
}

@Resolver(() => SimulationPoolType)
export class SimulationPoolResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(SIMULATION_PORTS) private readonly ports: SimulationPorts,
  ) {}

  @ResolveField(() => String, { nullable: true })
  poolName(
    @Parent() { poolId }: SimulationPoolType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<string | null> {
    return nameOf(this.runner, this.ports, actor, loaders, poolId);
  }
}

/** All names of one request's answers, in one query. */
const nameOf = (
  runner: UseCaseRunner,
  { directory }: SimulationPorts,
  actor: PersonActor,
  loaders: RequestLoaders,
  id: string,
): Promise<string | null> =>
  loaders
    .of<string>("compliance.simulated-name", (ids) => runner.read(actor, (ctx) => directory.names(ctx, ids)))
    .load(id);
