/** Milliseconds a connection may take to be made, to begin an answer, and between two pieces of one. */
export interface WireTimeouts {
  readonly connectMs: number;
  readonly headMs: number;
  readonly stallMs: number;
}

interface Checked {
  check(now: number): void;
}

const LONGEST_TICK_MS = 1_000;
const SHORTEST_TICK_MS = 10;

/**
 * One timer for the time limits of all connections. Its clock moves by ticks and runs one tick ahead, so that a limit
 * is noticed up to two ticks late and never early.
 */
export class TimeoutSweep {
  now: number;
  private readonly tickMs: number;
  private readonly timer: NodeJS.Timeout;
  private readonly checked = new Set<Checked>();

  constructor(
    readonly limits: WireTimeouts,
    private readonly monotonic: () => number,
  ) {
    const shortest = Math.min(limits.connectMs, limits.headMs, limits.stallMs);
    this.tickMs = Math.min(LONGEST_TICK_MS, Math.max(SHORTEST_TICK_MS, shortest / 4));
    this.now = monotonic() + this.tickMs;
    this.timer = setInterval(() => this.tick(), this.tickMs);
    this.timer.unref();
  }

  add(one: Checked): void {
    this.checked.add(one);
  }

  remove(one: Checked): void {
    this.checked.delete(one);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const now = this.monotonic();
    this.now = now + this.tickMs;
    for (const one of this.checked) one.check(now);
  }
}
