import type { Quarter } from "../campaign/quarter.js";
import type { GpuRange } from "../sizing/size-need.js";
import { HUNDREDTHS, type Grant } from "./demand/grants.js";
import type { AllocationInput } from "./consolidation-input.js";
import type { Supply } from "./supply/supply.js";
import { zoneOf, type Zone } from "./zone.js";

/** Where figures of a consolidation are added up. */
export interface CellKey {
  readonly quarter: Quarter;
  readonly ministryId: string;
  readonly gpuType: string;
  readonly zone: Zone;
}

/** GPUs of one kind and protection, of one ministry in one quarter. */
export interface Cell extends CellKey {
  readonly demand: GpuRange;
  readonly declared: number;
  readonly verified: number;
  readonly offered: number;
  readonly allocated: number;
  /** null when nothing was measured for any of the rights. */
  readonly usedP95: number | null;
  readonly idleLendable: number;
  /** Of the likely demand. */
  readonly granted: number;
  readonly unmet: number;
}

/** Sums while they are taken; rights and grants in hundredths of a GPU. */
interface Sums {
  readonly key: CellKey;
  low: number;
  likely: number;
  high: number;
  declared: number;
  verified: number;
  offered: number;
  allocated: number;
  used: number | null;
  idleLendable: number;
  granted: number;
  unmet: number;
}

/** Every ministry, quarter, kind and protection for which there is anything, in that order. */
export function cellsOf(
  grants: readonly Grant[],
  supply: readonly Supply[],
  allocations: readonly AllocationInput[],
  quarters: readonly Quarter[],
): readonly Cell[] {
  const sums = new Map<string, Sums>();
  for (const { demand, granted, unmet } of grants) {
    const { quarter, need, gpuType, zone, gpus } = demand;
    const cell = sumsOf(sums, { quarter, ministryId: need.ministryId, gpuType, zone });
    cell.low += gpus.low;
    cell.likely += gpus.likely;
    cell.high += gpus.high;
    cell.granted += granted;
    cell.unmet += unmet;
  }
  for (const { line, quarter, gpuType, zone, ...brought } of supply) {
    const cell = sumsOf(sums, { quarter, ministryId: line.ministryId, gpuType, zone });
    cell.declared += brought.declared;
    cell.verified += brought.verified;
    cell.offered += brought.offered;
    cell.idleLendable += brought.idleLendable;
  }
  for (const quarter of quarters)
    for (const { ministryId, gpuType, labels, nominal, usedP95 } of allocations) {
      const cell = sumsOf(sums, { quarter, ministryId, gpuType, zone: zoneOf(labels) });
      cell.allocated += Math.round(nominal * HUNDREDTHS);
      if (usedP95 !== null) cell.used = (cell.used ?? 0) + Math.round(usedP95 * HUNDREDTHS);
    }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cellOf(cell));
}

function sumsOf(sums: Map<string, Sums>, key: CellKey): Sums {
  const name = `${key.quarter} ${key.ministryId} ${key.gpuType} ${key.zone}`;
  const known = sums.get(name);
  if (known !== undefined) return known;
  const zero = { low: 0, likely: 0, high: 0, declared: 0, verified: 0, offered: 0, allocated: 0, idleLendable: 0 };
  const fresh: Sums = { key, ...zero, used: null, granted: 0, unmet: 0 };
  sums.set(name, fresh);
  return fresh;
}

const cellOf = (sums: Sums): Cell => ({
  ...sums.key,
  demand: { low: sums.low, likely: sums.likely, high: sums.high },
  declared: sums.declared,
  verified: sums.verified,
  offered: sums.offered,
  allocated: sums.allocated / HUNDREDTHS,
  usedP95: sums.used === null ? null : sums.used / HUNDREDTHS,
  idleLendable: sums.idleLendable,
  granted: sums.granted / HUNDREDTHS,
  unmet: sums.unmet / HUNDREDTHS,
});
