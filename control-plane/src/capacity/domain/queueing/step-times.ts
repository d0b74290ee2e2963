/**
 * Times of a continuously batching engine, in milliseconds: one decoding step of a batch of b sequences lasts α + β·b;
 * reading a prompt of `in` tokens beside b sequences lasts γ + δ·in·b (llm-d workload-variant-autoscaler,
 * pkg/analyzer/queueanalyzer.go, Apache-2.0).
 */
export interface StepTimes {
  readonly alphaMs: number;
  readonly betaMs: number;
  readonly gammaMs: number;
  readonly deltaMs: number;
}

/** Mean tokens of one request. */
export interface RequestShape {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Mean tokens in memory of a running sequence: its prompt, and half of its answer. */
export const meanContext = ({ inputTokens, outputTokens }: RequestShape): number => inputTokens + outputTokens / 2;

/** Milliseconds between two tokens of one sequence in a batch. */
export const decodeMs = ({ alphaMs, betaMs }: StepTimes, batch: number): number => alphaMs + betaMs * batch;

/** Milliseconds until the prompt is read; 0 without a prompt. */
export const prefillMs = ({ gammaMs, deltaMs }: StepTimes, inputTokens: number, batch: number): number =>
  inputTokens === 0 ? 0 : gammaMs + deltaMs * inputTokens * batch;

/** Every time multiplied: a slower or faster machine of the same kind. */
export const scaled = (times: StepTimes, factor: number): StepTimes => ({
  alphaMs: times.alphaMs * factor,
  betaMs: times.betaMs * factor,
  gammaMs: times.gammaMs * factor,
  deltaMs: times.deltaMs * factor,
});
