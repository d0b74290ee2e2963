import type { ThroughputProfile } from "../profiles/throughput-profile.js";
import { FirstTokenRate } from "../queueing/first-token-rate.js";
import type { LatencyTargets } from "../queueing/latency-targets.js";
import { aloneMs } from "../queueing/reading-steps.js";
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
  /** First tokens later than this miss the target, γ included; null where none is asked for. */
  readonly firstTokenMs: number | null;
}

/** Tokens of the blocks by which engines give memory out (vLLM's default). */
const BLOCK_TOKENS = 16;

/**
 * bMem = ⌊⌊(gpus·memory·0.9 − weights) ÷ (16·kv)⌋ ÷ ⌈(in + out) ÷ 16⌉⌋, bSlo of the target between tokens, b the least of both and of the
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
  const blocks = Math.floor(freeBytes / (profile.kvBytesPerToken * BLOCK_TOKENS));
  const memoryBatch = Math.floor(blocks / Math.ceil((shape.inputTokens + shape.outputTokens) / BLOCK_TOKENS));
  if (memoryBatch < 1) return "request_exceeds_memory";
  const times = scaled(profile.times, speed);
  const targetBatch = batchWithin(times, shape, targets.itlP95Ms);
  if (targetBatch !== null && targetBatch < 1) return "itl_unreachable";
  const alone = times.gammaMs + aloneMs(times, shape);
  if (targets.ttftP95Ms !== null && alone > targets.ttftP95Ms) return "ttft_unreachable";
  const firstTokenMs = Math.min(targets.ttftP95Ms ?? Infinity, alone + (targets.waitP95Ms ?? Infinity));
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
    firstTokenMs: firstTokenMs === Infinity ? null : firstTokenMs,
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

/** Requests per second that one replica is planned for, first tokens left aside: 0.985 of what it ends while a line waits. */
export const plannedRate = ({ times, shape, batch }: ReplicaPlan): number =>
  ASSUMPTIONS.saturation * saturatedRate({ times, shape, places: batch });

/** The rate of one replica with first tokens in time: 0.98 of the highest at which they are, by the closed form. */
export class TimelyRate {
  private readonly planned: number;
  private readonly inTime: FirstTokenRate | null;

  constructor({ times, shape, batch, firstTokenMs }: ReplicaPlan, planned: number) {
    this.planned = planned;
    this.inTime =
      firstTokenMs === null ? null : new FirstTokenRate({ times, shape, places: batch }, firstTokenMs - times.gammaMs);
  }

  /** Requests per second; zero where no first token is in time. */
  exact(): number {
    return this.when((below, above) => below === above);
  }

  /** Rate of which no more is worked out than one answer needs: the lower bound once both give the same. */
  asGoodAs(answer: (rate: number) => number): number {
    return this.when((below, above) => below > 0 && answer(below) === answer(above));
  }

  /** What the rate lies between so far. */
  bounds(): readonly [below: number, above: number] {
    if (this.inTime === null) return [this.planned, this.planned];
    const [below, above] = this.inTime.bounds();
    return [this.ofInTime(below), this.ofInTime(above)];
  }

  /** False when the bounds cannot come nearer. */
  refine(): boolean {
    return this.inTime?.halve() ?? false;
  }

  private when(enough: (below: number, above: number) => boolean): number {
    for (;;) {
      const [below, above] = this.bounds();
      if (enough(below, above) || !this.refine()) return below;
    }
  }

  private ofInTime(rate: number): number {
    return Math.min(this.planned, ASSUMPTIONS.firstTokenMargin * rate);
  }
}
