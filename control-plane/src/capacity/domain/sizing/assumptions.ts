import type { Criticality } from "../need/capacity-need.js";

/** Version of the sizing method; stands on every figure that it gave. */
export const SIZING_METHOD = "sizing/3";

/** What the method takes for granted; each is a line of the explanation. */
export const ASSUMPTIONS = {
  /** Part of GPU memory that engines use; the rest is theirs. */
  memoryShare: 0.9,
  /** Part of a replica's places that is planned for: headroom against chance. */
  occupancy: 0.75,
  /** Hours of a night in which batchable requests run: 20:00 to 06:00. */
  nightHours: 10,
  /** Part of a day's other requests that still arrives in each of those hours. */
  nightHourShare: 0.005,
  /** Part of the time in which a training job's GPUs compute. */
  trainingUtilisation: 0.85,
} as const;

/** One replica more where an outage is not bearable. */
export const spareReplicas = (criticality: Criticality): number => (criticality <= 2 ? 1 : 0);
