import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import { refusalMember } from "../../../platform/graphql/refusal.types.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { ALLOCATION_PORTS } from "../../allocation.tokens.js";
import { leftOf } from "../../domain/budget.js";
import type { AllocationPorts } from "../../ports/allocation-ports.js";
import type { LimitBalance } from "../../ports/usage-limit-repository.port.js";
import { setUsageLimitUseCase } from "../../use-cases/set-usage-limit.use-case.js";
import { SetUsageLimitInputType, UsageLimitResult, UsageLimitType } from "./allocation.types.js";
import { NodeLoader } from "./node-loader.js";

@Resolver(() => UsageLimitType)
export class UsageLimitResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ALLOCATION_PORTS) private readonly ports: AllocationPorts,
    @Inject(NodeLoader) private readonly nodes: NodeLoader,
  ) {}

  @Query(() => [UsageLimitType])
  async limits(
    @CurrentActor() actor: PersonActor,
    @Args("nodeId", { type: () => ID, nullable: true }) nodeId: string | null,
  ): Promise<UsageLimitType[]> {
    return (await this.balances(actor, nodeId)).map(limitView);
  }

  @Mutation(() => UsageLimitResult)
  async setUsageLimit(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => SetUsageLimitInputType }) { hard, ...input }: SetUsageLimitInputType,
  ): Promise<typeof UsageLimitResult> {
    const done = await this.runner.run(actor, setUsageLimitUseCase(this.ports), { ...input, hard: hard ?? undefined });
    if (!done.ok) return refusalMember(done.refusal);
    const present = (await this.balances(actor, input.nodeId)).find((limit) => limit.id === done.value.id);
    if (present === undefined) throw new Error("a limit that was just set can be read");
    return limitView(present);
  }

  @ResolveField(() => String)
  nodeName(
    @Parent() limit: UsageLimitType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<string> {
    return this.nodes.nameOf(loaders, actor, limit.nodeId);
  }

  private balances(actor: PersonActor, nodeId: string | null | undefined): Promise<readonly LimitBalance[]> {
    return this.runner.read(actor, (ctx) =>
      this.ports.limits.balances(ctx, ctx.clock.now(), nodeId == null ? undefined : [nodeId]),
    );
  }
}

function limitView(limit: LimitBalance): UsageLimitType {
  const { id, nodeId, kind, value, modelId, hard, windowStart, windowEnd, settled, leased } = limit;
  const left = leftOf(value, limit);
  return { id, nodeId, kind, value, modelId, hard, windowStart, windowEnd, used: settled, held: leased, left };
}
