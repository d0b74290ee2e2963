import { STEP_TOKENS } from "./saturated-rate.js";
import type { RequestShape, StepTimes } from "./step-times.js";

/** Steps that reading a prompt takes on an engine that reads nothing else. */
export const readingSteps = ({ inputTokens }: RequestShape): number => Math.ceil(inputTokens / STEP_TOKENS);

/** Milliseconds from a prompt's first step to its first token on an idle engine: ⌈in ÷ 8192⌉·α + δ·in; γ left aside. */
export const aloneMs = (times: StepTimes, shape: RequestShape): number =>
  readingSteps(shape) * times.alphaMs + times.deltaMs * shape.inputTokens;

/** How steps read prompts beside `decoding` requests. */
export interface ReadingSteps {
  readonly promptTokens: number;
  /** Prompt tokens that one step reads at most. */
  readonly budgetTokens: number;
  /** A step that reads nothing. */
  readonly emptyMs: number;
  readonly tokenMs: number;
  /** A step that reads all it can. */
  readonly fullMs: number;
}

/** Part of a step's tokens that decoding requests take at most. */
const MOST_DECODING = 0.9;

export function stepsBeside(
  { alphaMs, betaMs, deltaMs }: StepTimes,
  shape: RequestShape,
  decoding: number,
): ReadingSteps {
  const budgetTokens = STEP_TOKENS - Math.min(decoding, MOST_DECODING * STEP_TOKENS);
  const emptyMs = alphaMs + betaMs * decoding;
  return {
    promptTokens: shape.inputTokens,
    budgetTokens,
    emptyMs,
    tokenMs: deltaMs,
    fullMs: emptyMs + deltaMs * budgetTokens,
  };
}
