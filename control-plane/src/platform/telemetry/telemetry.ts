/** Starts tracing when an endpoint is configured; loads nothing otherwise. */
export async function startTelemetry(endpoint: string | null): Promise<() => Promise<void>> {
  if (endpoint === null) return () => Promise.resolve();
  const { startTracing } = await import("./tracing.js");
  return startTracing(endpoint);
}
