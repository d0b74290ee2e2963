import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import { refusalMember } from "../../../platform/graphql/refusal.types.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { unionMember } from "../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { CLOSE_LOST_EPOCH, LIMITS, SET_USAGE_LIMIT } from "../../allocation.tokens.js";
import { leftOf } from "../../domain/budget.js";
import type { LimitBalance, UsageLimitRepository } from "../../ports/usage-limit-repository.port.js";
import type { closeLostEpochUseCase } from "../../use-cases/close-lost-epoch.use-case.js";
import type { setUsageLimitUseCase } from "../../use-cases/set-usage-limit.use-case.js";
import {
  ClosedEpochResult,
  CloseLostEpochInputType,
  SetUsageLimitInputType,
  UsageLimitResult,
  UsageLimitType,
  type ClosedEpochType,
} from "./allocation.types.js";
import { NodeLoader } from "./node-loader.js";

@Resolver(() => UsageLimitType)
export class UsageLimitResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(LIMITS) private readonly limitRepository: UsageLimitRepository,
    @Inject(SET_USAGE_LIMIT) private readonly set: ReturnType<typeof setUsageLimitUseCase>,
    @Inject(CLOSE_LOST_EPOCH) private readonly close: ReturnType<typeof closeLostEpochUseCase>,
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
    const done = await this.runner.run(actor, this.set, { ...input, hard: hard ?? undefined });
    if (!done.ok) return refusalMember(done.refusal);
    const present = (await this.balances(actor, input.nodeId)).find((limit) => limit.id === done.value.id);
    if (present === undefined) throw new Error("a limit that was just set can be read");
    return limitView(present);
  }

  @Mutation(() => ClosedEpochResult, {
    description: "Gives up the records of a scheduler's life whose state folder is gone.",
  })
  async closeLostEpoch(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => CloseLostEpochInputType }) input: CloseLostEpochInputType,
  ): Promise<typeof ClosedEpochResult> {
    return unionMember(await this.runner.run(actor, this.close, input), (closed): ClosedEpochType => closed);
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
      this.limitRepository.balances(ctx, ctx.clock.now(), nodeId == null ? undefined : [nodeId]),
    );
  }
}

function limitView(limit: LimitBalance): UsageLimitType {
  const { id, nodeId, kind, value, modelId, hard, windowStart, windowEnd, settled, leased } = limit;
  const left = leftOf(value, limit);
  return { id, nodeId, kind, value, modelId, hard, windowStart, windowEnd, used: settled, held: leased, left };
}
