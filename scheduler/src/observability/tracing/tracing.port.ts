import type { RequestTrace, TraceStart } from "../../kernel/telemetry.port.js";

/** Spans of requests. Absent when no collector is configured: nothing is then loaded, made or sent. */
export interface Tracing {
  /** `null` when this request is not sampled. */
  begin(start: TraceStart): RequestTrace | null;
  /** Sends what is waiting and ends. */
  stop(): Promise<void>;
}
