/** Failures in a row after which an endpoint is ejected until it answers a probe. */
export const EJECT_AFTER_FAILURES = 3;
/** Attempts looked back on, and failures among them that eject as well. */
const WINDOW = 20;
const FAILURES_IN_WINDOW = 10;

/** Judges one endpoint by how attempts on it end. Constant memory. */
export class OutlierWatch {
  private inARow = 0;
  /** One bit an attempt, newest lowest; 1 is a failure. */
  private recent = 0;

  /** True when the endpoint should be ejected. */
  judge(failed: boolean): boolean {
    this.inARow = failed ? this.inARow + 1 : 0;
    this.recent = ((this.recent << 1) | (failed ? 1 : 0)) & ((1 << WINDOW) - 1);
    return failed && (this.inARow >= EJECT_AFTER_FAILURES || this.failures() >= FAILURES_IN_WINDOW);
  }

  forgive(): void {
    this.inARow = 0;
    this.recent = 0;
  }

  /** Failures among the attempts looked back on. */
  failures(): number {
    let count = 0;
    for (let bits = this.recent; bits !== 0; bits &= bits - 1) count += 1;
    return count;
  }
}
