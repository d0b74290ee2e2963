import type { NodeQuota } from "../tree/quota-tree.js";
import { NO_QUOTA } from "../tree/quota-tree.js";
import { compileTree } from "../tree/share-tree.js";
import type { ShareTree, TreeNode } from "../tree/share-tree.js";
import { fitCapacity } from "../division/fit-capacity.js";

/** Quotas are counted in millionths of a GPU, so that sums of fractions stay exact. */
export const UNITS_PER_GPU = 1_000_000;
export const unitsOf = (gpus: number): number => Math.round(gpus * UNITS_PER_GPU);

/** The right of a node in the pool, carved out of its nearest ancestor's. In GPUs. */
export interface NodeRight {
  readonly nodeId: string;
  readonly nominal: number;
  readonly guarantee: number;
  readonly lendLimit: number | null;
  /** Most beyond the nominal, which live capacity may cut; `null` for no bound. */
  readonly borrowLimit: number | null;
  readonly weight: number;
  /** 1 is the most critical; 4 when nothing is said. */
  readonly criticality?: number;
  /** How much past use counts against it in the surplus; 0 when nothing is said. */
  readonly historyFactor?: number;
}

/** Everything the order of requests in one pool depends on, by node index. */
export interface PoolRights {
  readonly tree: ShareTree;
  readonly quotas: readonly NodeQuota[];
  readonly weights: Float64Array;
  readonly historyFactors: Float64Array;
  /** GPUs that live. */
  readonly liveGpus: number;
  /** GPUs; an ancestor's are at least the sum of what is below it. */
  readonly guarantees: Float64Array;
  readonly nominals: Float64Array;
  /** 1 where a right was granted to the node itself: what an ancestor has for the sake of others below it is not its own. */
  readonly granted: Uint8Array;
  /** Millionths of a GPU that live capacity lacks to each node's nominal. */
  readonly shortfalls: Float64Array;
}

export type RightsResult =
  { readonly ok: true; readonly rights: PoolRights } | Extract<ReturnType<typeof compileTree>, { ok: false }>;

const LEAST_CRITICAL = 4;

/** Nominal and guarantee by node, in units: its own or, where children together hold more, theirs. */
const totals = (tree: ShareTree, byNode: readonly (NodeRight | undefined)[]) => {
  const nominal = new Float64Array(tree.size);
  const guarantee = new Float64Array(tree.size);
  const below = { nominal: new Float64Array(tree.size), guarantee: new Float64Array(tree.size) };
  for (let n = tree.size - 1; n >= 0; n -= 1) {
    const right = byNode[n];
    nominal[n] = Math.max(unitsOf(right?.nominal ?? 0), below.nominal[n] ?? 0);
    guarantee[n] = Math.max(unitsOf(right?.guarantee ?? 0), below.guarantee[n] ?? 0);
    const above = tree.parent[n] ?? -1;
    if (above < 0) continue;
    below.nominal[above] = (below.nominal[above] ?? 0) + (nominal[n] ?? 0);
    below.guarantee[above] = (below.guarantee[above] ?? 0) + (guarantee[n] ?? 0);
  }
  return { nominal, guarantee };
};

const childrenOf = (tree: ShareTree, parent: number): number[] => {
  const from = parent < 0 ? 0 : (tree.firstChild[parent] ?? 0);
  const end = parent < 0 ? tree.roots : (tree.endChild[parent] ?? 0);
  return Array.from({ length: end - from }, (_, at) => from + at);
};

/**
 * Rights as the pool's live capacity lets them be. When the rights of the children exceed their parent's (at the top:
 * the live capacity), guarantees are kept by criticality, the rest is cut in proportion (`fitCapacity`), down the tree.
 */
export const poolRights = (
  nodes: readonly TreeNode[],
  granted: readonly NodeRight[],
  liveGpus: number,
): RightsResult => {
  const compiled = compileTree(nodes);
  if (!compiled.ok) return compiled;
  const { tree } = compiled;
  const byNode: (NodeRight | undefined)[] = new Array<NodeRight | undefined>(tree.size).fill(undefined);
  for (const right of granted) {
    const at = tree.indexOf.get(right.nodeId);
    if (at !== undefined) byNode[at] = right;
  }
  const { nominal, guarantee } = totals(tree, byNode);
  const shortfalls = new Float64Array(tree.size);
  const live = unitsOf(liveGpus);
  for (let parent = -1; parent < tree.size; parent += 1) {
    const children = childrenOf(tree, parent);
    const fitted = fitCapacity(
      children.map((n) => ({
        id: tree.ids[n] ?? "",
        nominal: nominal[n] ?? 0,
        guarantee: Math.min(guarantee[n] ?? 0, nominal[n] ?? 0),
        criticality: byNode[n]?.criticality ?? LEAST_CRITICAL,
      })),
      parent < 0 ? live : (nominal[parent] ?? 0),
    );
    for (const [at, n] of children.entries()) {
      nominal[n] = fitted[at]?.nominal ?? 0;
      guarantee[n] = fitted[at]?.guarantee ?? 0;
      shortfalls[n] = fitted[at]?.shortfall ?? 0;
    }
  }
  // One root stands for the whole pool: capacity that nobody was granted is its own and lent to all.
  if (tree.roots === 1) nominal[0] = Math.max(live, 0);
  const quotas = Array.from({ length: tree.size }, (_, n): NodeQuota => {
    const children = childrenOf(tree, n);
    const sum = (of: Float64Array) => children.reduce((all, child) => all + (of[child] ?? 0), 0);
    const right = byNode[n];
    return {
      ...NO_QUOTA,
      own: Math.max(0, (nominal[n] ?? 0) - sum(nominal)),
      guarantee: Math.max(0, (guarantee[n] ?? 0) - sum(guarantee)),
      lendLimit: right?.lendLimit == null ? null : unitsOf(right.lendLimit),
      // What was voted bounds the whole: a right that is cut may be borrowed back where others leave it.
      borrowLimit: right?.borrowLimit == null ? null : unitsOf(right.borrowLimit) + (shortfalls[n] ?? 0),
    };
  });
  return {
    ok: true,
    rights: {
      tree,
      quotas,
      weights: Float64Array.from({ length: tree.size }, (_, n) => byNode[n]?.weight ?? 1),
      historyFactors: Float64Array.from({ length: tree.size }, (_, n) => byNode[n]?.historyFactor ?? 0),
      liveGpus,
      guarantees: guarantee.map((units) => units / UNITS_PER_GPU),
      nominals: nominal.map((units, n) => (n === 0 && tree.roots === 1 ? 0 : units / UNITS_PER_GPU)),
      granted: Uint8Array.from(byNode, (right) => ((right?.nominal ?? 0) > 0 ? 1 : 0)),
      shortfalls,
    },
  };
};
