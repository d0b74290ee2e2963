import type { PriceV1 } from "@socle/contracts";

/** Tokens a chat template may add around the caller's text: role marks and a default system prompt. */
const TEMPLATE_TOKENS = 256;

/** Bounds of what one request can use. */
export interface TokenBounds {
  readonly input: number;
  /** Of all `n` answers together. */
  readonly output: number;
}

/**
 * Every token of text stands for at least one byte, so the body's length bounds the input; parts that are not text are
 * bounded by the context window alone. `maxOutputTokens` is per answer.
 */
export const tokenBounds = (
  bodyBytes: number,
  beyondText: boolean,
  maxOutputTokens: number,
  n: number,
  contextWindow: number,
): TokenBounds => ({
  input: beyondText ? contextWindow : Math.min(bodyBytes + TEMPLATE_TOKENS, contextWindow),
  output: Math.min(maxOutputTokens, contextWindow) * n,
});

/** Price of a number of tokens, in whole micro-euros, rounded half up; never decreasing in either number. */
export const priceOf = (price: PriceV1, inputTokens: number, outputTokens: number): number =>
  Math.round((inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / 1_000_000);
