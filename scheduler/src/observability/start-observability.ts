import { collectDefaultMetrics, Registry } from "prom-client";
import type { Clock } from "../kernel/clock.js";
import type { CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { LeaseBook } from "../kernel/lease/lease-book.port.js";
import type { SnapshotHolder } from "../kernel/snapshot/snapshot-holder.js";
import type { SlotShares } from "../kernel/slot-shares.js";
import type { Spool } from "../kernel/spool.port.js";
import type { Telemetry } from "../kernel/telemetry.port.js";
import type { SyncObserver } from "../sync/sync-observer.port.js";
import { RequestMetrics } from "./metrics/request-metrics.js";
import { SchedulerTelemetry } from "./scheduler-telemetry.js";
import { registerStateGauges } from "./metrics/state-gauges.js";
import type { ObservedCluster, ObservedPool } from "./metrics/state-gauges.js";
import { SystemMetrics } from "./metrics/system-metrics.js";

export interface ObservabilitySettings {
  readonly replica: string;
  /** `null`: no traces, and OpenTelemetry is not loaded. */
  readonly otlpEndpoint: string | null;
}

export interface Observability {
  readonly telemetry: Telemetry;
  readonly syncObserver: SyncObserver;
  /** Parts that exist later than the metrics about them. */
  observe(parts: {
    readonly book: Pick<LeaseBook, "holdings">;
    readonly spool: Pick<Spool, "backlog" | "writable">;
    readonly slots: Pick<SlotShares, "shares" | "silentForMs">;
  }): void;
  observeClusters(clusters: () => readonly ObservedCluster[]): void;
  observePools(pools: () => readonly ObservedPool[]): void;
  /** Body of `/metrics`, and its content type. */
  readonly metrics: () => Promise<string>;
  readonly contentType: string;
  /** Sends the last spans. */
  stop(): Promise<void>;
}

/** Makes the registry and, when a collector is configured, loads tracing. */
export async function startObservability(
  settings: ObservabilitySettings,
  { holder, clock }: { readonly holder: SnapshotHolder; readonly clock: Clock },
): Promise<Observability> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const names = new Map<string, string>();
  const system = new SystemMetrics(registry);
  const tracing = await loadTracing(settings, clock);
  const requests = new RequestMetrics(registry, (modelId) => names.get(modelId) ?? "");
  const telemetry = new SchedulerTelemetry(requests, system, tracing);
  let parts: Parameters<Observability["observe"]>[0] | null = null;
  let clusters: () => readonly ObservedCluster[] = () => [];
  let pools: () => readonly ObservedPool[] = () => [];
  registerStateGauges(registry, {
    holder,
    clock,
    book: () => parts?.book ?? null,
    spool: () => parts?.spool ?? null,
    slots: () => parts?.slots ?? null,
    clusters: () => clusters(),
    pools: () => pools(),
    endpoints: telemetry.endpoints,
    queues: telemetry.queues,
  });
  holder.onSwap((snapshot) => follow(snapshot, names, telemetry));
  return {
    telemetry,
    syncObserver: system,
    observe: (observed) => void (parts = observed),
    observeClusters: (observed) => void (clusters = observed),
    observePools: (observed) => void (pools = observed),
    metrics: () => registry.metrics(),
    contentType: registry.contentType,
    stop: async () => tracing?.stop(),
  };
}

function follow(snapshot: CompiledSnapshot, names: Map<string, string>, telemetry: SchedulerTelemetry): void {
  names.clear();
  for (const model of snapshot.source.models) names.set(model.id, model.name);
  telemetry.follow(
    new Set(snapshot.endpoints.keys()),
    new Set(snapshot.source.deployments.map((deployment) => deployment.id)),
  );
}

async function loadTracing(settings: ObservabilitySettings, clock: Clock) {
  if (settings.otlpEndpoint === null) return null;
  const { createOpenTelemetryTracing } = await import("./tracing/open-telemetry-tracing.js");
  return createOpenTelemetryTracing({ endpoint: settings.otlpEndpoint, replica: settings.replica }, clock);
}
