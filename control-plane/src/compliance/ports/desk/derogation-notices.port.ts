import type { Context } from "../../../kernel/use-case.js";
import type { Day } from "../../domain/desk/calendar-day.js";
import type { DerogationNotice } from "../../domain/desk/derogations/derogation-notice.js";

/** What everybody reads of granted derogations. */
export interface DerogationNotices {
  publish(ctx: Context, notice: DerogationNotice): Promise<void>;
  revoke(ctx: Context, derogationId: string, at: Date): Promise<void>;
  /** Its last day is another one. */
  shorten(ctx: Context, derogationId: string, endsOn: Day): Promise<void>;
  /** Latest published first; one more than asked for when there are more. @param after id of the derogation before */
  page(ctx: Context, first: number, after: string | null): Promise<readonly DerogationNotice[]>;
}
