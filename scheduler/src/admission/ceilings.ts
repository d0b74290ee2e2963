import type { BudgetV1, DeploymentV1, LevelDecisionV1, PriceV1 } from "@socle/contracts";
import type { LeaseAsk } from "../kernel/lease/lease-book.port.js";

/** Tokens a chat template may add around the caller's text: role marks and a default system prompt. */
const TEMPLATE_TOKENS = 256;

/** Bounds of what one request can use. */
export interface TokenBounds {
  readonly input: number;
  /** Of all `n` answers together. */
  readonly output: number;
}

/** A number of units that two budgets of one path may count: tokens, and micro-euros. */
export interface Amounts {
  readonly token: number;
  readonly micro_euro: number;
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

/** The most the request can use on any of the deployments it may be sent to. */
export const upperAmounts = (bounds: TokenBounds, deployments: readonly DeploymentV1[]): Amounts => ({
  token: bounds.input + bounds.output,
  micro_euro: deployments.reduce(
    (most, deployment) => Math.max(most, priceOf(deployment.price, bounds.input, bounds.output)),
    0,
  ),
});

export const asksFor = (budgets: readonly BudgetV1[], amounts: Amounts): LeaseAsk[] =>
  budgets.map((budget) => ({ budgetId: budget.id, amount: amounts[budget.unit] }));

/** Levels as a decision records them; `held` by index of `budgets`, `failedAt` the first that blocked. */
export const budgetLevels = (
  budgets: readonly BudgetV1[],
  amounts: Amounts,
  held: readonly number[],
  failedAt: string | null,
): LevelDecisionV1[] => {
  const levels: LevelDecisionV1[] = [];
  for (const [index, budget] of budgets.entries()) {
    levels.push({
      nodeId: budget.nodeId,
      ceilingId: budget.id,
      unit: budget.unit,
      ceiling: budget.amount,
      asked: amounts[budget.unit],
      held: held[index] ?? 0,
      ok: budget.id !== failedAt,
    });
    if (budget.id === failedAt) break;
  }
  return levels;
};
