import { decodeMs, type RequestShape, type StepTimes } from "./step-times.js";

/** Tokens that one step of an engine computes: those of its sequences, then prompts (vLLM's default). */
export const STEP_TOKENS = 8192;

/** An engine that runs at most `places` requests of one shape at once. */
export interface Engine {
  readonly times: StepTimes;
  readonly shape: RequestShape;
  readonly places: number;
}

/**
 * Requests per second that an engine ends while a line waits: the least of two.
 * - Places: `p` requests share the steps of one, out − 1 that decode and ⌈in ÷ 8192⌉ that read, and the reading of all:
 *   p ÷ (δ·in·p + (out − 1 + ⌈in ÷ 8192⌉)·α + (out − 1)·β·p).
 * - Reading: every step is full; d = 8192·(out − 1) ÷ (in + out − 1) of its tokens decode, the rest are of prompts:
 *   ((8192 − d) ÷ in) ÷ (α + β·d + δ·(8192 − d)).
 *
 * Within 0.5 % of the scheduler's engine simulator, 0.1 % in 99 of 100 drawn shapes (ADR 0037). γ delays a first token and
 * keeps nobody else from theirs.
 */
export function saturatedRate({ times, shape, places }: Engine): number {
  const { alphaMs, betaMs, deltaMs } = times;
  const { inputTokens, outputTokens } = shape;
  const decoded = Math.max(0, outputTokens - 1);
  const steps = decoded + Math.ceil(inputTokens / STEP_TOKENS);
  const byPlaces = places / (deltaMs * inputTokens * places + steps * alphaMs + decoded * betaMs * places);
  const decoding = (STEP_TOKENS * decoded) / (inputTokens + decoded);
  const reading = STEP_TOKENS - decoding;
  const byReading = reading / inputTokens / (decodeMs(times, decoding) + deltaMs * reading);
  return 1000 * Math.min(byPlaces, byReading);
}
