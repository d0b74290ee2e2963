import { parisDay, parisMidnight } from "@socle/contracts";

/** Calendar days, months and years as people of the administration count them: cut in the time zone Europe/Paris. */
export interface CalendarPeriod {
  readonly start: Date;
  /** First instant after the period. */
  readonly end: Date;
}

export type CalendarUnit = "day" | "month" | "year";

/** The instant at which a Paris calendar day begins; months and days may overflow as in `Date.UTC`. */
const midnight = (year: number, month: number, day: number): Date =>
  new Date(parisMidnight(Date.UTC(year, month - 1, day)));

/** The day, month or year that holds an instant; a fiscal year begins with the month `firstMonth`, 1 to 12. */
export function parisPeriod(unit: CalendarUnit, at: Date, firstMonth = 1): CalendarPeriod {
  const [year = 0, month = 1, day = 1] = parisDay(at).split("-").map(Number);
  switch (unit) {
    case "day":
      return { start: midnight(year, month, day), end: midnight(year, month, day + 1) };
    case "month":
      return { start: midnight(year, month, 1), end: midnight(year, month + 1, 1) };
    case "year":
      return fiscalYear(month < firstMonth ? year - 1 : year, firstMonth);
  }
}

const fiscalYear = (year: number, firstMonth: number): CalendarPeriod => ({
  start: midnight(year, firstMonth, 1),
  end: midnight(year + 1, firstMonth, 1),
});
