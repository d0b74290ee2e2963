import type { Column, Objective, Row } from "./linear-program.js";

/** Something that shares: a ministry in a class, or a need in it. `members` are the columns whose sum it receives. */
export interface Sharer {
  readonly members: readonly number[];
  /** GPUs it asks for. */
  readonly asked: number;
  /** Whole: fractions are compared after division by it. */
  readonly weight: number;
}

/** Fractions are told to this many parts of a satisfied need of the largest weight. */
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
 * GPU, whoever stands lowest, and of equals whom it lifts further. On whole-number flows (a polymatroid) the order of the
 * costs alone decides, and the result is the weighted lexicographic max-min (Federgruen and Groenevelt 1986; Frank and
 * Murota 2018; ADR 0038). Where minimum useful quantities bind, max-min has no such structure and the sum itself is what
 * is minimised.
 * @param firstColumn position at which the columns are appended
 */
export function fairnessStage(sharers: readonly Sharer[], firstColumn: number): FairnessStage {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const costs = new Map<number, number>();
  for (const [index, ofSharer] of unitCosts(sharers).entries()) {
    const entries: (readonly [number, number])[] = (sharers[index]?.members ?? []).map((column) => [column, 1]);
    for (const cost of ofSharer) {
      const column = firstColumn + columns.push({ lower: 0, upper: 1, integer: false }) - 1;
      entries.push([column, -1]);
      costs.set(column, cost);
    }
    rows.push({ lower: 0, upper: 0, entries });
  }
  return { columns, rows, objective: { sense: "minimise", costs } };
}

/**
 * Costs of each GPU that each sharer asks for, by sharer: whole parts of `RESOLUTION`, raised by as little as keeps them in
 * the exact order. Fractions are compared as whole numbers, crosswise.
 */
export function unitCosts(sharers: readonly Sharer[]): readonly (readonly number[])[] {
  const highest = Math.max(...sharers.map(({ weight }) => weight));
  const units = sharers.map(({ asked, weight }) =>
    Array.from({ length: asked }, (_, before) => ({
      before,
      of: asked * weight,
      cost: 0,
    })),
  );
  const ordered = units.flat().sort(compare);
  for (const [at, unit] of ordered.entries()) {
    const last = ordered[at - 1];
    const standing = Math.round((RESOLUTION * unit.before * highest) / unit.of);
    if (last === undefined) unit.cost = standing;
    else unit.cost = compare(last, unit) === 0 ? last.cost : Math.max(standing, last.cost + 1);
  }
  return units.map((ofSharer) => ofSharer.map(({ cost }) => cost));
}

/** What its sharer has before a GPU, as a fraction of all that it asks for times its weight. */
interface Unit {
  readonly before: number;
  readonly of: number;
}

const compare = (one: Unit, other: Unit): number => one.before * other.of - other.before * one.of || one.of - other.of;
