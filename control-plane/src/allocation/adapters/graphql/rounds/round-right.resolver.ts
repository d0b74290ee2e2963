import { Inject } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { NodeLoader } from "../node-loader.js";
import { RoundRightType } from "./round.types.js";

/** A planned right inherits an allocation's fields, but none of its resolvers. */
@Resolver(() => RoundRightType)
export class RoundRightResolver {
  constructor(@Inject(NodeLoader) private readonly nodes: NodeLoader) {}

  @ResolveField(() => String)
  nodeName(@Parent() right: RoundRightType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.nodes.nameOf(loaders, actor, right.nodeId);
  }
}
