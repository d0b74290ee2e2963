import type { Context } from "../../kernel/use-case.js";
import type { PlanRecord } from "../domain/plan-record.js";

/** What was sent of a record's day, and whom it is sent to. */
export interface PlanReminders {
  /** Records whose day is between these, each with the last reminder that was sent of that day. */
  between(ctx: Context, from: string, to: string): Promise<readonly Reminded[]>;
  /** Addresses of those who may do `action` on a record of this kind and body today. */
  addressesFor(ctx: Context, record: PlanRecord): Promise<readonly string[]>;
  /** Notes that the reminder `days` before the record's present day was sent. */
  sent(ctx: Context, record: PlanRecord, days: number): Promise<void>;
}

export interface Reminded {
  readonly record: PlanRecord;
  readonly last: number | null;
}
