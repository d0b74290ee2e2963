const HOUR = 3_600_000;

export interface TimeLeft {
  readonly unit: "days" | "hours";
  /** Never negative: the clock's state says on which side of the term it is. */
  readonly count: number;
}

/** Whole days up to a term or since it, whole hours within two days of it. */
export function timeLeft(dueAt: string, now: Date): TimeLeft {
  const hours = Math.abs(new Date(dueAt).getTime() - now.getTime()) / HOUR;
  return hours < 48 ? { unit: "hours", count: Math.floor(hours) } : { unit: "days", count: Math.floor(hours / 24) };
}
