import { offeredGpus, type CapacityLine } from "./capacity-line.js";

/** A line that promises the same GPUs twice. */
export interface OverCommittedLine {
  readonly reference: string;
  readonly gpuCount: number;
  readonly kept: number;
  readonly offered: number;
  /** GPUs in use on average, rounded up; 0 when not told. */
  readonly used: number;
}

/**
 * Lines whose offered GPUs, with those that are kept or with those in use (the larger), are more than there are. Such a
 * declaration is refused unless somebody answers for it by name.
 */
export const overCommittedLines = (lines: readonly CapacityLine[]): readonly OverCommittedLine[] =>
  lines
    .map((line) => ({
      reference: line.reference,
      gpuCount: line.gpuCount,
      kept: line.keptGpus,
      offered: offeredGpus(line),
      used: Math.ceil((line.gpuCount * (line.utilisationPercent ?? 0)) / 100),
    }))
    .filter((line) => line.offered + Math.max(line.kept, line.used) > line.gpuCount);
