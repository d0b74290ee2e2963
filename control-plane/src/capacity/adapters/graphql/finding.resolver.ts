import { Inject } from "@nestjs/common";
import { Args, Field, Float, ID, Int, ObjectType, Query, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../../tenancy/index.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import { OBSERVATION_SOURCES, type ObservationSource } from "../../domain/finding/capacity-finding.js";
import type { CapacityRoomPorts } from "../../ports/capacity-ports.js";

const ObservationSourceEnum = graphqlEnum("ObservationSource", OBSERVATION_SOURCES);

@ObjectType("CapacityFinding", { description: "What is declared to serve a pool is not what is seen in it." })
export class CapacityFindingType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "Slug of the pool." }) pool!: string;
  @Field(() => String) gpuType!: string;
  @Field(() => Int) declared!: number;
  @Field(() => Int) observed!: number;
  @Field(() => Float, { description: "Share of what is declared: (observed − declared) ÷ declared." })
  difference!: number;
  @Field(() => ObservationSourceEnum) source!: ObservationSource;
  @Field(() => Date) observedAt!: Date;
  @Field(() => Date) openedAt!: Date;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
}

@ObjectType("CapacityFindings")
export class CapacityFindingsType {
  @Field(() => [CapacityFindingType]) findings!: readonly CapacityFindingType[];
}

export const CapacityFindingsResult = resultUnion("CapacityFindingsResult", CapacityFindingsType);

@Resolver()
export class FindingResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityRoomPorts,
  ) {}

  @Query(() => [CapacityFindingType], { description: "Open ones first; for who sees the whole tree." })
  async capacityFindings(
    @CurrentActor() actor: PersonActor,
    @Args("campaignId", { type: () => ID }) campaignId: string,
  ): Promise<readonly CapacityFindingType[]> {
    if (!actorMay(actor, "read", "CapacityDeclaration")) return [];
    return this.runner.read(actor, (ctx) => this.ports.findings.findings(ctx, campaignId));
  }
}
