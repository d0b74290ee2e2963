import { USUAL_TERMS, type PlacedAllocation } from "../allocation.js";
import type { NodeType, TreeNode } from "../node.js";
import { ministryOf } from "../node.js";

/** GPUs that a round grants to a node in a pool. */
export interface NodeGrant {
  readonly node: TreeNode;
  readonly gpus: number;
}

export interface PlannedRightsInput {
  /** Rights in force in the pool when the grants begin. */
  readonly present: readonly PlacedAllocation[];
  readonly grants: readonly NodeGrant[];
  /** Ministries by id, as nodes. */
  readonly ministries: ReadonlyMap<string, TreeNode>;
  /** True for a call: what its ministries held is decided anew. */
  readonly replaces: boolean;
}

/** A right as it is to be, without an id of its own yet. */
export type PlannedRight = Omit<PlacedAllocation, "id" | "poolId">;

interface Draft {
  readonly nodeId: string;
  readonly nodeType: NodeType;
  readonly organisationId: string;
  readonly path: readonly string[];
  readonly present: PlacedAllocation | undefined;
  /** Granted to the node itself. */
  granted: number;
}

/**
 * The rights that grants make in one pool and quarter, from the nodes up to their ministries, so that what is carved out
 * of a right is always within it. A node of a ministry decided anew holds what it is granted and what its own hold, never
 * less than its guarantee; otherwise it holds what it held and what it is granted.
 */
export function plannedRights({ present, grants, ministries, replaces }: PlannedRightsInput): readonly PlannedRight[] {
  const drafts = draftsOf(present, grants, ministries, replaces);
  const nominal = new Map<string, number>();
  const deepestFirst = [...drafts.values()].sort((left, right) => right.path.length - left.path.length);
  for (const draft of deepestFirst) {
    const below = deepestFirst.filter((child) => parentOf(child, drafts) === draft.nodeId);
    const carved = below.reduce((sum, child) => sum + (nominal.get(child.nodeId) ?? 0), 0);
    const added = grants
      .filter(({ node }) => node.path.includes(draft.nodeId))
      .reduce((sum, { gpus }) => sum + gpus, 0);
    const anew = Math.max(draft.present?.guarantee ?? 0, draft.granted + carved);
    nominal.set(draft.nodeId, replaces ? anew : (draft.present?.nominal ?? 0) + added);
  }
  const perGpu = weightPerGpu(present);
  const heldAs = (nodeId: string): number => nominal.get(nodeId) ?? 0;
  return deepestFirst.map(({ nodeId, nodeType, organisationId, path, present: before }) => ({
    ...{ nodeId, nodeType, organisationId, path },
    nominal: heldAs(nodeId),
    guarantee: before?.guarantee ?? 0,
    lendLimit: before?.lendLimit ?? null,
    borrowLimit: before?.borrowLimit ?? null,
    weight: weightOf(before, heldAs(nodeId), perGpu),
    criticality: before?.criticality ?? USUAL_TERMS.criticality,
    historyFactor: before?.historyFactor ?? USUAL_TERMS.historyFactor,
  }));
}

/**
 * Where fewer GPUs run than rights were given, those within their right share by weight: so a weight moves with the right
 * that it was set for, and a right that is new weighs what others of the pool weigh for each GPU. Otherwise a vote would
 * be enforced only while everybody's right can be served at once.
 */
function weightOf(before: PlacedAllocation | undefined, nominal: number, perGpu: number): number {
  if (before === undefined || before.nominal === 0) return nominal * perGpu;
  return (before.weight * nominal) / before.nominal;
}

/** Weight for each GPU of right in the pool; 1 while nobody holds any. */
function weightPerGpu(present: readonly PlacedAllocation[]): number {
  const held = present.reduce((sum, { nominal }) => sum + nominal, 0);
  return held === 0 ? 1 : present.reduce((sum, { weight, nominal }) => sum + (nominal === 0 ? 0 : weight), 0) / held;
}

function draftsOf(
  present: readonly PlacedAllocation[],
  grants: readonly NodeGrant[],
  ministries: ReadonlyMap<string, TreeNode>,
  replaces: boolean,
): ReadonlyMap<string, Draft> {
  const drafts = new Map<string, Draft>();
  const add = (
    of: Pick<PlacedAllocation, "nodeId" | "nodeType" | "organisationId" | "path">,
    granted: number,
  ): void => {
    const known = drafts.get(of.nodeId);
    if (known !== undefined) known.granted += granted;
    else {
      const { nodeId, nodeType, organisationId, path } = of;
      const before = present.find((each) => each.nodeId === nodeId);
      drafts.set(nodeId, { nodeId, nodeType, organisationId, path, present: before, granted });
    }
  };
  for (const { node, gpus } of grants) {
    if (gpus === 0 && !replaces) continue;
    add(placeOf(node), gpus);
    const ministry = ministries.get(ministryOf(node.path));
    if (ministry !== undefined) add(placeOf(ministry), 0);
  }
  const touched = new Set(grants.filter(({ gpus }) => gpus > 0 || replaces).map(({ node }) => ministryOf(node.path)));
  for (const right of present) {
    const isAbove = grants.some(({ node, gpus }) => gpus > 0 && node.path.includes(right.nodeId));
    if (replaces ? touched.has(ministryOf(right.path)) : isAbove) add(right, 0);
  }
  return drafts;
}

const placeOf = ({ id, type, organisationId, path }: TreeNode) => ({
  nodeId: id,
  nodeType: type,
  organisationId,
  path,
});

const parentOf = (child: Draft, drafts: ReadonlyMap<string, Draft>): string | undefined =>
  child.path.slice(1).find((id) => drafts.has(id));
