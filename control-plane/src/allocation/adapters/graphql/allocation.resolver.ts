import { Inject } from "@nestjs/common";
import { Args, Mutation, Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { GRANT_ALLOCATION } from "../../allocation.tokens.js";
import type { grantAllocationUseCase } from "../../use-cases/grant-allocation.use-case.js";
import { AllocationResult, AllocationType, GrantAllocationInputType } from "./allocation.types.js";
import { NodeLoader } from "./node-loader.js";

@Resolver(() => AllocationType)
export class AllocationResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(GRANT_ALLOCATION) private readonly grant: ReturnType<typeof grantAllocationUseCase>,
    @Inject(NodeLoader) private readonly nodes: NodeLoader,
  ) {}

  @Mutation(() => AllocationResult)
  async grantAllocation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => GrantAllocationInputType }) input: GrantAllocationInputType,
  ): Promise<typeof AllocationResult> {
    return unionMember(await this.runner.run(actor, this.grant, input), (allocation): AllocationType => allocation);
  }

  @ResolveField(() => String)
  nodeName(
    @Parent() allocation: AllocationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<string> {
    return this.nodes.nameOf(loaders, actor, allocation.nodeId);
  }
}
