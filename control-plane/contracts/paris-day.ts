const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" });
const HOUR_OF_DAY = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", hour: "2-digit", hourCycle: "h23" });
const HOUR = 3_600_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day in Paris that holds an instant, `YYYY-MM-DD`. */
export const parisDay = (at: Date | number): string => DAY.format(at);

/** The day that comes `days` after `day`; before it when negative. @throws RangeError when `day` is none */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);

/** Milliseconds at which a day starts in Paris; the day is given by its midnight in UTC. */
export const parisMidnight = (utcMidnight: number): number =>
  // Paris is one or two hours ahead and changes its clock at 01:00 UTC, after both candidates.
  HOUR_OF_DAY.format(utcMidnight - 2 * HOUR) === "00" ? utcMidnight - 2 * HOUR : utcMidnight - HOUR;

/** Milliseconds at which the day `YYYY-MM-DD` starts in Paris, or `null` when it is no day of the calendar. */
export function startOfParisDay(day: string): number | null {
  const utcMidnight = utcMidnightOf(day);
  return utcMidnight === null ? null : parisMidnight(utcMidnight);
}

/** Milliseconds at which the day after `YYYY-MM-DD` starts in Paris, or `null` when that is no day of the calendar. */
export function endOfParisDay(day: string): number | null {
  const utcMidnight = utcMidnightOf(day);
  return utcMidnight === null ? null : parisMidnight(utcMidnight + 24 * HOUR);
}

function utcMidnightOf(day: string): number | null {
  if (!DAY_PATTERN.test(day)) return null;
  const millis = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(millis) || !new Date(millis).toISOString().startsWith(day) ? null : millis;
}
