export const PERIODS = ["hour", "day", "week", "month"] as const;
export type RequestPeriod = (typeof PERIODS)[number];

const HOURS: Readonly<Record<RequestPeriod, number>> = { hour: 1, day: 24, week: 168, month: 744 };

/** Start of the period, cut to the minute so that a page asks the same question while it is read. */
export const periodStart = (period: RequestPeriod, now: Date): string =>
  new Date(Math.floor(now.getTime() / 60_000) * 60_000 - HOURS[period] * 3_600_000).toISOString();
