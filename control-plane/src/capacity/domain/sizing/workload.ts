import type { Criticality, NeedContent } from "../need/capacity-need.js";
import type { LatencyTargets } from "../queueing/latency-targets.js";
import type { RequestShape } from "../queueing/step-times.js";
import { ASSUMPTIONS } from "./assumptions.js";

/** What arrives at the worst moment of the day, and of the night. */
export interface Load {
  /** Requests per second in the busiest hour, without those that wait for the night. */
  readonly dayPerSecond: number;
  /** Requests at once at the worst moment, where the ministry tells that and not a rate. */
  readonly dayAtOnce: number;
  /** Requests per second at night: batchable ones, and what still arrives. */
  readonly nightPerSecond: number;
}

/** Requests of one kind that one set of replicas serves. */
export interface Workload {
  readonly shape: RequestShape;
  readonly targets: LatencyTargets;
  readonly criticality: Criticality;
  readonly load: Load;
}

type LoadFacts = Pick<NeedContent, "peakConcurrency" | "peakHourPercent" | "batchablePercent">;

/**
 * Load of a day of so many requests. The batchable part leaves the busy hours and is spread over the night's:
 * day = requests·(1 − batchable)·peakHour ÷ 3600; night = requests·(batchable ÷ nightHours + (1 − batchable)·0.005) ÷ 3600.
 */
export function loadOf(
  { peakConcurrency, peakHourPercent, batchablePercent }: LoadFacts,
  requestsPerDay: number,
): Load {
  const batchable = batchablePercent / 100;
  const others = requestsPerDay * (1 - batchable);
  const night = (requestsPerDay * batchable) / ASSUMPTIONS.nightHours + others * ASSUMPTIONS.nightHourShare;
  return {
    dayPerSecond: peakConcurrency === null ? (others * peakHourPercent) / 100 / 3600 : 0,
    dayAtOnce: peakConcurrency === null ? 0 : peakConcurrency * (1 - batchable),
    nightPerSecond: night / 3600,
  };
}

type WorkloadFacts = LoadFacts &
  Pick<NeedContent, "profile" | "inputTokens" | "outputTokens" | "ttftTargetMs" | "itlTargetMs" | "criticality">;

/** What a need asks for; where somebody waits and names no target for first tokens, what is taken for granted. */
const targetsOf = ({ profile, ttftTargetMs, itlTargetMs }: WorkloadFacts): LatencyTargets => ({
  ttftP95Ms: ttftTargetMs,
  itlP95Ms: itlTargetMs,
  ...(ttftTargetMs === null && profile !== "batch" ? { waitP95Ms: ASSUMPTIONS.firstTokenWaitMs } : {}),
});

export const workloadOf = (need: WorkloadFacts, requestsPerDay: number): Workload => ({
  shape: { inputTokens: need.inputTokens, outputTokens: need.outputTokens },
  targets: targetsOf(need),
  criticality: need.criticality,
  load: loadOf(need, requestsPerDay),
});

const strictest = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other);

/** Targets that requests of all these workloads keep when one line serves them. */
export const strictestTargets = (workloads: readonly Pick<Workload, "targets">[]): LatencyTargets =>
  workloads.reduce<LatencyTargets>(
    (least, { targets }) => {
      const wait = strictest(least.waitP95Ms ?? null, targets.waitP95Ms ?? null);
      return {
        ttftP95Ms: strictest(least.ttftP95Ms, targets.ttftP95Ms),
        itlP95Ms: strictest(least.itlP95Ms, targets.itlP95Ms),
        ...(wait === null ? {} : { waitP95Ms: wait }),
      };
    },
    { ttftP95Ms: null, itlP95Ms: null },
  );
