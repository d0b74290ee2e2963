import { QUANTITY_NAMES } from "@socle/contracts";
import type { Amounts } from "@socle/contracts";
import { within } from "./amounts.js";
import { probableTokens } from "./prompt-tokens.js";

/** What one request's operation used. */
export interface OperationUse {
  readonly amounts: Amounts;
  /** True when the engine gave no usage that can be true. */
  readonly estimated: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** The engine's `usage` object as OpenAI and vLLM write it; `null` when it is absent or is not one. */
export const readEngineUsage = (usage: unknown): OperationUse | null => {
  if (!isRecord(usage)) return null;
  const input = usage["prompt_tokens"];
  const output = usage["completion_tokens"] ?? 0;
  const details = usage["prompt_tokens_details"];
  const cached = isRecord(details) ? (details["cached_tokens"] ?? 0) : 0;
  if (!isCount(input) || !isCount(output)) return null;
  const cachedInputTokens = isCount(cached) ? Math.min(cached, input) : 0;
  return { amounts: { inputTokens: input, cachedInputTokens, outputTokens: output }, estimated: false };
};

/** What is known of an answer beside the engine's word. */
export interface Observed {
  readonly bodyBytes: number;
  /** Pieces of a stream that carried output, about one token each; `null` for an answer that is not a stream. */
  readonly outputEvents: number | null;
  /** Time the engine worked, and its time per token, for answers of which nothing was seen. */
  readonly engineSeconds: number;
  readonly secondsPerToken: number;
}

/** Usage when the engine gave none: from what was forwarded, or from how long it worked; never above the reservation. */
export const estimateUsage = (observed: Observed, bounds: Amounts): OperationUse => {
  const worked = observed.secondsPerToken > 0 ? Math.floor(observed.engineSeconds / observed.secondsPerToken) : 0;
  const seen = {
    inputTokens: Math.ceil(probableTokens(observed.bodyBytes)),
    outputTokens: observed.outputEvents ?? worked,
  };
  return { amounts: within(seen, bounds), estimated: true };
};

/**
 * Usage to charge. An engine that says more than the request could use is not believed beyond what was reserved: a
 * faulty server must not overshoot a ministry's ceiling.
 */
export const settledUsage = (said: OperationUse | null, observed: Observed, bounds: Amounts): OperationUse => {
  if (said === null) return estimateUsage(observed, bounds);
  const beyond = QUANTITY_NAMES.some((quantity) => (said.amounts[quantity] ?? 0) > (bounds[quantity] ?? Infinity));
  if (!beyond) return said;
  const kept = { ...said.amounts, ...within(said.amounts, bounds) };
  const cachedInputTokens = Math.min(said.amounts.cachedInputTokens ?? 0, kept.inputTokens ?? 0);
  return { amounts: { ...kept, cachedInputTokens }, estimated: true };
};
