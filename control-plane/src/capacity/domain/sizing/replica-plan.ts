import type { ThroughputProfile } from "../profiles/throughput-profile.js";
import { rateWithinTargets } from "../queueing/rate-within-targets.js";
import type { LatencyTargets } from "../queueing/replica-queue.js";
import { saturatedRate } from "../queueing/saturated-rate.js";
import { decodeMs, prefillMs, scaled, type RequestShape, type StepTimes } from "../queueing/step-times.js";
import { ASSUMPTIONS } from "./assumptions.js";

/** Why a configuration cannot serve a workload at all. */
export type Misfit = "weights_exceed_memory" | "request_exceeds_memory" | "itl_unreachable" | "ttft_unreachable";

/** How one replica of a configuration serves requests of one shape. */
export interface ReplicaPlan {
  readonly profile: ThroughputProfile;
  readonly times: StepTimes;
  readonly shape: RequestShape;
  readonly targets: LatencyTargets;
  /** Bytes left for keys and values. */
  readonly freeBytes: number;
  readonly memoryBatch: number;
  /** Batch at which the target between tokens still holds; null without one. */
  readonly targetBatch: number | null;
  readonly batch: number;
  readonly residenceSeconds: number;
  /** Requests at once that are planned for: occupancy × batch. */
  readonly plannedAtOnce: number;
}

/** Waiting places of the queueing model beside a batch: enough that none is refused below the planned occupancy. */
const waitingPlaces = (batch: number): number => 4 * batch + 64;

/**
 * bMem = ⌊(gpus·memory·0.9 − weights) ÷ (kv·(in + out))⌋, bSlo of the target between tokens, b the least of both and of the
 * engine's; residence = prefill(in, b) + out·(α + β·b).
 * @param speed multiplies every time of the profile
 */
export function planReplica(
  profile: ThroughputProfile,
  shape: RequestShape,
  targets: LatencyTargets,
  speed: number,
): ReplicaPlan | Misfit {
  const usable = profile.gpusPerReplica * profile.memoryGiB * 2 ** 30 * ASSUMPTIONS.memoryShare;
  const freeBytes = usable - profile.weightsBytes;
  if (freeBytes <= 0) return "weights_exceed_memory";
  const memoryBatch = Math.floor(freeBytes / (profile.kvBytesPerToken * (shape.inputTokens + shape.outputTokens)));
  if (memoryBatch < 1) return "request_exceeds_memory";
  const times = scaled(profile.times, speed);
  const targetBatch = batchWithin(times, shape, targets.itlP95Ms);
  if (targetBatch !== null && targetBatch < 1) return "itl_unreachable";
  if (targets.ttftP95Ms !== null && prefillMs(times, shape.inputTokens, 1) > targets.ttftP95Ms)
    return "ttft_unreachable";
  const batch = Math.min(memoryBatch, profile.maxSequences, targetBatch ?? Infinity);
  const residenceMs = prefillMs(times, shape.inputTokens, batch) + shape.outputTokens * decodeMs(times, batch);
  return {
    profile,
    times,
    shape,
    targets,
    freeBytes,
    memoryBatch,
    targetBatch,
    batch,
    residenceSeconds: residenceMs / 1000,
    plannedAtOnce: batch * ASSUMPTIONS.occupancy,
  };
}

/**
 * Largest batch at which a request's tokens still come within the target, in the mean over them: while it decodes out − 1 of
 * them each of the b − 1 others reads at most one prompt, since it writes as many before its next. So
 * α + β·b + (b − 1)·p ≤ target with p = δ·in ÷ (out − 1), whatever the load.
 */
function batchWithin(
  { alphaMs, betaMs, deltaMs }: StepTimes,
  { inputTokens, outputTokens }: RequestShape,
  targetMs: number | null,
): number | null {
  if (targetMs === null) return null;
  if (targetMs < alphaMs + betaMs) return 0;
  const besideMs = outputTokens > 1 ? (deltaMs * inputTokens) / (outputTokens - 1) : 0;
  return betaMs + besideMs === 0 ? Infinity : Math.floor((targetMs - alphaMs + besideMs) / (betaMs + besideMs) + 1e-9);
}

/**
 * Requests per second that one replica is planned for, latency targets left aside: 0.75·b ÷ residence, and no more than that
 * part of what an engine ends while a line waits, which long prompts with short answers keep below.
 */
export const plannedRate = ({ times, shape, batch, plannedAtOnce, residenceSeconds }: ReplicaPlan): number =>
  Math.min(plannedAtOnce / residenceSeconds, ASSUMPTIONS.occupancy * saturatedRate({ times, shape, places: batch }));

/** The same within its targets, by the queueing model. */
export function rateOf(plan: ReplicaPlan): number {
  const { times, shape, targets, batch } = plan;
  if (targets.ttftP95Ms === null && targets.itlP95Ms === null) return plannedRate(plan);
  const replica = { times, shape, maxBatch: batch, waitingPlaces: waitingPlaces(batch) };
  return rateWithinTargets(replica, targets, plannedRate(plan));
}
