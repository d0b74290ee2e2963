import type { DataLabel } from "@socle/contracts";

export const HOSTINGS = ["state_internal", "state_community", "commercial"] as const;
export type Hosting = (typeof HOSTINGS)[number];

export const ACQUISITION_MODES = ["owned", "leased", "cloud", "market"] as const;
export type AcquisitionMode = (typeof ACQUISITION_MODES)[number];

/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string;

/**
 * GPUs of one kind in one place, as a ministry declares them. Each field has its bounds, its words and its column in
 * `template/declaration-template.ts`. Null says that the ministry has not told.
 */
export interface CapacityLine {
  /** The ministry's own name for the line, one in the declaration; what an import matches. */
  readonly reference: string;
  readonly site: string;
  readonly region: string | null;
  readonly hosting: Hosting;
  /** Slug of the pool that these GPUs serve, for what agents observe in it. */
  readonly pool: string | null;
  /** A name of `GPU_TYPES`. */
  readonly gpuType: string;
  readonly gpuCount: number;
  /** Of one GPU. */
  readonly vramGb: number | null;
  readonly interconnect: string | null;
  readonly cpuCores: number | null;
  readonly ramGb: number | null;
  readonly storageTb: number | null;
  readonly softwareStack: string | null;
  readonly acquisitionMode: AcquisitionMode;
  readonly acquisitionYear: number | null;
  readonly amortisationEnd: CivilDate | null;
  readonly supportEnd: CivilDate | null;
  /** Amortisation, energy, hosting and staff of the line for a year, in euros. */
  readonly annualCostEuros: number | null;
  /** Drawn by the line under load. */
  readonly powerKw: number | null;
  readonly pue: number | null;
  readonly kgCo2ePerKwh: number | null;
  /** Reference of the hosting's qualification, e.g. a SecNumCloud visa. */
  readonly qualification: string | null;
  readonly qualificationEnd: CivilDate | null;
  /** Data that these GPUs may process. */
  readonly labels: readonly DataLabel[];
  /** Share of GPU time in use, 0 to 100. */
  readonly utilisationPercent: number | null;
  /** Share of the GPUs that others may use, 0 to 100: becomes the limit to lend. */
  readonly shareablePercent: number;
  /** Hours of a week in which they may, 0 to 168. */
  readonly shareableHoursPerWeek: number;
  /** GPUs never lent: becomes the guarantee. */
  readonly keptGpus: number;
  readonly availableFrom: CivilDate | null;
  /** First day on which they are gone. */
  readonly availableTo: CivilDate | null;
  readonly constraints: string | null;
  /** Invoice, inventory or probe that shows it. */
  readonly evidence: string | null;
}

/** GPUs of a line that others may use at once, rounded down; kept ones are not among them. */
export const offeredGpus = (line: Pick<CapacityLine, "gpuCount" | "shareablePercent">): number =>
  Math.floor((line.gpuCount * line.shareablePercent) / 100);
