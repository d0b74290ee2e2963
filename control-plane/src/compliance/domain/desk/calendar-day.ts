import { startOfParisDay } from "@socle/contracts";
import { monthsLater } from "../../../kernel/months-later.js";

/** A day of the calendar, `YYYY-MM-DD`. Such days compare as texts. */
export type Day = string;

/** True for a day that exists: not 2026-02-30. */
export const isDay = (text: string): boolean => startOfParisDay(text) !== null;

/** The same day of the month `months` later, or the last day of that month when it has no such day. */
export const addMonths = (day: Day, months: number): Day =>
  monthsLater(new Date(`${day}T00:00:00Z`), months)
    .toISOString()
    .slice(0, 10);
