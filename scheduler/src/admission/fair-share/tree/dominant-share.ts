/** What a node borrows of one resource, against the most its parent could lend. */
export interface BorrowedResource {
  readonly borrowed: number;
  readonly lendable: number;
}

/** An exact share and the weight it is divided by; kept apart so that two nodes of weight 0 still compare. */
export interface DominantShare {
  /** Largest `1000 · borrowed / lendable` over the resources that can be lent. */
  readonly unweighted: number;
  readonly weight: number;
  /** Index of the resource that makes it; -1 when nothing is borrowed. Ties go to the first. */
  readonly dominant: number;
}

/**
 * Kueue's dominant resource share of borrowing (`keps/1714-fair-sharing`): who borrows most for its weight. Used to
 * order the nodes that have to give way first.
 */
export const dominantShare = (resources: readonly BorrowedResource[], weight: number): DominantShare => {
  let unweighted = 0;
  let dominant = -1;
  for (const [index, { borrowed, lendable }] of resources.entries()) {
    if (borrowed <= 0 || lendable <= 0) continue;
    const share = (1000 * borrowed) / lendable;
    if (share <= unweighted) continue;
    unweighted = share;
    dominant = index;
  }
  return { unweighted, weight, dominant };
};

/** Negative when `a` borrows less for its weight than `b`. A node of weight 0 that borrows comes after all others. */
export const compareShares = (a: DominantShare, b: DominantShare): number => {
  const [freeA, freeB] = [a.weight === 0 && a.unweighted > 0, b.weight === 0 && b.unweighted > 0];
  if (freeA !== freeB) return freeA ? 1 : -1;
  if (freeA) return a.unweighted - b.unweighted;
  return a.unweighted / (a.weight || 1) - b.unweighted / (b.weight || 1);
};
