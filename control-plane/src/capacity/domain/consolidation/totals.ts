import type { Quarter } from "../campaign/quarter.js";
import type { GpuRange } from "../sizing/size-need.js";
import type { Cell } from "./cells.js";
import { groupedBy } from "./grouped-by.js";
import type { Zone } from "./zone.js";

/** Cells of all ministries together, for one kind and protection in one quarter. */
export interface Total extends Omit<Cell, "ministryId" | "usedP95"> {
  readonly quarter: Quarter;
  readonly gpuType: string;
  readonly zone: Zone;
  readonly demand: GpuRange;
  readonly ministries: number;
  /** allocated ÷ verified; null when nothing was verified. */
  readonly overCommitment: number | null;
}

/** In the order of the cells. Use is not added up: p95 of several are no p95 of their sum. */
export function totalsOf(cells: readonly Cell[]): readonly Total[] {
  return [...groupedBy(cells, ({ quarter, gpuType, zone }) => `${quarter} ${gpuType} ${zone}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      return first === undefined ? [] : [totalOf(first, group)];
    });
}

function totalOf({ quarter, gpuType, zone }: Cell, group: readonly Cell[]): Total {
  // Rights come in hundredths of a GPU.
  const sum = (of: (cell: Cell) => number): number =>
    group.reduce((total, cell) => total + Math.round(of(cell) * 100), 0) / 100;
  const allocated = sum((cell) => cell.allocated);
  const verified = sum((cell) => cell.verified);
  return {
    quarter,
    gpuType,
    zone,
    demand: { low: sum((c) => c.demand.low), likely: sum((c) => c.demand.likely), high: sum((c) => c.demand.high) },
    declared: sum((cell) => cell.declared),
    verified,
    offered: sum((cell) => cell.offered),
    allocated,
    idleLendable: sum((cell) => cell.idleLendable),
    granted: sum((cell) => cell.granted),
    unmet: sum((cell) => cell.unmet),
    ministries: new Set(group.map(({ ministryId }) => ministryId)).size,
    overCommitment: verified === 0 ? null : Math.round((allocated / verified) * 1000) / 1000,
  };
}
