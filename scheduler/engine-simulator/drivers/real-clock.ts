import type { Clock } from "./clock.js";

/** Wall time, `scale` engine milliseconds to each of its milliseconds: 10 runs ten times as fast as the model says. */
export class RealClock implements Clock {
  private readonly start = performance.now();

  constructor(private readonly scale: number) {}

  now(): number {
    return (performance.now() - this.start) * this.scale;
  }

  at(time: number, action: () => void): void {
    const delayMs = (time - this.now()) / this.scale;
    if (delayMs <= 0.5) setImmediate(action);
    else setTimeout(action, delayMs);
  }
}
