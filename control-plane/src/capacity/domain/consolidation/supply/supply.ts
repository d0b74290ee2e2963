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
    const group = serving.get(JSON.stringify([slug, gpuType])) ?? [];
    const declared = group.reduce((sum, { line }) => sum + line.gpuCount, 0);
    const seen = Math.min(observed ?? 0, declared);
    // Whole numbers only: two equal remainders are equal, whatever a division would round them to.
    const parts = group.map(({ id, line }) => {
      const rest = (seen * line.gpuCount) % declared;
      return { id, reference: line.reference, whole: (seen * line.gpuCount - rest) / declared, rest };
    });
    let left = seen - parts.reduce((sum, { whole }) => sum + whole, 0);
    for (const part of parts.sort(byRemainder)) {
      verified.set(part.id, part.whole + (left > 0 ? 1 : 0));
      left -= 1;
    }
  }
  return verified;
}

interface Part {
  readonly id: string;
  readonly reference: string;
  readonly rest: number;
}

function byRemainder(one: Part, other: Part): number {
  const [a, b] = [`${one.reference} ${one.id}`, `${other.reference} ${other.id}`];
  return other.rest - one.rest || (a < b ? -1 : 1);
}
