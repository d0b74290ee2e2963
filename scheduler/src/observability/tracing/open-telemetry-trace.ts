import { context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Attributes, Span, Tracer } from "@opentelemetry/api";
import type { DecisionV1, UsageV1 } from "@socle/contracts";
import type { Clock } from "../../kernel/clock.js";
import type { RequestTrace, Stage } from "../../kernel/telemetry.port.js";

/** One sampled request: a server span, a child for each stage, and a client span for each attempt at a model server. */
export class OpenTelemetryTrace implements RequestTrace {
  private attempt: Span | null = null;

  constructor(
    private readonly tracer: Tracer,
    private readonly span: Span,
    private readonly clock: Clock,
  ) {}

  stage(name: Stage, startedAt: number, endedAt: number): void {
    const wallOfMonotonic = this.clock.wall() - this.clock.monotonic();
    this.tracer
      .startSpan(name, { startTime: new Date(wallOfMonotonic + startedAt) }, this.within())
      .end(new Date(wallOfMonotonic + endedAt));
  }

  upstreamHeaders(): Readonly<Record<string, string>> {
    this.attempt?.end();
    this.attempt = this.tracer.startSpan("model server", { kind: SpanKind.CLIENT }, this.within());
    const { traceId, spanId, traceFlags } = this.attempt.spanContext();
    return { traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}` };
  }

  end(decision: DecisionV1, usage: UsageV1 | null): void {
    const attributes = attributesOf(decision, usage);
    for (const span of [this.attempt, this.span]) {
      if (span === null) continue;
      span.setAttributes(attributes);
      if (decision.outcome === "failed") span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  }

  private within() {
    return trace.setSpan(context.active(), this.span);
  }
}

function attributesOf(decision: DecisionV1, usage: UsageV1 | null): Attributes {
  return {
    "gen_ai.request.model": decision.modelId ?? "",
    "socle.decision.id": decision.id,
    "socle.outcome": decision.outcome,
    "http.response.status_code": decision.status,
    ...(decision.code === null ? {} : { "error.type": decision.code }),
    ...(decision.endpoint === null
      ? {}
      : { "socle.endpoint.id": decision.endpoint.endpointId, "socle.pool.id": decision.endpoint.poolId }),
    ...(usage === null
      ? {}
      : {
          "gen_ai.usage.input_tokens": usage.quantities.inputTokens ?? 0,
          "gen_ai.usage.output_tokens": usage.quantities.outputTokens ?? 0,
        }),
  };
}
