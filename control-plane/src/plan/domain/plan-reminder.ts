import { isEnded, type PlanRecord } from "./plan-record.js";

/** A record that has a day. */
export type DatedRecord = PlanRecord & { readonly dueOn: string };

/** Days before a record's day at which those who keep it are reminded; a late start reminds of the nearest alone. */
export const REMINDER_DAYS = [30, 7, 1, 0] as const;

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/**
 * The reminder that is due, as one of `REMINDER_DAYS`; null when none is, when the day is past, or when nothing follows.
 * @param today ISO day in Paris
 * @param last the last one that was sent of this day; null for none
 */
export function reminderDue(record: DatedRecord, today: string, last: number | null): number | null {
  if (isEnded(record)) return null;
  const left = daysBetween(today, record.dueOn);
  if (left < 0) return null;
  const reached = REMINDER_DAYS.filter((days) => left <= days).at(-1);
  return reached === undefined || (last !== null && last <= reached) ? null : reached;
}
