/** An instant of a day that somebody typed: now when it is today, else its noon. Terms are counted by days. */
export const instantOf = (day: string, now: Date): string =>
  day === localDay(now) ? now.toISOString() : `${day}T12:00:00.000Z`;

/** The day of the reader's calendar, `YYYY-MM-DD`. */
export const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
