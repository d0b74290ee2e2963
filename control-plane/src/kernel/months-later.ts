/**
 * The same time of the same day some calendar months later, earlier when negative, in UTC; on the last day of that month
 * when it has no such day: six months before 31 August are 28 February, never 3 March.
 */
export function monthsLater(at: Date, months: number): Date {
  const later = new Date(at);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(at.getUTCDate(), last));
  return later;
}
