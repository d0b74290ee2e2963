import type { RequestTrace, Telemetry } from "../kernel/telemetry.port.js";
import type { RequestMetrics } from "./metrics/request-metrics.js";
import type { SystemMetrics } from "./metrics/system-metrics.js";
import type { Tracing } from "./tracing/tracing.port.js";

/** Metrics of every request, and spans of the sampled ones. An unsampled request shares one trace and makes nothing. */
export class SchedulerTelemetry implements Telemetry {
  readonly endpoints = new Map<string, boolean>();
  readonly queues = new Map<string, number>();
  private readonly unsampled: RequestTrace;

  constructor(
    requests: RequestMetrics,
    private readonly system: SystemMetrics,
    private readonly tracing: Tracing | null,
  ) {
    this.unsampled = {
      stage: (name, startedAt, endedAt) => requests.stage(name, endedAt - startedAt),
      upstreamHeaders: () => NO_HEADERS,
      end: (decision, usage, interTokenMs) => requests.ended(decision, usage, interTokenMs),
    };
  }

  begin(start: Parameters<Telemetry["begin"]>[0]): RequestTrace {
    const trace = this.tracing?.begin(start) ?? null;
    return trace === null ? this.unsampled : both(trace, this.unsampled);
  }

  queued(deploymentId: string, delta: 1 | -1): void {
    this.queues.set(deploymentId, (this.queues.get(deploymentId) ?? 0) + delta);
  }

  upstreamRetry(endpointId: string): void {
    this.system.upstreamRetry(endpointId);
  }

  endpointHealth(endpointId: string, healthy: boolean): void {
    this.endpoints.set(endpointId, healthy);
  }

  /** Shows a snapshot's endpoints, healthy until told otherwise as the fleet takes them, and no longer those that left. */
  follow(endpointIds: ReadonlySet<string>, deploymentIds: ReadonlySet<string>): void {
    for (const id of this.endpoints.keys()) if (!endpointIds.has(id)) this.endpoints.delete(id);
    for (const id of endpointIds) if (!this.endpoints.has(id)) this.endpoints.set(id, true);
    for (const [id, waiting] of this.queues) if (waiting === 0 && !deploymentIds.has(id)) this.queues.delete(id);
  }

  spoolFlushed(records: number, bytes: number, milliseconds: number): void {
    this.system.spoolFlushed(records, bytes, milliseconds);
  }

  /** The gauge asks the spool itself at each scrape. */
  spoolWritable(): void {}

  connectionRefused(reason: "timeout" | "malformed" | "overflow"): void {
    this.system.connectionRefused(reason);
  }
}

const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});

const both = (trace: RequestTrace, metrics: RequestTrace): RequestTrace => ({
  stage(name, startedAt, endedAt) {
    trace.stage(name, startedAt, endedAt);
    metrics.stage(name, startedAt, endedAt);
  },
  upstreamHeaders: () => trace.upstreamHeaders(),
  end(decision, usage, interTokenMs) {
    trace.end(decision, usage, interTokenMs);
    metrics.end(decision, usage, interTokenMs);
  },
});
