import type { Quarter } from "../../campaign/quarter.js";
import type { GpuRange } from "../../sizing/size-need.js";
import type { Cell } from "../cells.js";
import { groupedBy } from "../grouped-by.js";
import type { Zone } from "../zone.js";

/** A kind of GPU under one protection. */
export interface GpuClass {
  readonly gpuType: string;
  readonly zone: Zone;
}

/** GPUs asked for by at least three ministries together, none of which makes up most of it. */
export interface SupplierRow {
  readonly quarter: Quarter;
  /** What is added up; several where each alone would tell of too few ministries. */
  readonly classes: readonly GpuClass[];
  readonly ministries: number;
  readonly demand: GpuRange;
  /** null where too few ministries lack GPUs. */
  readonly unmet: number | null;
}

/** What suppliers may read. */
export interface SupplierVersion {
  readonly rows: readonly SupplierRow[];
  readonly rule: string;
  /** Demand of too few ministries even when all of it is added up: told to nobody. */
  readonly withheld: boolean;
}

/** At least three contributors, none above 85 %: the rule of French official statistics on enterprises. */
const LEAST_CONTRIBUTORS = 3;
const LARGEST_SHARE = 0.85;
const SUPPLIER_RULE = "k-3-85/1";

const MEASURES = ["low", "likely", "high"] as const;

/**
 * Rows that never tell of fewer than three ministries, nor of one that dominates, in any quarter; also not by
 * differences: rows do not overlap, the same groups hold for every quarter, no total is given that a row is missing
 * from, and a consolidation is published once a campaign. Groups that tell too much are added up with each other, and
 * with the smallest of the others when that is not enough.
 */
export function supplierVersion(cells: readonly Cell[]): SupplierVersion {
  const demanded = cells.filter(({ demand }) => demand.high > 0);
  const groups = [...groupedBy(demanded, ({ gpuType, zone }) => `${gpuType} ${zone}`).values()];
  const open = groups.filter(mayBeTold).sort((a, b) => sizeOf(b) - sizeOf(a));
  let rest = groups.filter((group) => !mayBeTold(group)).flat();
  while (rest.length > 0 && !mayBeTold(rest)) {
    const smallest = open.pop();
    if (smallest === undefined) break;
    rest = [...rest, ...smallest];
  }
  const withheld = rest.length > 0 && !mayBeTold(rest);
  const told = withheld || rest.length === 0 ? open : [...open, rest];
  return { rows: told.flatMap(rowsOf).sort(byPlace), rule: SUPPLIER_RULE, withheld };
}

const sizeOf = (group: readonly Cell[]): number => group.reduce((sum, { demand }) => sum + demand.likely, 0);

/** In every quarter in which there is anything, each measure has enough contributors. */
const mayBeTold = (group: readonly Cell[]): boolean =>
  [...groupedBy(group, ({ quarter }) => quarter).values()].every((quarter) =>
    MEASURES.every((measure) => isSafe(quarter, ({ demand }) => demand[measure])),
  );

/** Zero may be told: it says of every ministry the same. */
function isSafe(cells: readonly Cell[], measure: (cell: Cell) => number): boolean {
  const parts = [...groupedBy(cells, ({ ministryId }) => ministryId).values()]
    .map((group) => group.reduce((sum, cell) => sum + measure(cell), 0))
    .filter((part) => part > 0);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return whole === 0 || (parts.length >= LEAST_CONTRIBUTORS && Math.max(...parts) <= LARGEST_SHARE * whole);
}

function rowsOf(group: readonly Cell[]): readonly SupplierRow[] {
  const classes = [...groupedBy(group, ({ gpuType, zone }) => `${gpuType} ${zone}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first]]) => (first === undefined ? [] : [{ gpuType: first.gpuType, zone: first.zone }]));
  return [...groupedBy(group, ({ quarter }) => quarter).values()].flatMap((cells) => {
    const [first] = cells;
    if (first === undefined) return [];
    const sum = (of: (cell: Cell) => number): number => cells.reduce((total, cell) => total + of(cell), 0);
    const demand = {
      low: sum((cell) => cell.demand.low),
      likely: sum((cell) => cell.demand.likely),
      high: sum((cell) => cell.demand.high),
    };
    const ministries = new Set(cells.map(({ ministryId }) => ministryId)).size;
    const unmet = isSafe(cells, (cell) => cell.unmet) ? Math.round(sum((cell) => cell.unmet) * 100) / 100 : null;
    return [{ quarter: first.quarter, classes, ministries, demand, unmet }];
  });
}

const placeOf = ({ quarter, classes }: SupplierRow): string =>
  `${quarter} ${classes.map(({ gpuType, zone }) => `${gpuType} ${zone}`).join()}`;
const byPlace = (a: SupplierRow, b: SupplierRow): number => (placeOf(a) < placeOf(b) ? -1 : 1);
