import { hundredths, topAllocations, type PlacedAllocation } from "../allocation.js";
import { ministryOf } from "../node.js";
import type { Criticality } from "../round-program/instance.js";
import { cutOrder, type CutHolder, type CutStep } from "./cut-order.js";

/** Why a step comes where it comes. */
export const CUT_REASONS = ["borrowing_stops_first", "loans_end_before_rights", "least_critical_first"] as const;
export type CutReason = (typeof CUT_REASONS)[number];

/** One step in which a pool gives GPUs back, with the figures that put it there; GPUs. */
export interface PoolCut {
  readonly kind: CutStep["kind"];
  /** Holder of the right, or whoever borrows; `null` for all, and where the reader may not know. */
  readonly nodeId: string | null;
  /** GPUs that this step gives back; `null` where nobody can say before. */
  readonly gpus: number | null;
  readonly criticality: Criticality | null;
  /** The right before the step and after it; 0 for a loan. */
  readonly before: number;
  readonly after: number;
  /** Never taken. */
  readonly guarantee: number;
  readonly reason: CutReason;
}

export interface PoolCuts {
  readonly physical: number;
  /** GPUs that would remain. */
  readonly remaining: number;
  /** Rights in the pool that are carved out of no other. */
  readonly owed: number;
  /** GPUs of them that what remains would not hold. */
  readonly missing: number;
  readonly guaranteed: number;
  /** GPUs by which what remains is short of the guarantees: no step takes them, somebody has to decide. */
  readonly shortOfGuarantees: number;
  readonly steps: readonly PoolCut[];
}

/**
 * Which rights of a pool would be cut first if so many GPUs remained: `cutOrder` on its present rights and loans, each step
 * with its figures. Exact to a hundredth of a GPU.
 * @param loans GPUs that each ministry borrows now
 */
export function poolCuts(
  physical: number,
  rights: readonly PlacedAllocation[],
  loans: ReadonlyMap<string, number>,
  remaining: number,
): PoolCuts {
  const holders = holdersOf(topAllocations(rights), loans);
  const { steps, shortOfGuarantees } = cutOrder(holders, hundredths(remaining));
  const byNode = new Map(holders.map((holder) => [holder.nodeId, holder]));
  const owed = sum(holders, ({ nominal }) => nominal);
  return {
    physical,
    remaining,
    owed: owed / 100,
    missing: Math.max(0, owed - hundredths(remaining)) / 100,
    guaranteed: sum(holders, ({ guarantee }) => guarantee) / 100,
    shortOfGuarantees: shortOfGuarantees / 100,
    steps: steps.map((step) => explained(step, byNode)),
  };
}

/** Hundredths of a GPU; a loan stands with the first right of its ministry, or alone. */
function holdersOf(tops: readonly PlacedAllocation[], loans: ReadonlyMap<string, number>): readonly CutHolder[] {
  const left = new Map(loans);
  const holders = tops.map((right): CutHolder => {
    const ministry = ministryOf(right.path);
    const borrowed = hundredths(left.get(ministry) ?? 0);
    left.delete(ministry);
    const { nodeId, criticality } = right;
    return {
      nodeId,
      criticality,
      nominal: hundredths(right.nominal),
      guarantee: hundredths(right.guarantee),
      borrowed,
    };
  });
  const alone = [...left].map(([nodeId, gpus]): CutHolder => {
    return { nodeId, criticality: 4, nominal: 0, guarantee: 0, borrowed: hundredths(gpus) };
  });
  return [...holders, ...alone];
}

function explained(step: CutStep, holders: ReadonlyMap<string, CutHolder>): PoolCut {
  if (step.kind === "stop_borrowing")
    return { ...NOBODY, kind: step.kind, nodeId: null, gpus: null, reason: "borrowing_stops_first" };
  const { nodeId, gpus, kind } = step;
  const holder = holders.get(nodeId);
  if (holder === undefined) throw new Error("a step of somebody who holds and borrows nothing");
  const common = { kind, nodeId, gpus: gpus / 100, guarantee: holder.guarantee / 100 };
  if (kind === "drain") return { ...NOBODY, ...common, guarantee: 0, reason: "loans_end_before_rights" };
  const { criticality, nominal } = holder;
  const [before, after] = [nominal / 100, (nominal - gpus) / 100];
  return { ...common, criticality, before, after, reason: "least_critical_first" };
}

const NOBODY = { criticality: null, before: 0, after: 0, guarantee: 0 } as const;

/** Steps of those whom the reader may not name become one a kind and class: the figures still add up. */
export function cutsWithoutNames({ steps, ...cuts }: PoolCuts, visible: ReadonlySet<string>): PoolCuts {
  const told: PoolCut[] = [];
  for (const step of steps) {
    if (step.nodeId === null || visible.has(step.nodeId)) {
      told.push(step);
      continue;
    }
    const at = told.findIndex(
      ({ kind, nodeId, criticality }) => nodeId === null && kind === step.kind && criticality === step.criticality,
    );
    const others = told[at];
    if (others === undefined) told.push({ ...step, nodeId: null });
    else told[at] = added(others, step);
  }
  return { ...cuts, steps: told };
}

const added = (one: PoolCut, other: PoolCut): PoolCut => ({
  ...one,
  gpus: plus(one.gpus ?? 0, other.gpus ?? 0),
  before: plus(one.before, other.before),
  after: plus(one.after, other.after),
  guarantee: plus(one.guarantee, other.guarantee),
});

const plus = (one: number, other: number): number => (hundredths(one) + hundredths(other)) / 100;
const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
