/** Keeps what the exchange with the control plane reported. */
export class RecordingSyncObserver {
  readonly calls: string[] = [];
  readonly refusals: string[] = [];
  shipped = 0;

  called(call: string, outcome: string): void {
    this.calls.push(`${call} ${outcome}`);
  }

  snapshotRefused(reason: string): void {
    this.refusals.push(reason);
  }

  usageShipped(records: number): void {
    this.shipped += records;
  }
}
