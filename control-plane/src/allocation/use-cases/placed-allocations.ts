import type { Context } from "../../kernel/use-case.js";
import type { Allocation, PlacedAllocation } from "../domain/allocation.js";
import type { NodeDirectory } from "../ports/node-directory.port.js";

/** Allocations with the paths of their nodes; a node that is gone stands right under its organisation. */
export async function placed(
  ctx: Context,
  directory: NodeDirectory,
  allocations: readonly Allocation[],
): Promise<readonly PlacedAllocation[]> {
  const ids = [...new Set(allocations.map(({ nodeId }) => nodeId))];
  const paths = new Map((await directory.find(ctx, ids)).map((node) => [node.id, node.path]));
  return allocations.map((allocation) => ({
    ...allocation,
    path: paths.get(allocation.nodeId) ?? [allocation.nodeId, allocation.organisationId],
  }));
}
