/** Wakes one sleeper; rings that come while it is awake are kept as one. */
export class Alarm {
  private wanted = false;
  private ended = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.wanted = true;
    this.wake?.();
  }

  /** Lets the sleeper go for good. */
  end(): void {
    this.ended = true;
    this.wake?.();
  }

  /**
   * Sleeps until it rings, or `longestMs` at most; then gathers what else rings within `gatherMs`.
   * @returns false when it has ended
   */
  async rung(longestMs: number, gatherMs: number): Promise<boolean> {
    if (!this.wanted) await this.sleep(longestMs);
    if (this.wanted) await this.pause(gatherMs);
    this.wanted = false;
    return !this.ended;
  }

  /** Sleeps through rings, but not through the end. */
  async pause(ms: number): Promise<void> {
    const until = performance.now() + ms;
    for (let left = ms; left > 0 && !this.ended; left = until - performance.now()) await this.sleep(left);
  }

  private sleep(ms: number): Promise<void> {
    if (this.ended) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.wake?.(), ms);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
    });
  }
}
