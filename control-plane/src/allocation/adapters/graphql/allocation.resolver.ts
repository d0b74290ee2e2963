import { Inject } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { AllocationType } from "./allocation.types.js";
import { NodeLoader } from "./node-loader.js";

@Resolver(() => AllocationType)
export class AllocationResolver {
  constructor(@Inject(NodeLoader) private readonly nodes: NodeLoader) {}

  @ResolveField(() => String)
  nodeName(
    @Parent() allocation: AllocationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<string> {
    return this.nodes.nameOf(loaders, actor, allocation.nodeId);
  }
}
