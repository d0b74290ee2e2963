/** Calendar days, months and years as people of the administration count them: cut in the time zone Europe/Paris. */
export interface CalendarPeriod {
  readonly start: Date;
  /** First instant after the period. */
  readonly end: Date;
}

export type CalendarUnit = "day" | "month" | "year";

const wallClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** The wall clock's reading, written as if it were UTC. */
  readonly asUtc: number;
}

function wallTime(instant: number): WallTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of wallClock.formatToParts(instant)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, asUtc: Date.UTC(year, month - 1, day, hour, minute, second) };
}

/** The instant at which a Paris calendar day begins; months and days may overflow as in `Date.UTC`. */
function parisMidnight(year: number, month: number, day: number): Date {
  const asUtc = Date.UTC(year, month - 1, day);
  // Two rounds: the offset at the guess may be that of the other side of a clock change. None happens at midnight.
  const guess = asUtc - (wallTime(asUtc).asUtc - asUtc);
  return new Date(asUtc - (wallTime(guess).asUtc - guess));
}

/** The day, month or year that holds an instant; a fiscal year begins with the month `firstMonth`, 1 to 12. */
export function parisPeriod(unit: CalendarUnit, at: Date, firstMonth = 1): CalendarPeriod {
  const { year, month, day } = wallTime(Math.floor(at.getTime() / 1000) * 1000);
  switch (unit) {
    case "day":
      return { start: parisMidnight(year, month, day), end: parisMidnight(year, month, day + 1) };
    case "month":
      return { start: parisMidnight(year, month, 1), end: parisMidnight(year, month + 1, 1) };
    case "year":
      return fiscalYear(month < firstMonth ? year - 1 : year, firstMonth);
  }
}

const fiscalYear = (year: number, firstMonth: number): CalendarPeriod => ({
  start: parisMidnight(year, firstMonth, 1),
  end: parisMidnight(year + 1, firstMonth, 1),
});

/** `YYYY-MM-DD` of the Paris day that holds an instant. */
export function parisDay(at: Date): string {
  const { year, month, day } = wallTime(Math.floor(at.getTime() / 1000) * 1000);
  return `${String(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
