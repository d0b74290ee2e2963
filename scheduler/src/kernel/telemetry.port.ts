import type { DecisionV1, UsageV1 } from "@socle/contracts";

/** Folders of a request's life, in order. */
export type Stage = "ingress" | "identify" | "admit" | "queue" | "pick" | "dispatch" | "meter";

/** One request as traces see it. */
export interface RequestTrace {
  /** A stage took from `startedAt` to `endedAt` (monotonic milliseconds). */
  stage(name: Stage, startedAt: number, endedAt: number): void;
  /** Headers that carry the trace to the model server; empty when it is not sampled. */
  upstreamHeaders(): Readonly<Record<string, string>>;
  /** The request's records as spooled; ends the span. Called exactly once. */
  end(decision: DecisionV1, usage: UsageV1 | null, interTokenMs: number | null): void;
}

export interface TraceStart {
  readonly decisionId: string;
  readonly requestId: string;
  /** The caller's `traceparent`, when it sent one. */
  readonly traceparent: string | null;
  /** Name of what is asked; `null` when nothing is known by the path. */
  readonly operation: string | null;
}

/** Metrics and spans as a port: called on the hot path, so implementations never throw, wait or allocate by request. */
export interface Telemetry {
  begin(start: TraceStart): RequestTrace;
  /** Change in the number of requests that wait for an endpoint of a deployment. */
  queued(deploymentId: string, delta: 1 | -1): void;
  upstreamRetry(endpointId: string): void;
  endpointHealth(endpointId: string, healthy: boolean): void;
  spoolFlushed(records: number, bytes: number, milliseconds: number): void;
  spoolWritable(writable: boolean): void;
  /** Connection closed by a limit before it became a request. */
  connectionRefused(reason: "timeout" | "malformed" | "overflow"): void;
}

const silentTrace: RequestTrace = { stage: () => {}, upstreamHeaders: () => ({}), end: () => {} };

/** Used when nothing observes. */
export const silentTelemetry: Telemetry = {
  begin: () => silentTrace,
  queued: () => {},
  upstreamRetry: () => {},
  endpointHealth: () => {},
  spoolFlushed: () => {},
  spoolWritable: () => {},
  connectionRefused: () => {},
};
