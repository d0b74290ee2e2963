import type { Clock } from "../../../kernel/clock.js";

/** A clock that stands where it is put. */
export class StandingClock implements Clock {
  constructor(private moment: Date) {}

  now(): Date {
    return new Date(this.moment);
  }

  turn(to: Date): void {
    this.moment = to;
  }
}
