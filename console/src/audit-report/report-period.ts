import { parisDay } from "@socle/contracts";

/** First and last day, both included, as ISO days. */
export interface ReportPeriod {
  readonly from: string;
  readonly to: string;
}

const day = (at: Date): string => at.toISOString().slice(0, 10);

/** The month `back` months before that of today in Paris, cut at today: 0 is this month. */
export function monthBack(now: Date, back: number): ReportPeriod {
  const today = new Date(parisDay(now));
  const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1));
  const last = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back + 1, 0));
  return { from: day(from), to: day(last > today ? today : last) };
}

const LONGEST_DAYS = 366;

/** Why the period cannot be asked for, as a key of the dictionary; null when it can. */
export function periodFault({
  from,
  to,
}: ReportPeriod): "audit.fault.day" | "audit.fault.order" | "audit.fault.long" | null {
  const [start, end] = [from, to].map((one) => (/^\d{4}-\d{2}-\d{2}$/u.test(one) ? Date.parse(one) : NaN));
  if (start === undefined || end === undefined || Number.isNaN(start) || Number.isNaN(end)) return "audit.fault.day";
  if (end < start) return "audit.fault.order";
  return (end - start) / 86_400_000 >= LONGEST_DAYS ? "audit.fault.long" : null;
}
