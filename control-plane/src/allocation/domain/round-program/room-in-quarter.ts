import { grouped } from "./grouped.js";
import type { Grants } from "./grant-lines.js";
import { eligibleSlices, type RoundInstance } from "./instance.js";

/** Needs that may go to the same places, with what they hold in each slice together. */
interface Movers {
  readonly places: readonly number[];
  readonly held: number[];
}

/**
 * The same instance in which every pool has an open part, of nothing where it had none: GPUs that are added to a pool come
 * there. Positions of slices stay what they were.
 */
export function withOpenParts(instance: RoundInstance): RoundInstance {
  const missing = [...grouped(instance.slices, ({ poolId }) => poolId).values()].flatMap(([slice, ...others]) =>
    slice === undefined || [slice, ...others].some(({ reservedFor }) => reservedFor === null)
      ? []
      : [{ ...slice, reservedFor: null, gpus: instance.quarters.map(() => 0) }],
  );
  return { ...instance, slices: [...instance.slices, ...missing] };
}

/** Places of one quarter with what is free in them, and who could move where; everybody keeps as much as they hold. */
export class RoomInQuarter {
  private readonly movers: readonly Movers[];
  private readonly free: readonly number[];

  constructor(
    private readonly instance: RoundInstance,
    grants: Grants,
    quarter: number,
  ) {
    const { needs, slices } = instance;
    const free = slices.map((slice) => slice.gpus[quarter] ?? 0);
    const byPlaces = new Map<string, Movers>();
    for (const [index, { bySlice }] of (grants[quarter] ?? []).entries()) {
      const need = needs[index];
      if (need === undefined || bySlice.size === 0) continue;
      const places = eligibleSlices(need, slices);
      const movers = byPlaces.get(places.join()) ?? {
        places,
        held: slices.map(() => 0),
      };
      byPlaces.set(places.join(), movers);
      for (const [slice, gpus] of bySlice) {
        movers.held[slice] = (movers.held[slice] ?? 0) + gpus;
        free[slice] = (free[slice] ?? 0) - gpus;
      }
    }
    this.movers = [...byPlaces.values()];
    this.free = free;
  }

  /** Slices from which a freed GPU can come to one of `open` by moving others: the full side of a minimum cut. */
  reachedFrom(open: readonly number[]): ReadonlySet<number> {
    const reached = new Set(open);
    for (const from of reached)
      for (const { places, held } of this.movers)
        if ((held[from] ?? 0) > 0) for (const place of places) reached.add(place);
    return reached;
  }

  /**
   * GPUs that can come to slices `open` by moving others, `most` at most: a largest flow, chain of moves after chain.
   * @param added more GPUs in the open part of a pool
   */
  roomFor(open: readonly number[], most: number, added?: { readonly poolId: string; readonly gpus: number }): number {
    const movers = this.movers.map(({ places, held }) => ({
      places,
      held: [...held],
    }));
    const free = this.instance.slices.map(
      ({ poolId, reservedFor }, slice) =>
        (this.free[slice] ?? 0) + (reservedFor === null && poolId === added?.poolId ? added.gpus : 0),
    );
    let found = 0;
    while (found < most) {
      const chain = shortestChain(open, movers, free);
      if (chain === null) break;
      const along = chain.moves.map(({ by, from }) => by.held[from] ?? 0);
      const gpus = Math.min(most - found, free[chain.end] ?? 0, ...along);
      for (const { by, from, to } of chain.moves) {
        by.held[from] = (by.held[from] ?? 0) - gpus;
        by.held[to] = (by.held[to] ?? 0) + gpus;
      }
      free[chain.end] = (free[chain.end] ?? 0) - gpus;
      found += gpus;
    }
    return found;
  }
}

interface Move {
  readonly by: Movers;
  readonly from: number;
  readonly to: number;
}

/** The fewest moves that end where something is free: fewest at each step, so that the steps are few (Edmonds and Karp). */
function shortestChain(
  open: readonly number[],
  movers: readonly Movers[],
  free: readonly number[],
): { readonly end: number; readonly moves: readonly Move[] } | null {
  const cameBy = new Map<number, Move | null>(open.map((slice) => [slice, null]));
  for (const slice of cameBy.keys()) {
    if ((free[slice] ?? 0) > 0) {
      const moves: Move[] = [];
      for (let move = cameBy.get(slice); move; move = cameBy.get(move.from)) moves.unshift(move);
      return { end: slice, moves };
    }
    for (const by of movers)
      if ((by.held[slice] ?? 0) > 0)
        for (const to of by.places) if (!cameBy.has(to)) cameBy.set(to, { by, from: slice, to });
  }
  return null;
}
