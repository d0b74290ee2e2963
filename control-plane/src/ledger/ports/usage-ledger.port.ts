import type { Amounts } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { TakenIn } from "../domain/batch.js";
import type { LedgerEntry } from "../domain/ledger-entry.js";
import type { DayAmounts, UsageGroup } from "../domain/usage-report.js";

export interface DayRange {
  /** `YYYY-MM-DD`, both included. */
  readonly fromDay: string;
  readonly toDay: string;
}

export interface LedgerTotals {
  readonly amounts: Amounts;
  /** Time of the newest request; `null` for an empty ledger. */
  readonly newest: Date | null;
}

/** The append-only book of requests, with its daily roll-ups. Reads are cut to what the actor may see. */
export interface UsageLedger {
  /** How far a (replica, epoch) was taken in, locked until the transaction ends; 0 for nothing. */
  lockTakenIn(ctx: Context, replica: string, epoch: number): Promise<TakenIn>;
  setTakenIn(ctx: Context, replica: string, epoch: number, takenIn: TakenIn): Promise<void>;
  /** Adds entries and counts them in the roll-ups. */
  append(ctx: Context, entries: readonly LedgerEntry[]): Promise<void>;
  /** Amounts by day and by the column of a group; `ministry` reads as `organisation`. */
  daily(ctx: Context, range: DayRange, group: UsageGroup): Promise<readonly DayAmounts[]>;
  /** Amounts of one use case. */
  ofUseCases(ctx: Context, range: DayRange, ids: readonly string[]): Promise<ReadonlyMap<string, Amounts>>;
  /** Time of the newest request; `null` for an empty ledger. */
  newest(ctx: Context): Promise<Date | null>;
  /** Everything counted, from the roll-ups; `fromRecords` recounts the records themselves. */
  totals(ctx: Context, fromRecords?: boolean): Promise<LedgerTotals>;
}
