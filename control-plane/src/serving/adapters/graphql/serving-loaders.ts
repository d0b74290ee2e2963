import { Inject, Injectable } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { Deployment } from "../../domain/pool.js";
import type { ServingPorts } from "../../ports/serving-ports.js";
import { SERVING_PORTS } from "../../serving.tokens.js";

/** What runs in pools, loaded for a whole answer at once. */
@Injectable()
export class ServingLoaders {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(SERVING_PORTS) private readonly ports: ServingPorts,
  ) {}

  async deployments(loaders: RequestLoaders, actor: Actor, poolId: string): Promise<readonly Deployment[]> {
    const loader = loaders.of("serving.deployments", (poolIds) =>
      this.grouped(actor, poolIds, (deployment) => deployment.poolId),
    );
    return (await loader.load(poolId)) ?? [];
  }

  /** True when a model is served, and nowhere by a real model server. */
  async simulatedOnly(loaders: RequestLoaders, actor: Actor, modelId: string): Promise<boolean> {
    const loader = loaders.of("serving.deployments-of-model", () =>
      this.grouped(actor, null, (deployment) => deployment.modelId),
    );
    const endpoints = ((await loader.load(modelId)) ?? []).flatMap((deployment) => deployment.endpoints);
    return endpoints.length > 0 && endpoints.every((endpoint) => endpoint.simulated);
  }

  private async grouped(
    actor: Actor,
    poolIds: readonly string[] | null,
    keyOf: (deployment: Deployment) => string,
  ): Promise<ReadonlyMap<string, readonly Deployment[]>> {
    const rows = await this.runner.read(actor, (ctx) => this.ports.pools.deployments(ctx, poolIds));
    const groups = new Map<string, Deployment[]>();
    for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
    return groups;
  }
}
