import { endOfParisDay, parisDay, startOfParisDay } from "@socle/contracts";

/** The day in Paris at an instant; formats dates once a day, since every request asks. */
export class ParisCalendar {
  private day = "";
  private from = Number.POSITIVE_INFINITY;
  private to = Number.NEGATIVE_INFINITY;

  /** `YYYY-MM-DD` at `now`, in milliseconds. */
  dayAt(now: number): string {
    if (now >= this.from && now < this.to) return this.day;
    this.day = parisDay(now);
    this.from = startOfParisDay(this.day) ?? Number.POSITIVE_INFINITY;
    this.to = endOfParisDay(this.day) ?? Number.NEGATIVE_INFINITY;
    return this.day;
  }
}
