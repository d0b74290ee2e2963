import { grouped } from "./grouped.js";
import { eligibleSlices, type Criticality, type RoundNeed, type RoundSlice } from "./instance.js";
import type { Column, LinearProgram, Row } from "./linear-program.js";

/** A need that asks for something in the quarter and has somewhere to go. */
export interface Asker {
  readonly need: RoundNeed;
  readonly gpus: number;
  readonly minUseful: number;
  /** Positions in the quarter's slices. */
  readonly eligible: readonly number[];
  /** Column that holds what is granted. */
  readonly column: number;
}

/** The constraints of one quarter: what is granted to each asker, and the flow that shows it can be placed. */
export interface QuarterModel {
  readonly askers: readonly Asker[];
  readonly program: LinearProgram;
}

export interface QuarterInput {
  readonly needs: readonly RoundNeed[];
  readonly slices: readonly RoundSlice[];
  readonly quarter: number;
}

/**
 * Columns: granted GPUs of each asker (integer), whether it gets anything (binary, where a minimum is useful), and GPUs
 * flowing from each set of equally placed askers to each of their slices. The flow needs no integrality of its own: with
 * whole grants and whole capacities a transport problem has whole solutions, which `placement` then finds.
 */
export function quarterModel({ needs, slices, quarter }: QuarterInput): QuarterModel {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const askers = needs.flatMap((need): Asker[] => {
    const ask = need.asks[quarter] ?? null;
    const eligible = eligibleSlices(need, slices).filter((slice) => capacity(slices, slice, quarter) > 0);
    if (ask === null || ask.gpus <= 0 || eligible.length === 0) return [];
    const column = columns.push({ lower: 0, upper: ask.gpus, integer: true }) - 1;
    return [{ need, gpus: ask.gpus, minUseful: ask.minUseful, eligible, column }];
  });
  for (const asker of askers) if (asker.minUseful > 1) addSwitch(columns, rows, asker);
  addFlow(columns, rows, askers, (slice) => capacity(slices, slice, quarter));
  return { askers, program: { columns, rows } };
}

export const capacity = (slices: readonly RoundSlice[], slice: number, quarter: number): number =>
  slices[slice]?.gpus[quarter] ?? 0;

/** minUseful × on ≤ granted ≤ gpus × on. */
function addSwitch(columns: Column[], rows: Row[], { column, gpus, minUseful }: Asker): void {
  const on = columns.push({ lower: 0, upper: 1, integer: true }) - 1;
  rows.push({
    lower: 0,
    upper: Infinity,
    entries: [
      [column, 1],
      [on, -minUseful],
    ],
  });
  rows.push({
    lower: -Infinity,
    upper: 0,
    entries: [
      [column, 1],
      [on, -gpus],
    ],
  });
}

function addFlow(
  columns: Column[],
  rows: Row[],
  askers: readonly Asker[],
  capacityOf: (slice: number) => number,
): void {
  const intoSlice = new Map<number, (readonly [number, number])[]>();
  for (const group of groupedByPlaces(askers)) {
    const entries: (readonly [number, number])[] = group.map((asker) => [asker.column, 1]);
    for (const slice of group[0]?.eligible ?? []) {
      const column = columns.push({ lower: 0, upper: capacityOf(slice), integer: false }) - 1;
      entries.push([column, -1]);
      intoSlice.set(slice, [...(intoSlice.get(slice) ?? []), [column, 1]]);
    }
    rows.push({ lower: 0, upper: 0, entries });
  }
  for (const [slice, entries] of intoSlice) rows.push({ lower: -Infinity, upper: capacityOf(slice), entries });
}

const groupedByPlaces = (askers: readonly Asker[]): readonly (readonly Asker[])[] => [
  ...grouped(askers, ({ eligible }) => eligible.join(",")).values(),
];

export const ofClass = (askers: readonly Asker[], criticality: Criticality): readonly Asker[] =>
  askers.filter((asker) => asker.need.criticality === criticality);
