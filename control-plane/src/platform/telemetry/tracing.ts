import { SpanStatusCode } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { Telemetry } from "./telemetry.port.js";

/** Sends spans to `<endpoint>/v1/traces`, in batches. */
export function startTracing(endpoint: string): Telemetry {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": "socle-control-plane" }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` }),
      }),
    ],
  });
  const tracer = provider.getTracer("socle");
  return {
    record(name, attributes, seconds, failed) {
      const end = Date.now();
      const span = tracer.startSpan(name, { startTime: end - seconds * 1000, attributes: { ...attributes } });
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(end);
    },
    stop: () => provider.shutdown(),
  };
}
