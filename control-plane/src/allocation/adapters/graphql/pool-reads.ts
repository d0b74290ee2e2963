import { Inject } from "@nestjs/common";
import { systemActor, type Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { ALLOCATION_PORTS } from "../../allocation.tokens.js";
import { withoutNames } from "../../domain/pool-live.js";
import { loansWithoutNames, poolLoans } from "../../domain/pool-loans.js";
import type { AllocationPorts } from "../../ports/allocation-ports.js";
import { readPoolLive } from "../../use-cases/read-pool-live.js";
import type { AllocationType, PoolLiveType } from "./allocation.types.js";

const reader = systemActor("pool-live");

/** What this room adds to a pool for the room that shows it. */
export class PoolReads {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ALLOCATION_PORTS) private readonly ports: AllocationPorts,
  ) {}

  /** The allocations of a pool that the actor may see; all pools of one request in one query. */
  async allocationsOf(loaders: RequestLoaders, actor: Actor, poolId: string): Promise<readonly AllocationType[]> {
    const loader = loaders.of<readonly AllocationType[]>("allocation.by-pool", async (poolIds) => {
      const all = await this.runner.read(actor, (ctx) => this.ports.allocations.list(ctx));
      return new Map(poolIds.map((id) => [id, all.filter((allocation) => allocation.poolId === id)]));
    });
    return (await loader.load(poolId)) ?? [];
  }

  /** Those of these nodes that the actor may see. */
  async visibleTo(actor: Actor, nodeIds: readonly string[]): Promise<ReadonlySet<string>> {
    const nodes = await this.runner.read(actor, (ctx) => this.ports.nodes.find(ctx, [...new Set(nodeIds)]));
    return new Set(nodes.map((node) => node.id));
  }

  /** The pool's account; ministries that the actor may not see are in one row without name. */
  async liveOf(actor: Actor, pool: { readonly id: string; readonly gpuCount: number }): Promise<PoolLiveType> {
    const live = await this.runner.read(reader, (ctx) => readPoolLive(this.ports)(ctx, pool));
    const visible = await this.visibleTo(
      actor,
      live.rows.flatMap((row) => row.organisationId ?? []),
    );
    const loans = loansWithoutNames(poolLoans(live.rows), visible);
    return { ...live, rows: withoutNames(live.rows, visible), loans };
  }
}
