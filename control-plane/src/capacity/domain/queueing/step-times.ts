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

/** Milliseconds in service at a constant batch: the prompt gives the first token, a step each of the others. */
export const serviceMs = (times: StepTimes, { inputTokens, outputTokens }: RequestShape, batch: number): number =>
  prefillMs(times, inputTokens, batch) + Math.max(0, outputTokens - 1) * decodeMs(times, batch);

/** Requests that a replica ends per second while it runs `batch` of them: μ(b) = b / service(b). */
export const serviceRate = (times: StepTimes, shape: RequestShape, batch: number): number =>
  (1000 * batch) / serviceMs(times, shape, batch);

/** Every time multiplied: a slower or faster machine of the same kind. */
export const scaled = (times: StepTimes, factor: number): StepTimes => ({
  alphaMs: times.alphaMs * factor,
  betaMs: times.betaMs * factor,
  gammaMs: times.gammaMs * factor,
  deltaMs: times.deltaMs * factor,
});
