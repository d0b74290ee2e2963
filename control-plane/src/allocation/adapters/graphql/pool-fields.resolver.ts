import { Inject } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { PoolType } from "../../../serving/index.js";
import { AllocationType, PoolLiveType } from "./allocation.types.js";
import { PoolReads } from "./pool-reads.js";

/** What a pool's page shows of rights and of what runs. */
@Resolver(() => PoolType)
export class PoolFieldsResolver {
  constructor(@Inject(PoolReads) private readonly pools: PoolReads) {}

  @ResolveField(() => [AllocationType])
  allocations(
    @Parent() { id }: PoolType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<readonly AllocationType[]> {
    return this.pools.allocationsOf(loaders, actor, id);
  }

  @ResolveField(() => PoolLiveType)
  live(@Parent() { id, gpuCount }: PoolType, @CurrentActor() actor: PersonActor): Promise<PoolLiveType> {
    return this.pools.liveOf(actor, { id, gpuCount });
  }
}
