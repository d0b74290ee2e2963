import type { Criticality } from "../need/capacity-need.js";

/** Version of the sizing method; stands on every figure that it gave. */
export const SIZING_METHOD = "sizing/4";

/** What the method takes for granted; each is a line of the explanation. */
export const ASSUMPTIONS = {
  /** Part of GPU memory that engines use; the rest is theirs. */
  memoryShare: 0.9,
  /** Part of what an engine ends while a line waits that is planned for where nobody waits for a first token. */
  saturation: 0.985,
  /** Part of the rate at which first tokens are still in time, for what the closed form promises too much (ADR 0037). */
  firstTokenMargin: 0.98,
  /**
   * Milliseconds that a first token may take beside the reading of its prompt, where a need names no target: what MLPerf
   * Inference's server scenario allows Llama 2 70B and Mixtral 8x7B in all (mlcommons/inference, `loadgen/mlperf.conf` at
   * commit 982b2063, `ttft_latency` 2000).
   */
  firstTokenWaitMs: 2000,
  /** Hours of a night in which batchable requests run: 20:00 to 06:00. */
  nightHours: 10,
  /** Part of a day's other requests that still arrives in each of those hours. */
  nightHourShare: 0.005,
  /** Part of the time in which a training job's GPUs compute. */
  trainingUtilisation: 0.85,
} as const;

/** One replica more where an outage is not bearable. */
export const spareReplicas = (criticality: Criticality): number => (criticality <= 2 ? 1 : 0);
