import type { Telemetry } from "./telemetry.port.js";

const OFF: Telemetry = { record: () => undefined, stop: () => Promise.resolve() };

/** Starts tracing when an endpoint is configured; loads nothing otherwise. */
export async function startTelemetry(endpoint: string | null): Promise<Telemetry> {
  if (endpoint === null) return OFF;
  const { startTracing } = await import("./tracing.js");
  return startTracing(endpoint);
}
