import { Inject } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { ALLOCATION_PORTS } from "../../allocation.tokens.js";
import type { TreeNode } from "../../domain/node.js";
import type { AllocationPorts } from "../../ports/allocation-ports.js";

/** Loads the nodes that one request's answers point to, all in one query. */
export class NodeLoader {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ALLOCATION_PORTS) private readonly ports: AllocationPorts,
  ) {}

  /** The node's name, or its id when it is gone or outside the actor's scope. */
  async nameOf(loaders: RequestLoaders, actor: Actor, id: string): Promise<string> {
    const loader = loaders.of<TreeNode>("allocation.node", async (ids) => {
      const found = await this.runner.read(actor, (ctx) => this.ports.nodes.find(ctx, ids));
      return new Map(found.map((node) => [node.id, node]));
    });
    return (await loader.load(id))?.name ?? id;
  }
}
