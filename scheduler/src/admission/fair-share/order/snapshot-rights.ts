import type { PoolId, SnapshotV1 } from "@socle/contracts";
import { compileTree } from "../tree/share-tree.js";
import type { TreeNode } from "../tree/share-tree.js";
import { poolRights } from "./pool-rights.js";
import type { NodeRight, PoolRights } from "./pool-rights.js";

/** Stands above all when the data has several roots, so that one node holds the pool. */
const ABOVE_ALL: TreeNode = { id: "", parentId: null };

/**
 * The tree that requests are ordered by: organisations → use cases → applications. What dangles hangs under the top;
 * what circles is left out, since nothing below it could be admitted.
 */
export const shareNodes = (snapshot: Pick<SnapshotV1, "organisations" | "useCases" | "applications">): TreeNode[] => {
  const organisations = new Set(snapshot.organisations.map(({ id }) => id));
  const useCases = new Set(snapshot.useCases.map(({ id }) => id));
  const under = (parent: string | null, known: ReadonlySet<string>) =>
    parent !== null && known.has(parent) ? parent : ABOVE_ALL.id;
  const nodes: TreeNode[] = [
    ABOVE_ALL,
    ...snapshot.organisations.map(({ id, parentId }) => ({ id, parentId: under(parentId, organisations) })),
    ...snapshot.useCases.map(({ id, organisationId }) => ({ id, parentId: under(organisationId, organisations) })),
    ...snapshot.applications.map(({ id, useCaseId }) => ({ id, parentId: under(useCaseId, useCases) })),
  ];
  const compiled = compileTree(nodes);
  if (compiled.ok || compiled.reason !== "cycle") return nodes;
  const circling = new Set(compiled.nodes);
  return nodes.filter(({ id }) => !circling.has(id));
};

/** Rights in one pool as its live capacity lets them be; `null` when the tree cannot be laid out. */
export const rightsIn = (
  snapshot: Pick<SnapshotV1, "allocations">,
  nodes: readonly TreeNode[],
  poolId: PoolId,
  liveGpus: number,
): PoolRights | null => {
  const granted = snapshot.allocations.filter((allocation) => allocation.poolId === poolId);
  const made = poolRights(nodes, granted satisfies readonly NodeRight[], liveGpus);
  return made.ok ? made.rights : null;
};
