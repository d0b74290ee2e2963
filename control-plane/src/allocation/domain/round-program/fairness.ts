import type { Column, Objective, Row } from "./linear-program.js";

/** Something that shares: a ministry in a class, or a need in it. `members` are the columns whose sum it receives. */
export interface Sharer {
  readonly members: readonly number[];
  /** GPUs it asks for. */
  readonly asked: number;
  /** Fractions are compared after division by it. */
  readonly weight: number;
}

/** Fractions are compared to this many parts of a satisfied need of weight one. */
const RESOLUTION = 10_000;

/** Columns, rows and objective to append to a program. */
export interface FairnessStage {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly objective: Objective;
}

/**
 * Weighted max-min as one linear objective. Each sharer's total is cut into single GPUs; the k-th costs what the sharer
 * already has, (k − 1) ÷ (asked × weight), so that the cheapest way to hand out a given total is to serve, GPU after
 * GPU, whoever stands lowest. On whole-number flows (a polymatroid) the minimum of such a separable convex sum is the
 * weighted lexicographic max-min (Federgruen and Groenevelt 1986; Frank and Murota 2018); where minimum useful
 * quantities bind, max-min has no such structure and the sum itself is what is minimised.
 * @param firstColumn position at which the columns are appended
 */
export function fairnessStage(sharers: readonly Sharer[], firstColumn: number): FairnessStage {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const costs = new Map<number, number>();
  for (const { members, asked, weight } of sharers) {
    const entries: (readonly [number, number])[] = members.map((column) => [column, 1]);
    for (let unit = 0; unit < asked; unit += 1) {
      const column = firstColumn + columns.push({ lower: 0, upper: 1, integer: false }) - 1;
      entries.push([column, -1]);
      costs.set(column, standing(unit, asked, weight));
    }
    rows.push({ lower: 0, upper: 0, entries });
  }
  return { columns, rows, objective: { sense: "minimise", costs } };
}

/** Weighted satisfied fraction of a sharer that has `units` GPUs, in whole parts of `RESOLUTION`. */
export const standing = (units: number, asked: number, weight: number): number =>
  Math.round((RESOLUTION * units) / (asked * weight));
