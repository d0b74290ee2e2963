import { gpuKindOf, GPU_KINDS_VERSION } from "../../profiles/gpu-kind.js";
import type { Basis } from "../../profiles/source.js";
import type { LineInput } from "../consolidation-input.js";
import { groupedBy } from "../grouped-by.js";

const HOURS_PER_YEAR = 8760;
/** Consumption mix of France, life cycle: EcoLogits 0.9.1 after ADEME; used where a line tells no factor of its own. */
const FRENCH_MIX = { kgCo2ePerKwh: 0.04418, pue: 1.3, version: "ecologits/0.9.1" } as const;
const COST_METHOD = "unit-costs/1";

/** What an hour of one GPU of a kind costs and emits, over the lines that tell it. */
export interface UnitCost {
  readonly gpuType: string;
  /** Euros; null when no line of the kind tells its cost. */
  readonly eurosPerGpuHour: number | null;
  readonly cheapest: number | null;
  readonly dearest: number | null;
  readonly kgCo2ePerGpuHour: number;
  readonly costBasis: Basis;
  readonly carbonBasis: Basis;
  readonly method: string;
}

/**
 * Cost: Σ annual cost ÷ Σ GPUs ÷ 8,760 h. Carbon: power of a GPU × PUE × factor, weighted by GPUs; power, PUE and factor
 * as the line tells them, else of the table of GPUs, 1.3 and the French mix. Making the machines is not counted.
 */
export function unitCosts(lines: readonly LineInput[]): readonly UnitCost[] {
  return [...groupedBy(lines, ({ line }) => line.gpuType)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([gpuType, group]) => unitCost(gpuType, group));
}

function unitCost(gpuType: string, group: readonly LineInput[]): UnitCost {
  const priced = group.flatMap(({ line }) =>
    line.annualCostEuros === null ? [] : [{ euros: line.annualCostEuros, gpus: line.gpuCount }],
  );
  const rates = priced.map(({ euros, gpus }) => euros / gpus / HOURS_PER_YEAR);
  const euros = priced.reduce((sum, each) => sum + each.euros, 0);
  const pricedGpus = priced.reduce((sum, each) => sum + each.gpus, 0);
  const gpus = group.reduce((sum, { line }) => sum + line.gpuCount, 0);
  const watts = gpuKindOf(gpuType)?.watts ?? 0;
  const kilograms = group.reduce((sum, { line }) => {
    const kilowatts = line.powerKw ?? (line.gpuCount * watts) / 1000;
    return sum + kilowatts * (line.pue ?? FRENCH_MIX.pue) * (line.kgCo2ePerKwh ?? FRENCH_MIX.kgCo2ePerKwh);
  }, 0);
  const told = group.every(({ line }) => line.powerKw !== null && line.pue !== null && line.kgCo2ePerKwh !== null);
  return {
    gpuType,
    eurosPerGpuHour: pricedGpus === 0 ? null : euros / pricedGpus / HOURS_PER_YEAR,
    cheapest: rates.length === 0 ? null : Math.min(...rates),
    dearest: rates.length === 0 ? null : Math.max(...rates),
    kgCo2ePerGpuHour: kilograms / gpus,
    costBasis: "declared",
    carbonBasis: told ? "declared" : "estimated",
    method: told ? COST_METHOD : `${COST_METHOD}; ${FRENCH_MIX.version}; ${GPU_KINDS_VERSION}`,
  };
}
