/** Where finished work is reported as spans. */
export interface Telemetry {
  /** Reports something that ended now. */
  record(name: string, attributes: Readonly<Record<string, string>>, seconds: number, failed: boolean): void;
  stop(): Promise<void>;
}
