import { Inject } from "@nestjs/common";
import { Args, Float, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import { GraphQLError } from "graphql";
import { systemActor, type PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../../tenancy/index.js";
import { ALLOCATION_PORTS } from "../../allocation.tokens.js";
import { cutsWithoutNames } from "../../domain/rounds/pool-cuts.js";
import type { AllocationPorts } from "../../ports/allocation-ports.js";
import { readCutOrder } from "../../use-cases/read-cut-order.js";
import { CutStepType, explanationOf, PoolCutOrderType } from "./cut-order.types.js";
import { NodeLoader } from "./node-loader.js";
import { PoolReads } from "./pool-reads.js";

const reader = systemActor("cut-order");

@Resolver(() => CutStepType)
export class CutOrderResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ALLOCATION_PORTS) private readonly ports: AllocationPorts,
    @Inject(NodeLoader) private readonly nodes: NodeLoader,
    @Inject(PoolReads) private readonly reads: PoolReads,
  ) {}

  @Query(() => PoolCutOrderType, {
    nullable: true,
    description: "Which rights would be cut first; those whom the reader may not see are in one step a class, unnamed.",
  })
  async poolCutOrder(
    @CurrentActor() actor: PersonActor,
    @Args("poolId", { type: () => ID }) poolId: string,
    @Args("gpus", {
      type: () => Float,
      nullable: true,
      description: "GPUs that would remain; the whole order without.",
    })
    gpus: number | null,
  ): Promise<PoolCutOrderType | null> {
    if (!actorMay(actor, "read", "Allocation")) return null;
    if (gpus != null && !(gpus >= 0 && gpus <= 1e6))
      throw new GraphQLError("gpus is between 0 and 10⁶", {
        extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
      });
    const cuts = await this.runner.read(reader, (ctx) => readCutOrder(this.ports)(ctx, poolId, gpus ?? null));
    if (cuts === null) return null;
    const visible = await this.reads.visibleTo(
      actor,
      cuts.steps.flatMap(({ nodeId }) => nodeId ?? []),
    );
    const { steps, ...figures } = cutsWithoutNames(cuts, visible);
    return {
      ...figures,
      steps: steps.map((step, at) => ({ ...step, position: at + 1, explanation: explanationOf(step) })),
    };
  }

  @ResolveField(() => String, { nullable: true, description: "null for all, and for whom this reader may not see." })
  nodeName(@Parent() step: CutStepType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return step.nodeId === null ? null : this.nodes.nameOf(loaders, actor, step.nodeId);
  }
}
