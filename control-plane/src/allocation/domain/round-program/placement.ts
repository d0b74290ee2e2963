/**
 * Cost of putting one GPU of a need in a slice. `first` decides, `then` breaks its ties; both are whole and small enough
 * for their sums to be exact.
 */
export interface UnitCost {
  readonly first: number;
  readonly then: number;
}

export interface PlacementInput {
  /** Whole GPUs to place for each need. */
  readonly amounts: readonly number[];
  /** Slices open to each need. */
  readonly eligible: readonly (readonly number[])[];
  /** Whole GPUs of each slice. */
  readonly capacities: readonly number[];
  /** Cost of the GPU that makes `already + 1` of this need in this slice; does not fall as `already` grows. */
  costOf(need: number, slice: number, already: number): UnitCost;
}

export interface Placement {
  /** GPUs of each need by slice. */
  readonly placed: readonly ReadonlyMap<number, number>[];
  /** GPUs of each need that found no room. */
  readonly left: readonly number[];
}

interface Move {
  readonly need: number;
  readonly cost: UnitCost;
}

/**
 * Least-cost placement by successive shortest paths: GPU after GPU, each along the cheapest chain of moves that ends in
 * a slice with room. Exact for convex costs, and places as much as can be placed of the needs in their order. Slices are
 * few, so shortest paths run over slices alone, an edge being the cheapest GPU that can move between two of them.
 */
export function place(input: PlacementInput): Placement {
  const placed = input.amounts.map(() => new Map<number, number>());
  const free = [...input.capacities];
  const left = input.amounts.map((amount, need) => {
    let missing = amount;
    while (missing > 0 && addOne(input, placed, free, need)) missing -= 1;
    return missing;
  });
  return { placed, left };
}

/** Puts one more GPU of a need somewhere, moving others where that is cheaper or the only way. */
function addOne(input: PlacementInput, placed: Map<number, number>[], free: number[], need: number): boolean {
  const moves = cheapestMoves(input, placed);
  const path = shortestPath(input, placed, free, need, moves);
  if (path === null) return false;
  const last = path.at(-1);
  if (last === undefined) return false;
  let mover = need;
  for (const [step, slice] of path.entries()) {
    put(placed, mover, slice, 1);
    const next = path[step + 1];
    if (next === undefined) break;
    mover = moves[slice]?.[next]?.need ?? mover;
    put(placed, mover, slice, -1);
  }
  free[last] = (free[last] ?? 0) - 1;
  return true;
}

function put(placed: Map<number, number>[], need: number, slice: number, change: number): void {
  const at = placed[need];
  if (at === undefined) throw new Error("a placement holds every need");
  const now = (at.get(slice) ?? 0) + change;
  if (now === 0) at.delete(slice);
  else at.set(slice, now);
}

/** For each pair of slices the need whose GPU moves between them at least cost. */
function cheapestMoves(input: PlacementInput, placed: readonly ReadonlyMap<number, number>[]): (Move | undefined)[][] {
  const moves: (Move | undefined)[][] = input.capacities.map(() => []);
  for (const [need, at] of placed.entries()) {
    for (const [from, count] of at) {
      const row = moves[from];
      if (row === undefined) continue;
      const saved = input.costOf(need, from, count - 1);
      for (const to of input.eligible[need] ?? []) {
        if (to === from) continue;
        const added = input.costOf(need, to, at.get(to) ?? 0);
        const cost = { first: added.first - saved.first, then: added.then - saved.then };
        const known = row[to];
        if (known === undefined || isLess(cost, known.cost)) row[to] = { need, cost };
      }
    }
  }
  return moves;
}

const isLess = (left: UnitCost, right: UnitCost): boolean =>
  left.first < right.first || (left.first === right.first && left.then < right.then);

/** Bellman-Ford over slices, from those open to the need to the cheapest with room; costs of moves may be negative. */
function shortestPath(
  input: PlacementInput,
  placed: readonly ReadonlyMap<number, number>[],
  free: readonly number[],
  need: number,
  moves: readonly (readonly (Move | undefined)[])[],
): readonly number[] | null {
  const distance: (UnitCost | undefined)[] = [];
  const before: (number | undefined)[] = [];
  for (const slice of input.eligible[need] ?? [])
    distance[slice] = input.costOf(need, slice, placed[need]?.get(slice) ?? 0);
  for (let round = 0, changed = true; changed && round <= free.length; round += 1)
    changed = relax(distance, before, moves);
  let best: number | null = null;
  for (const [slice, cost] of distance.entries()) {
    if (cost === undefined || (free[slice] ?? 0) <= 0) continue;
    const present = best === null ? undefined : distance[best];
    if (present === undefined || isLess(cost, present)) best = slice;
  }
  return best === null ? null : walkBack(best, before);
}

function relax(
  distance: (UnitCost | undefined)[],
  before: (number | undefined)[],
  moves: readonly (readonly (Move | undefined)[])[],
): boolean {
  let changed = false;
  for (const [from, row] of moves.entries()) {
    const reached = distance[from];
    if (reached === undefined) continue;
    for (const [to, move] of row.entries()) {
      if (move === undefined) continue;
      const cost = { first: reached.first + move.cost.first, then: reached.then + move.cost.then };
      const known = distance[to];
      if (known !== undefined && !isLess(cost, known)) continue;
      distance[to] = cost;
      before[to] = from;
      changed = true;
    }
  }
  return changed;
}

function walkBack(end: number, before: readonly (number | undefined)[]): readonly number[] {
  const path = [end];
  for (let at = before[end]; at !== undefined; at = before[at]) path.unshift(at);
  return path;
}
