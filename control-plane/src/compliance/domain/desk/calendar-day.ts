import { monthsLater } from "../../../kernel/months-later.js";

/** A day of the calendar, `YYYY-MM-DD`. Such days compare as texts. */
export type Day = string;

const asDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date): Day => date.toISOString().slice(0, 10);

/** True for a day that exists: not 2026-02-30. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(asDate(text).getTime()) && asDay(asDate(text)) === text;

/** The day that comes `days` after `day`; before it when negative. */
export function addDays(day: Day, days: number): Day {
  const date = asDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return asDay(date);
}

/** The same day of the month `months` later, or the last day of that month when it has no such day. */
export const addMonths = (day: Day, months: number): Day => asDay(monthsLater(asDate(day), months));
