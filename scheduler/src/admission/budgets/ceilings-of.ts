import { LIMITS } from "@socle/contracts";
import type { BudgetId, CeilingUnit, ExhaustionRule, LimitId, LimitKind, ModelId, NodeId } from "@socle/contracts";
import type { Caller } from "../../kernel/snapshot/compiled-snapshot.js";

/** A budget or a limit that a request must fit under. */
export interface Ceiling {
  readonly id: BudgetId | LimitId;
  readonly nodeId: NodeId;
  readonly kind: "budget" | LimitKind;
  readonly unit: CeilingUnit;
  readonly value: number;
  readonly onExhaust: ExhaustionRule;
  /** Refuses when no unexpired lease covers the request. */
  readonly hard: boolean;
  /** End of the period in the snapshot; `null` for limits. */
  readonly periodEnd: number | null;
}

const compiled = new WeakMap<Caller, Map<ModelId, readonly Ceiling[]>>();

const counts = (modelId: ModelId, only: ModelId | null | undefined): boolean => only == null || only === modelId;

const compile = (caller: Caller, modelId: ModelId): readonly Ceiling[] => [
  ...caller.limits
    .filter((limit) => counts(modelId, limit.modelId))
    .map(({ id, nodeId, kind, value, hard }): Ceiling => {
      const { unit } = LIMITS[kind];
      return { id, nodeId, kind, unit, value, onExhaust: "block", hard: hard ?? false, periodEnd: null };
    }),
  ...caller.budgets
    .filter((budget) => counts(modelId, budget.modelId))
    .map(({ id, nodeId, unit, amount, onExhaust, hard, periodEnd }): Ceiling => {
      const rules = { onExhaust: onExhaust ?? ("block" as const), hard: hard ?? true };
      return { id, nodeId, kind: "budget", unit, value: amount, ...rules, periodEnd };
    }),
];

/**
 * Every limit, then every budget, that counts a model for a caller: from the leaf to the root. Built once for each caller
 * of a snapshot and model.
 */
export const ceilingsOf = (caller: Caller, modelId: ModelId): readonly Ceiling[] => {
  const byModel = compiled.get(caller) ?? new Map<ModelId, readonly Ceiling[]>();
  const known = byModel.get(modelId);
  if (known !== undefined) return known;
  const ceilings = compile(caller, modelId);
  compiled.set(caller, byModel.set(modelId, ceilings));
  return ceilings;
};
