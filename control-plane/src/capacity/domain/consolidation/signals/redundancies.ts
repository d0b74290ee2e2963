import type { LineInput } from "../consolidation-input.js";
import { groupedBy } from "../grouped-by.js";

/** The same kind of GPU got by several ministries in one region within a year: a purchase that could have been one. */
export interface Redundancy {
  readonly gpuType: string;
  readonly region: string;
  /** Year of acquisition; declarations tell no month. */
  readonly year: number;
  readonly ministryIds: readonly string[];
  readonly gpus: number;
  readonly lines: number;
}

/** Most GPUs first. Lines that tell no region or no year are compared with none. */
export function redundancies(lines: readonly LineInput[]): readonly Redundancy[] {
  const told = lines.filter(({ line }) => line.region !== null && line.acquisitionYear !== null);
  const groups = groupedBy(told, ({ line }) => JSON.stringify([line.gpuType, line.region, line.acquisitionYear]));
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      const ministryIds = [...new Set(group.map(({ ministryId }) => ministryId))].sort();
      const {
        gpuType,
        region,
        acquisitionYear: year,
      } = first?.line ?? { gpuType: "", region: null, acquisitionYear: null };
      if (ministryIds.length < 2 || region === null || year === null) return [];
      return [
        {
          gpuType,
          region,
          year,
          ministryIds,
          gpus: group.reduce((sum, { line }) => sum + line.gpuCount, 0),
          lines: group.length,
        },
      ];
    })
    .sort((a, b) => b.gpus - a.gpus || (a.gpuType + a.region < b.gpuType + b.region ? -1 : 1));
}
