export interface BackoffSettings {
  readonly firstMs: number;
  readonly maxMs: number;
  /** In [0, 1): spreads replicas that lost the control plane at the same moment. */
  readonly random: () => number;
}

/** Delay before the next attempt: doubles from `firstMs` to `maxMs`, of which half is random. */
export class Backoff {
  private failures = 0;

  constructor(private readonly settings: BackoffSettings) {}

  /** The last attempt succeeded, or none was made. */
  get calm(): boolean {
    return this.failures === 0;
  }

  succeeded(): void {
    this.failures = 0;
  }

  /** Milliseconds to wait after one more failure. */
  failed(): number {
    const { firstMs, maxMs, random } = this.settings;
    const ceiling = Math.min(maxMs, firstMs * 2 ** Math.min(this.failures, 30));
    this.failures += 1;
    return ceiling / 2 + (ceiling / 2) * random();
  }
}
