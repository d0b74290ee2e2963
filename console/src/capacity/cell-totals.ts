export type Cell = ConsolidationSheet["cells"][number];
import type { ConsolidationSheet } from "./campaign-states";

/** All ministries' cells of one quarter, kind of GPU and protection. */
export interface Total {
  readonly quarter: string;
  readonly gpuType: string;
  readonly zone: string;
  readonly demand: number;
  readonly declared: number;
  readonly verified: number;
  readonly offered: number;
  readonly allocated: number;
  readonly idleLendable: number;
  readonly granted: number;
  readonly unmet: number;
}
export const FIGURES = [
  "demand",
  "granted",
  "unmet",
  "declared",
  "verified",
  "offered",
  "allocated",
  "idleLendable",
] as const;

/** Rights come in hundredths of a GPU, so that sums stay exact. */
const plus = (a: number, b: number): number => (Math.round(a * 100) + Math.round(b * 100)) / 100;

/** By quarter, GPU and protection, in the order of the cells. */
export function totalsOf(cells: readonly Cell[]): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const { demand, ...cell } of cells) {
    const key = `${cell.quarter} ${cell.gpuType} ${cell.zone}`;
    const told = { ...cell, demand: demand.likely };
    const before = totals.get(key);
    const sums = FIGURES.map((figure) => [figure, plus(before?.[figure] ?? 0, told[figure])] as const);
    const { quarter, gpuType, zone } = cell;
    totals.set(key, {
      quarter,
      gpuType,
      zone,
      ...(Object.fromEntries(sums) as Record<(typeof FIGURES)[number], number>),
    });
  }
  return [...totals.values()];
}

export const sumOf = (rows: readonly Total[], figure: (typeof FIGURES)[number]): number =>
  rows.reduce((sum, row) => plus(sum, row[figure]), 0);
