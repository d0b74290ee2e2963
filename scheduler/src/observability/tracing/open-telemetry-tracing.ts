import { context, SpanKind, trace, TraceFlags } from "@opentelemetry/api";
import type { Context, SpanContext } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TracerProvider } from "@opentelemetry/sdk-trace";
import type { Clock } from "../../kernel/clock.js";
import { OpenTelemetryTrace } from "./open-telemetry-trace.js";
import type { Tracing } from "./tracing.port.js";

export interface TracingSettings {
  /** Base address of the OTLP collector; spans go to `<endpoint>/v1/traces`. */
  readonly endpoint: string;
  readonly replica: string;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Loaded only when a collector is configured. Follows the caller's sampling; without one, every request is traced. */
export function createOpenTelemetryTracing(settings: TracingSettings, clock: Clock): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      "service.name": "socle-scheduler",
      "service.instance.id": settings.replica,
    }),
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${settings.endpoint.replace(/\/+$/, "")}/v1/traces` }),
      }),
    ],
  });
  const tracer = provider.getTracer("socle");
  return {
    begin(start) {
      const span = tracer.startSpan(
        start.operation ?? "unknown",
        {
          kind: SpanKind.SERVER,
          attributes: {
            "gen_ai.operation.name": start.operation ?? "unknown",
            "socle.decision.id": start.decisionId,
            "socle.request.id": start.requestId,
          },
        },
        parentContext(start.traceparent),
      );
      if (!span.isRecording()) return null;
      return new OpenTelemetryTrace(tracer, span, clock);
    },
    stop: () => provider.shutdown(),
  };
}

function parentContext(traceparent: string | null): Context {
  const parent = parseTraceparent(traceparent);
  return parent === null ? context.active() : trace.setSpanContext(context.active(), parent);
}

/** A caller's W3C trace context; `null` when there is none or it is malformed, and the trace then starts here. */
function parseTraceparent(header: string | null): SpanContext | null {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(header ?? "") ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  const parent = { traceId, spanId, traceFlags: parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
  return trace.isSpanContextValid(parent) ? parent : null;
}
