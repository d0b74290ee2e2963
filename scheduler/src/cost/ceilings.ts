import type { Amounts, PriceV1 } from "@socle/contracts";

/** Tokens a chat template may add around the caller's text: role marks and a default system prompt. */
const TEMPLATE_TOKENS = 256;

/**
 * Every token of text stands for at least one byte, so the body's length bounds the input; parts that are not text are
 * bounded by the context window alone. `maxOutputTokens` is per answer, the bound of all `n` together.
 */
export const tokenBounds = (
  bodyBytes: number,
  beyondText: boolean,
  maxOutputTokens: number,
  n: number,
  contextWindow: number,
) =>
  ({
    inputTokens: beyondText ? contextWindow : Math.min(bodyBytes + TEMPLATE_TOKENS, contextWindow),
    outputTokens: Math.min(maxOutputTokens, contextWindow) * n,
  }) satisfies Amounts;

/** Price of a number of tokens, in whole micro-euros, rounded half up; never decreasing in either number. */
export const priceOf = (price: PriceV1, inputTokens: number, outputTokens: number): number =>
  Math.round((inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / 1_000_000);
