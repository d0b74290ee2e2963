import type { Context } from "../../kernel/use-case.js";

/** A budget's period in which a threshold was reached and nobody was told yet. */
export interface Crossing {
  readonly budgetId: string;
  readonly periodStart: Date;
  /** Percent. */
  readonly threshold: number;
  readonly organisationId: string;
  readonly nodeId: string;
  readonly unit: string;
  readonly amount: number;
  readonly settled: number;
}

export interface BudgetAlertStore {
  /** Crossings in periods that hold `at`, oldest budget first, a bounded number. */
  due(ctx: Context, at: Date, thresholds: readonly number[]): Promise<readonly Crossing[]>;
  /** Remembers that people were told; `false` when somebody else did. */
  note(
    ctx: Context,
    crossing: Pick<Crossing, "budgetId" | "periodStart" | "threshold" | "organisationId">,
  ): Promise<boolean>;
}
