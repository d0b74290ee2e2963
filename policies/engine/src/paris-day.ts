const FORMAT = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", hour: "2-digit", hourCycle: "h23" });
const HOUR = 3_600_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Milliseconds at which the day `YYYY-MM-DD` starts in Paris, or `null` when it is no day of the calendar. */
export function startOfParisDay(day: string): number | null {
  const utcMidnight = utcMidnightOf(day);
  if (utcMidnight === null) return null;
  // Paris is one or two hours ahead and changes its clock at 01:00 UTC, after both candidates.
  return FORMAT.format(utcMidnight - 2 * HOUR) === "00" ? utcMidnight - 2 * HOUR : utcMidnight - HOUR;
}

/** Milliseconds at which the day after `YYYY-MM-DD` starts in Paris. */
export function endOfParisDay(day: string): number | null {
  const utcMidnight = utcMidnightOf(day);
  if (utcMidnight === null) return null;
  return startOfParisDay(new Date(utcMidnight + 24 * HOUR).toISOString().slice(0, 10));
}

function utcMidnightOf(day: string): number | null {
  if (!DAY_PATTERN.test(day)) return null;
  const millis = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(millis) || !new Date(millis).toISOString().startsWith(day) ? null : millis;
}
