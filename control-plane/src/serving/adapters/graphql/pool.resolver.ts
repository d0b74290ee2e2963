import { Inject } from "@nestjs/common";
import { Args, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { answering, mutations } from "../../../platform/graphql/mutations.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import type { ServingPorts } from "../../ports/serving-ports.js";
import { SERVING_PORTS } from "../../serving.tokens.js";
import { setPoolActivity } from "../../use-cases/set-pool-activity.use-case.js";
import { liftPoolVeto } from "../../use-cases/lift-pool-veto.use-case.js";
import { vetoPool } from "../../use-cases/veto-pool.use-case.js";
import { DeploymentType, PoolType } from "./pool.types.js";
import { deploymentView } from "./pool.views.js";
import { ServingLoaders } from "./serving-loaders.js";

const PoolResult = resultUnion("PoolResult", PoolType, [
  ...(["InvalidInput", "Forbidden", "NotFound", "Conflict", "GuardRefusal"] as const),
]);

/** Verbs on pools. */
export const PoolMutations = mutations<ServingPorts>(SERVING_PORTS, {
  setPoolActivity: answering(PoolResult)(
    setPoolActivity,
    { id: ID, active: Boolean, reason: String },
    "Opens a pool to requests, or takes it out of service.",
  ),
  vetoPool: answering(PoolResult)(
    vetoPool,
    { id: ID, reason: String },
    "The compliance cell closes a pool and keeps it closed.",
  ),
  liftPoolVeto: answering(PoolResult)(
    liftPoolVeto,
    { id: ID, reason: String },
    "By another member of the cell than who said the veto.",
  ),
});

@Resolver(() => PoolType)
export class PoolResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(SERVING_PORTS) private readonly ports: ServingPorts,
    @Inject(ServingLoaders) private readonly serving: ServingLoaders,
  ) {}

  @Query(() => [PoolType])
  async pools(@CurrentActor() actor: PersonActor): Promise<PoolType[]> {
    return [...(await this.runner.read(actor, (ctx) => this.ports.pools.all(ctx)))];
  }

  @Query(() => PoolType, { nullable: true })
  pool(@CurrentActor() actor: PersonActor, @Args("id", { type: () => ID }) id: string): Promise<PoolType | null> {
    return this.runner.read(actor, (ctx) => this.ports.pools.find(ctx, id));
  }

  @ResolveField(() => [DeploymentType])
  async deployments(
    @Parent() pool: PoolType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<DeploymentType[]> {
    return (await this.serving.deployments(loaders, actor, pool.id)).map(deploymentView);
  }
}
