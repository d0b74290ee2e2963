import { hundredths, type PlacedAllocation } from "../allocation.js";
import { ministryOf } from "../node.js";

/** What a node keeps, in hundredths of a GPU: its guarantee, or what is guaranteed below it when that is more. */
export interface Kept {
  readonly nodeId: string;
  /** Over what is kept below it. */
  readonly own: number;
}

/** The nearest allocations below one, each node's under its nearest ancestor that holds something. */
export function childrenOf(
  parent: PlacedAllocation | null,
  all: readonly PlacedAllocation[],
): readonly PlacedAllocation[] {
  const holders = new Set(all.map(({ nodeId }) => nodeId));
  return all.filter(({ path }) => (path.slice(1).find((id) => holders.has(id)) ?? null) === (parent?.nodeId ?? null));
}

/** Guarantees of a pool's rights, each counted once however many levels repeat it. */
export function keptBy(all: readonly PlacedAllocation[]): readonly Kept[] {
  const kept: Kept[] = [];
  const walk = (allocation: PlacedAllocation): number => {
    const below = childrenOf(allocation, all).reduce((sum, child) => sum + walk(child), 0);
    const own = Math.max(0, hundredths(allocation.guarantee) - below);
    if (own > 0) kept.push({ nodeId: allocation.nodeId, own });
    return below + own;
  };
  for (const top of childrenOf(null, all)) walk(top);
  return kept;
}

/** Rights split between ministries that take part in a round and all others. */
export const isOf = (ministries: ReadonlySet<string>, { path }: PlacedAllocation): boolean =>
  ministries.has(ministryOf(path));
