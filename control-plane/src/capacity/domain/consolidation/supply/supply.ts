import { apportionWithin } from "@socle/contracts";
import type { Quarter } from "../../campaign/quarter.js";
import { quarterDays } from "../../campaign/quarter.js";
import { offeredGpus, type CapacityLine } from "../../declaration/capacity-line.js";
import type { LineInput, PoolInput } from "../consolidation-input.js";
import { groupedBy } from "../grouped-by.js";
import { zoneOf, type Zone } from "../zone.js";

/** What one line brings in a quarter, in GPUs. */
export interface Supply {
  readonly line: LineInput;
  readonly quarter: Quarter;
  readonly gpuType: string;
  readonly zone: Zone;
  readonly declared: number;
  /** Of the declared, those that were seen in the pool that they serve; 0 for a line of no observed pool. */
  readonly verified: number;
  /** Share that others may use, as declared. */
  readonly offered: number;
  /** Of the offered, what its own use leaves: min(offered, declared − greater of kept and in use). */
  readonly idleLendable: number;
}

/** Each line in each quarter in which it is there on the first day. */
export function supplies(
  lines: readonly LineInput[],
  pools: readonly PoolInput[],
  quarters: readonly Quarter[],
): readonly Supply[] {
  const verified = verifiedGpus(lines, pools);
  return quarters.flatMap((quarter) => {
    const { from } = quarterDays(quarter);
    return lines
      .filter(({ line }) => isThere(line, from))
      .map((each) => ({
        line: each,
        quarter,
        gpuType: each.line.gpuType,
        zone: zoneOf(each.line.labels),
        declared: each.line.gpuCount,
        verified: verified.get(each.id) ?? 0,
        offered: offeredGpus(each.line),
        idleLendable: idleLendable(each.line),
      }));
  });
}

const isThere = ({ availableFrom, availableTo }: CapacityLine, day: string): boolean =>
  (availableFrom === null || availableFrom <= day) && (availableTo === null || availableTo > day);

/** GPUs in use are rounded up; a line that tells no use is taken as using what it keeps. */
function idleLendable(line: CapacityLine): number {
  const used = Math.ceil((line.gpuCount * (line.utilisationPercent ?? 0)) / 100 - 1e-9);
  return Math.max(0, Math.min(offeredGpus(line), line.gpuCount - Math.max(line.keptGpus, used)));
}

/**
 * GPUs seen in a pool, shared among the lines that say they serve it: in proportion to what each declares, whole, by
 * largest remainder, then by reference and id; never more than declared.
 */
function verifiedGpus(lines: readonly LineInput[], pools: readonly PoolInput[]): ReadonlyMap<string, number> {
  const serving = groupedBy(lines, ({ line }) => JSON.stringify([line.pool, line.gpuType]));
  const verified = new Map<string, number>();
  for (const { slug, gpuType, observed } of pools) {
    const group = [...(serving.get(JSON.stringify([slug, gpuType])) ?? [])].sort(byReference);
    const declared = group.map(({ line }) => line.gpuCount);
    for (const [index, gpus] of apportionWithin(observed ?? 0, declared).entries()) {
      const line = group[index];
      if (line !== undefined) verified.set(line.id, gpus);
    }
  }
  return verified;
}

function byReference(one: LineInput, other: LineInput): number {
  return `${one.line.reference} ${one.id}` < `${other.line.reference} ${other.id}` ? -1 : 1;
}
