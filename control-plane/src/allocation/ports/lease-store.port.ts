import type { LeaseResponseV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { Holding, LeaseBook, PeriodKey } from "../domain/lease-book.js";

/** Last call of an epoch that was answered. */
export interface AnsweredCall {
  readonly call: number;
  readonly answer: LeaseResponseV1;
}

/** Rows of leases, locked for the length of the transaction. */
export interface LeaseStore {
  /** Serialises the calls of one (replica, epoch) and answers its last one, when there is one. */
  lockCalls(ctx: Context, replica: string, epoch: number): Promise<AnsweredCall | undefined>;
  saveCall(ctx: Context, replica: string, epoch: number, answered: AnsweredCall): Promise<void>;
  /** Periods in which these lives of a replica still hold something. */
  heldPeriods(ctx: Context, replica: string, epochs: readonly number[]): Promise<readonly PeriodKey[]>;
  /** Replicas that called since then, by name. */
  activeReplicas(ctx: Context, since: Date): Promise<readonly string[]>;
  /**
   * Locks periods, in one order for everybody, and opens a book on them with what this replica holds there in any epoch.
   * `begin` names periods to create when they are missing: from the budget's present amount, with nothing used.
   */
  open(ctx: Context, replica: string, keys: readonly PeriodKey[], begin: readonly PeriodToBegin[]): Promise<LeaseBook>;
  /** Applies a book's differences. A grant that no longer fits under the ceiling is a bug and throws. */
  apply(ctx: Context, book: LeaseBook): Promise<void>;
  /** Everything held of a budget now, for tests and reconciliation. */
  holdings(ctx: Context, budgetId: string): Promise<readonly Holding[]>;
}

export interface PeriodToBegin extends PeriodKey {
  readonly periodEnd: number;
}
