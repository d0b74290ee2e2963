import type { Context } from "../../kernel/use-case.js";
import type { Budget, PeriodBalance } from "../domain/budget.js";

/** A budget with the balance of the period that holds an instant. */
export interface BudgetBalance extends Budget, PeriodBalance {
  readonly periodStart: Date;
  readonly periodEnd: Date;
}

export interface BudgetRepository {
  /** Budgets of the nodes given, or all that the actor may see, in the order of node, unit, period. */
  list(ctx: Context, nodeIds?: readonly string[]): Promise<readonly Budget[]>;
  /** Budgets with these ids, and those of these nodes; ids that are no budget's are left out. */
  named(ctx: Context, ids: readonly string[], nodeIds?: readonly string[]): Promise<readonly Budget[]>;
  /** As `list`, with what their present period holds; a period not yet begun to be used reads as zero. */
  balances(ctx: Context, at: Date, nodeIds?: readonly string[]): Promise<readonly BudgetBalance[]>;
  /**
   * Inserts, or replaces the amount of the budget of the same node, unit and period (its id then stays); the period that
   * holds `at` and those after it take the new amount, past ones keep theirs. Answers what is stored.
   */
  save(ctx: Context, budget: Budget, at: Date): Promise<Budget>;
}
