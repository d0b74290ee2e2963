import type { LeaseResponseV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { Holding, PeriodBook, PeriodKey } from "../domain/period-book.js";

/** Last call of an epoch that was answered. */
export interface AnsweredCall {
  readonly call: number;
  /** `null` before the first answer. */
  readonly answer: LeaseResponseV1 | null;
  /** The epoch's records are lost and its blocks were counted: it is granted nothing any more. */
  readonly lost: boolean;
}

/** An epoch that called once, for operators. */
export interface CallingEpoch {
  readonly replica: string;
  readonly epoch: number;
  readonly lastCallAt: Date;
  readonly lost: boolean;
}

/** Rows of leases, locked for the length of the transaction. */
export interface LeaseStore {
  /** Serialises the calls of one (replica, epoch) and answers its last one, when there is one. */
  lockCalls(ctx: Context, replica: string, epoch: number): Promise<AnsweredCall | undefined>;
  saveCall(ctx: Context, replica: string, epoch: number, call: number, answer: LeaseResponseV1): Promise<void>;
  /** An epoch with the time of its last call, not locked; `undefined` when it never called. */
  findEpoch(ctx: Context, replica: string, epoch: number): Promise<CallingEpoch | undefined>;
  /** The same, locked: only for an actor who may write. */
  lockEpoch(ctx: Context, replica: string, epoch: number): Promise<CallingEpoch | undefined>;
  /** No call of the epoch is answered from now on. */
  markLost(ctx: Context, replica: string, epoch: number): Promise<void>;
  /** Forgets windows of limits that ended before then: nothing is charged to them any more. */
  forgetWindows(ctx: Context, before: Date): Promise<void>;
  /** Periods in which these lives of a replica still hold something. */
  heldPeriods(ctx: Context, replica: string, epochs: readonly number[]): Promise<readonly PeriodKey[]>;
  /** Replicas that called since then, by name. */
  activeReplicas(ctx: Context, since: Date): Promise<readonly string[]>;
  /**
   * Locks periods, in one order for everybody, and opens a book on them with what this replica holds there in any epoch.
   * `begin` names periods to create when they are missing: from the budget's or limit's present amount, with nothing used.
   */
  open(ctx: Context, replica: string, keys: readonly PeriodKey[], begin: readonly PeriodToBegin[]): Promise<PeriodBook>;
  /** Applies a book's differences. A grant that no longer fits under the ceiling is a bug and throws. */
  apply(ctx: Context, book: PeriodBook): Promise<void>;
  /** Everything held of a budget now, for tests and reconciliation. */
  holdings(ctx: Context, budgetId: string): Promise<readonly Holding[]>;
}

export interface PeriodToBegin extends PeriodKey {
  readonly periodEnd: number;
}
