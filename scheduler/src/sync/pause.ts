/** A wait that something can cut short: one waiter, a loop between two of its rounds. */
export class Pause {
  private woken = false;
  private release: (() => void) | null = null;

  /** Ends the present wait, or the next one at once. */
  wake(): void {
    this.woken = true;
    this.release?.();
  }

  /** Waits `milliseconds` or until woken. A wake while nobody waited counts. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.woken) await this.sleep(milliseconds);
    this.woken = false;
    this.release = null;
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.release = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
