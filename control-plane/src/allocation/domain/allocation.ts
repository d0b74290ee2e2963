import type { Condition } from "../../kernel/refusal.js";
import type { NodeType } from "./node.js";
import type { Criticality } from "./round-program/instance.js";

/**
 * The right of a node to GPU-seconds per second of a pool, in GPUs, with two decimals at most.
 * `guarantee` is the part of `nominal` that is never lent.
 */
export interface Allocation {
  readonly id: string;
  readonly poolId: string;
  readonly nodeId: string;
  readonly nodeType: NodeType;
  /** Organisation the node is or belongs to. */
  readonly organisationId: string;
  readonly nominal: number;
  readonly guarantee: number;
  /** GPUs that may be lent at most; `null` for all above the guarantee. */
  readonly lendLimit: number | null;
  /** GPUs that may be borrowed at most; `null` for no bound. */
  readonly borrowLimit: number | null;
  /** Share of the surplus; 0 runs only when nobody else waits. */
  readonly weight: number;
  /** 1 is the most critical: when less lives than was promised, its guarantee is kept before those of 2 to 4. */
  readonly criticality: Criticality;
  /** How much what the node used lately counts against it when the surplus is shared; 0 looks at the present alone. */
  readonly historyFactor: number;
}

/** What holds of a node of which nothing is said. */
export const USUAL_TERMS = { criticality: 4, historyFactor: 0 } as const satisfies Partial<Allocation>;

/** An allocation with the ids from its node up to the root. */
export interface PlacedAllocation extends Allocation {
  readonly path: readonly string[];
}

/** GPUs in hundredths, so that sums are exact. */
export const hundredths = (gpus: number): number => Math.round(gpus * 100);

const total = (allocations: readonly Allocation[]): number =>
  allocations.reduce((sum, allocation) => sum + hundredths(allocation.nominal), 0);

const gpus = (inHundredths: number): string => `${String(inHundredths / 100)} GPU`;

/** The allocation that the one given is carved out of: its nearest ancestor's; `undefined` for a top one. */
function parentOf(child: PlacedAllocation, all: readonly PlacedAllocation[]): PlacedAllocation | undefined {
  for (const ancestor of child.path.slice(1)) {
    const found = all.find((candidate) => candidate.nodeId === ancestor);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Allocations of a pool that are carved out of no other: their sum is what the pool owes. */
export function topAllocations(all: readonly PlacedAllocation[]): readonly PlacedAllocation[] {
  return all.filter((allocation) => parentOf(allocation, all) === undefined);
}

/**
 * Every condition a grant must meet in its pool, with the figures: guarantee within nominal, top allocations within the
 * pool, what is carved out of a right within that right, on both sides of the change.
 */
export function grantConditions(
  gpuCount: number,
  present: readonly PlacedAllocation[],
  wanted: PlacedAllocation,
): readonly Condition[] {
  const after = [...present.filter((allocation) => allocation.nodeId !== wanted.nodeId), wanted];
  const parent = parentOf(wanted, after);
  const childrenOf = (of: PlacedAllocation) => after.filter((allocation) => parentOf(allocation, after) === of);
  const conditions: Condition[] = [
    condition(
      "allocation.guarantee_within_nominal",
      "guarantee",
      hundredths(wanted.guarantee),
      hundredths(wanted.nominal),
    ),
    condition(
      "allocation.pool_capacity",
      "sum of the pool's top allocations",
      total(topAllocations(after)),
      gpuCount * 100,
    ),
    condition(
      "allocation.children_within_right",
      "sum already allocated below",
      total(childrenOf(wanted)),
      hundredths(wanted.nominal),
    ),
  ];
  if (parent !== undefined) {
    conditions.push(
      condition(
        "allocation.parent_right",
        "sum allocated out of the parent's right",
        total(childrenOf(parent)),
        hundredths(parent.nominal),
      ),
    );
  }
  return conditions;
}

function condition(code: string, what: string, asked: number, bound: number): Condition {
  return { code, met: asked <= bound, message: `${what}: ${gpus(asked)} of ${gpus(bound)}` };
}
