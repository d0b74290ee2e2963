import type { Registry } from "prom-client";
import type { SyncObserver } from "../../sync/sync-observer.port.js";
import { CALL_SECONDS } from "./buckets.js";
import { HotCounter } from "./hot-counter.js";
import { HotHistogram } from "./hot-histogram.js";

/** Numbers of the scheduler itself: its spool, its connections, its exchange with the control plane. */
export class SystemMetrics implements SyncObserver {
  private readonly retries: HotCounter;
  private readonly flushes: HotHistogram;
  private readonly flushedRecords: HotCounter;
  private readonly flushedBytes: HotCounter;
  private readonly refusedConnections: HotCounter;
  private readonly calls: HotCounter;
  private readonly callSeconds: HotHistogram;
  private readonly refusedSnapshots: HotCounter;
  private readonly shippedRecords: HotCounter;

  constructor(registry: Registry) {
    const counter = (name: string, help: string, ...labels: string[]) =>
      new HotCounter(registry, { name, help, labels });
    const seconds = (name: string, help: string, ...labels: string[]) =>
      new HotHistogram(registry, { name, help, labels }, CALL_SECONDS);
    this.retries = counter("socle_upstream_retries_total", "Attempts after the first", "endpoint");
    this.flushes = seconds("socle_spool_flush_seconds", "Time to make a group of records durable");
    this.flushedRecords = counter("socle_spool_records_total", "Records written to the spool");
    this.flushedBytes = counter("socle_spool_bytes_total", "Bytes written to the spool");
    this.refusedConnections = counter("socle_connections_refused_total", "Connections closed by a limit", "reason");
    this.calls = counter("socle_control_plane_calls_total", "Calls to the control plane", "call", "outcome");
    this.callSeconds = seconds("socle_control_plane_call_seconds", "Time of calls to the control plane", "call");
    this.refusedSnapshots = counter("socle_snapshots_refused_total", "Snapshots or rules not taken", "reason");
    this.shippedRecords = counter("socle_usage_shipped_records_total", "Records acknowledged by the ledger");
  }

  upstreamRetry(endpointId: string): void {
    this.retries.add(1, endpointId);
  }

  spoolFlushed(records: number, bytes: number, milliseconds: number): void {
    this.flushes.observe(milliseconds / 1000);
    this.flushedRecords.add(records);
    this.flushedBytes.add(bytes);
  }

  connectionRefused(reason: string): void {
    this.refusedConnections.add(1, reason);
  }

  called(call: string, outcome: string, milliseconds: number): void {
    this.calls.add(1, call, outcome);
    // A long poll's length says nothing about the control plane.
    if (call !== "snapshot") this.callSeconds.observe(milliseconds / 1000, call);
  }

  snapshotRefused(reason: string): void {
    this.refusedSnapshots.add(1, reason);
  }

  usageShipped(records: number): void {
    this.shippedRecords.add(records);
  }
}
