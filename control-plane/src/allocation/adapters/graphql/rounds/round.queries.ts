import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import {
  connectionOf,
  decodeCursor,
  instantOf,
  pageSize,
  type Connection,
} from "../../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { OrganisationLoader, OrganisationType, PersonNameLoader } from "../../../../tenancy/index.js";
import { ROUND_PORTS } from "../../../allocation.tokens.js";
import type { RoundPorts } from "../../../ports/round-ports.js";
import { RoundFilterInput, RoundLineFilterInput } from "./round.inputs.js";
import { actsNow } from "../../../domain/rounds/round-life.js";
import {
  RoundActNowType,
  RoundConnectionType,
  RoundJobType,
  RoundLineConnectionType,
  RoundLineType,
  RoundOpinionType,
  RoundRightType,
  RoundType,
} from "./round.types.js";
import { jobView, lineView, opinionView, roundView } from "./round.views.js";

@Resolver(() => RoundType)
export class RoundQueries {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ROUND_PORTS) private readonly ports: RoundPorts,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
  ) {}

  @Query(() => RoundConnectionType, { description: "Rounds, newest first." })
  async allocationRounds(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { nullable: true, type: () => RoundFilterInput }) filter: RoundFilterInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 25 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<RoundType>> {
    const size = pageSize(first ?? 25);
    const [openedAt, id] = after == null ? [] : decodeCursor(after, 2);
    const query = {
      tracks: filter?.track ?? [],
      states: filter?.state ?? [],
      first: size,
      after: openedAt == null ? null : { openedAt: instantOf(openedAt).toISOString(), id: String(id) },
    };
    const rounds = await this.runner.read(actor, (ctx) => this.ports.rounds.page(ctx, query));
    return connectionOf(rounds, size, (round) => [round.openedAt.toISOString(), round.id], roundView);
  }

  @Query(() => RoundType, { nullable: true })
  async allocationRound(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<RoundType | null> {
    const round = await this.runner.read(actor, (ctx) => this.ports.rounds.find(ctx, id));
    return round === null ? null : roundView(round);
  }

  @Query(() => RoundLineConnectionType, { description: "Lines that the reader may see, by class." })
  async roundLines(
    @CurrentActor() actor: PersonActor,
    @Args("roundId", { type: () => ID }) roundId: string,
    @Args("filter", { nullable: true, type: () => RoundLineFilterInput }) filter: RoundLineFilterInput | null,
    @Args("first", { nullable: true, type: () => Int, defaultValue: 50 }) first: number | null,
    @Args("after", { nullable: true, type: () => String }) after: string | null,
  ): Promise<Connection<RoundLineType>> {
    const size = pageSize(first ?? 50);
    const [criticality, id] = after == null ? [] : decodeCursor(after, 2);
    const query = {
      ...{ roundId, first: size, organisationId: filter?.organisationId ?? null },
      ...{ criticality: filter?.criticality ?? null, outcomes: filter?.outcome ?? [] },
      after: criticality == null ? null : { criticality: Number(criticality), id: String(id) },
    };
    const [round, lines] = await this.runner.read(actor, async (ctx) => {
      const found = await this.ports.rounds.find(ctx, roundId);
      return [found, found === null ? [] : await this.ports.rounds.linePage(ctx, query)] as const;
    });
    const quarters = round?.quarters ?? [];
    return connectionOf(
      lines,
      size,
      (line) => [line.criticality, line.id],
      (line) => lineView(line, quarters),
    );
  }

  @Query(() => [RoundOpinionType], { description: "Oldest first." })
  async roundOpinions(@CurrentActor() actor: PersonActor, @Args("roundId", { type: () => ID }) roundId: string) {
    return (await this.runner.read(actor, (ctx) => this.ports.opinions.list(ctx, roundId))).map(opinionView);
  }

  @Query(() => [RoundJobType], { description: "Newest first." })
  async roundJobs(@CurrentActor() actor: PersonActor, @Args("roundId", { type: () => ID }) roundId: string) {
    return (await this.runner.read(actor, (ctx) => this.ports.jobs.list(ctx, roundId))).map(jobView);
  }

  @Query(() => RoundJobType, { nullable: true })
  async roundJob(@CurrentActor() actor: PersonActor, @Args("id", { type: () => ID }) id: string) {
    const job = await this.runner.read(actor, (ctx) => this.ports.jobs.find(ctx, id));
    return job === null ? null : jobView(job);
  }

  @Query(() => [RoundRightType], { description: "Rights that the round planned, with their dates." })
  roundRights(@CurrentActor() actor: PersonActor, @Args("roundId", { type: () => ID }) roundId: string) {
    return this.runner.read(actor, (ctx) => this.ports.allocations.plannedBy(ctx, roundId));
  }

  @ResolveField(() => String, {
    nullable: true,
    description: "A name, or a reference for whom the reader may not see.",
  })
  proposedBy(@Parent() round: RoundType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return round.proposedById === null ? null : this.people.nameOf(loaders, actor, round.proposedById);
  }

  @ResolveField(() => String, { nullable: true, description: "A name, a reference, or the rule that decided." })
  decidedBy(@Parent() round: RoundType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return round.decidedById === null ? null : this.people.nameOf(loaders, actor, round.decidedById);
  }

  @ResolveField(() => [RoundActNowType], { description: "What can be done to it now, by whoever has the right." })
  acts(@Parent() round: RoundType): readonly RoundActNowType[] {
    return actsNow(round).map(({ act, action }) => ({ act, ability: `${action}:Round` }));
  }

  @ResolveField(() => OrganisationType)
  organisation(@Parent() round: RoundType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, round.organisationId);
  }
}

@Resolver(() => RoundLineType)
export class RoundLineResolver {
  constructor(@Inject(OrganisationLoader) private readonly organisations: OrganisationLoader) {}

  @ResolveField(() => OrganisationType)
  organisation(@Parent() line: RoundLineType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, line.organisationId);
  }
}

@Resolver(() => RoundOpinionType)
export class RoundOpinionResolver {
  constructor(@Inject(PersonNameLoader) private readonly people: PersonNameLoader) {}

  @ResolveField(() => String, { description: "A name, or a reference for whom the reader may not see." })
  by(@Parent() opinion: RoundOpinionType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, opinion.byId);
  }
}
