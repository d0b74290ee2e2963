import type { StepTimes } from "../queueing/step-times.js";
import type { Precision } from "./model-shape.js";
import type { Source } from "./source.js";

/** The same step times under a fast, a likely and a slow reading: each multiplies every time. */
export interface SpeedBand {
  readonly fast: number;
  readonly likely: number;
  readonly slow: number;
}

/** How fast one replica of a model runs, and what it fits. A new measure is a new version, never a correction. */
export interface ThroughputProfile {
  /** Names the configuration: `model@precision on n×gpu`. */
  readonly key: string;
  readonly version: number;
  readonly model: string;
  readonly precision: Precision;
  /** Code of a GPU kind. */
  readonly gpu: string;
  readonly gpusPerReplica: number;
  /** Of one GPU. */
  readonly memoryGiB: number;
  /** Engine and its version; null when computed. */
  readonly engine: string | null;
  readonly times: StepTimes;
  readonly kvBytesPerToken: number;
  readonly weightsBytes: number;
  /** Largest batch for which the times are known, or that the engine takes. */
  readonly maxSequences: number;
  readonly band: SpeedBand;
  /** `measured`, `published` or `estimated`, with what it is quoted from. */
  readonly source: Source;
  /** How the times were got, with its version, e.g. `least-squares/1`, `roofline/2`. */
  readonly method: string;
}

/** One configuration of a model on a kind of GPU. */
export interface Configuration {
  readonly model: string;
  readonly precision: Precision;
  readonly gpu: string;
  readonly gpusPerReplica: number;
}

export const configurationKey = ({ model, precision, gpu, gpusPerReplica }: Configuration): string =>
  `${model}@${precision} on ${gpusPerReplica}×${gpu}`;

/** Band of a curve whose measured points are at most this far from it. */
export const bandWithin = (errorPct: number): SpeedBand => ({
  fast: 1 - errorPct / 100,
  likely: 1,
  slow: 1 + errorPct / 100,
});

/** How a profile is named in a report: its key, version, basis and method. */
export const citationOf = ({ key, version, source, method }: ThroughputProfile): string =>
  `${key} v${version}, ${source.basis}, ${method}`;
