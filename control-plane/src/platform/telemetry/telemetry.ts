/** Where finished work is reported as spans. */
export interface Telemetry {
  /** Reports something that ended now. */
  record(name: string, attributes: Readonly<Record<string, string>>, seconds: number, failed: boolean): void;
  stop(): Promise<void>;
}

const OFF: Telemetry = { record: () => undefined, stop: () => Promise.resolve() };

/** Starts tracing when an endpoint is configured; loads nothing otherwise. */
export async function startTelemetry(endpoint: string | null): Promise<Telemetry> {
  if (endpoint === null) return OFF;
  const { startTracing } = await import("./tracing.js");
  return startTracing(endpoint);
}
