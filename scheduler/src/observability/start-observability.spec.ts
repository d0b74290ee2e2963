import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decision, usage } from "../../../test/builders/records.builder.js";
import { snapshot } from "../../../test/builders/snapshot.builder.js";
import { systemClock } from "../kernel/clock.js";
import { compileSnapshot } from "../kernel/snapshot/compile-snapshot.js";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import { createSnapshotHolder } from "../kernel/snapshot/snapshot-holder.js";
import { compileBundle } from "@socle/policies";
import { startObservability } from "./start-observability.js";

function heldSnapshot() {
  const holder = createSnapshotHolder();
  const source = snapshot({ number: 12, models: [{ id: "model", name: "Aurore", publisher: "p", contextWindow: 1 }] });
  const bundle = compileBundle(source.policies.files);
  if (!bundle.ok) throw new Error("rules refused");
  holder.swap(compileSnapshot(source, bundle.bundle));
  return holder;
}
const ports = () => ({ holder: heldSnapshot(), clock: systemClock });
const START = { decisionId: "replica-1-7-1", requestId: "request-1", traceparent: null, operation: "chat" };

async function collector() {
  const received: Buffer[] = [];
  const server = createServer((request, response) => {
    request.on("data", (piece: Buffer) => received.push(piece));
    request.on("end", () => response.writeHead(200).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => Buffer.concat(received).toString("latin1"),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe("metrics", () => {
  it("name requests as OpenTelemetry does, by the model's name and not its id", async () => {
    const observability = await startObservability({ replica: "replica-1", otlpEndpoint: null }, ports());
    const trace = observability.telemetry.begin(START);
    trace.stage("identify", 10, 10.2);
    trace.end(decision(), usage(), 15);
    const text = await observability.metrics();
    for (const line of [
      'socle_requests_total{outcome="served",code=""} 1',
      'socle_stage_seconds_count{stage="identify"} 1',
      'gen_ai_client_token_usage_sum{gen_ai_request_model="Aurore",gen_ai_token_type="input"} 100',
      'gen_ai_client_token_usage_sum{gen_ai_request_model="Aurore",gen_ai_token_type="output"} 20',
      'gen_ai_server_time_to_first_token_seconds_sum{gen_ai_request_model="Aurore"} 0.02',
      'gen_ai_server_time_per_output_token_seconds_sum{gen_ai_request_model="Aurore"} 0.015',
      'gen_ai_server_request_duration_seconds_sum{gen_ai_request_model="Aurore",error_type=""} 0.3',
      'socle_used_total{gen_ai_request_model="Aurore",quantity="costMicroEuro"} 42',
      "socle_snapshot_number 12",
    ])
      expect(text).toContain(`\n${line}\n`);
    expect(text).toContain("nodejs_eventloop_lag_seconds");
  });

  it("count refusals by code and the rules behind them, and no tokens", async () => {
    const observability = await startObservability({ replica: "replica-1", otlpEndpoint: null }, ports());
    const reasons = [{ rule: "family/rule", version: 1, effect: "deny", code: "rule.fired" } as const];
    observability.telemetry
      .begin(START)
      .end(
        decision({ outcome: "refused", code: "policy.denied", pools: [{ poolId: "pool", eligible: false, reasons }] }),
        null,
        null,
      );
    const text = await observability.metrics();
    expect(text).toContain('socle_requests_total{outcome="refused",code="policy.denied"} 1');
    expect(text).toContain('socle_policy_findings_total{rule="family/rule",effect="deny"} 1');
    expect(text).not.toContain("gen_ai_client_token_usage_count{");
  });

  it("read the present state at each scrape", async () => {
    const observability = await startObservability({ replica: "replica-1", otlpEndpoint: null }, ports());
    const backlog = { records: 3, bytes: 900, setAside: 2 };
    const holding = { budgetId: "b", periodStart: 0, granted: 9, free: 5, reserved: 4, consumed: 0, returned: 0 };
    observability.observe({
      book: { holdings: () => [holding] },
      spool: { backlog: () => backlog, writable: () => false },
      slots: { shares: () => new Map([["endpoint", 3]]), silentForMs: () => 1_500 },
    });
    observability.observePools(() => [{ pool: "nubo", shortGpus: 2.5 }]);
    observability.telemetry.endpointHealth("left-the-snapshot", true);
    observability.telemetry.queued("deployment", 1);
    observability.syncObserver.called("lease", "unavailable", 5);
    observability.syncObserver.snapshotRefused("signature");
    const text = await observability.metrics();
    for (const line of [
      "socle_spool_backlog_records 3",
      'socle_pool_short_gpus{pool="nubo"} 2.5',
      "socle_spool_set_aside_records 2",
      "socle_spool_writable 0",
      'socle_lease_amount{budget="b",use="free"} 5',
      'socle_lease_amount{budget="b",use="reserved"} 4',
      'socle_endpoint_healthy{endpoint="left-the-snapshot"} 1',
      'socle_endpoint_slots{endpoint="endpoint"} 3',
      "socle_exchange_age_seconds 1.5",
      'socle_queue_waiting{deployment="deployment"} 1',
      'socle_control_plane_calls_total{call="lease",outcome="unavailable"} 1',
      'socle_snapshots_refused_total{reason="signature"} 1',
    ])
      expect(text).toContain(`\n${line}\n`);
    backlog.records = 0;
    expect(await observability.metrics()).toContain("\nsocle_spool_backlog_records 0\n");
  });

  it("show the endpoints of the snapshot, and forget those that left", async () => {
    const given = ports();
    const observability = await startObservability({ replica: "replica-1", otlpEndpoint: null }, given);
    observability.telemetry.endpointHealth("gone", true);
    const held = given.holder.current();
    if (held === null) throw new Error("no snapshot");
    const endpoints = new Map([["new", {} as PlacedEndpoint]]);
    given.holder.swap({ ...held, endpoints, source: { ...held.source, number: 13 } });
    const text = await observability.metrics();
    expect(text).not.toContain('endpoint="gone"');
    expect(text).toContain('socle_endpoint_healthy{endpoint="new"} 1');
  });
});

describe("traces", () => {
  it("carry the decision and continue the caller's trace up to the model server", async () => {
    const otlp = await collector();
    const observability = await startObservability({ replica: "replica-1", otlpEndpoint: otlp.endpoint }, ports());
    const traceId = "0af7651916cd43dd8448eb211c80319c";
    const trace = observability.telemetry.begin({ ...START, traceparent: `00-${traceId}-b7ad6b7169203331-01` });
    trace.stage("admit", systemClock.monotonic(), systemClock.monotonic());
    const { traceparent = "" } = trace.upstreamHeaders();
    expect(traceparent).toMatch(new RegExp(`^00-${traceId}-(?!b7ad6b7169203331)[0-9a-f]{16}-01$`));
    trace.end(decision(), usage(), null);
    await observability.stop();
    for (const word of ["replica-1-7-1", "socle-scheduler", "admit", "model server", "gen_ai.usage.output_tokens"])
      expect(otlp.text()).toContain(word);
    expect(await observability.metrics()).toContain('socle_requests_total{outcome="served",code=""} 1');
    await otlp.close();
  });

  it("leave out what the caller chose not to sample, but count it", async () => {
    const otlp = await collector();
    const observability = await startObservability({ replica: "replica-1", otlpEndpoint: otlp.endpoint }, ports());
    const trace = observability.telemetry.begin({
      ...START,
      traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
    });
    expect(trace.upstreamHeaders()).toEqual({});
    trace.end(decision(), usage(), null);
    await observability.stop();
    expect(otlp.text()).toBe("");
    expect(await observability.metrics()).toContain('socle_requests_total{outcome="served",code=""} 1');
    await otlp.close();
  });

  it.each(["", "00-short-b7ad6b7169203331-01", "00-00000000000000000000000000000000-b7ad6b7169203331-01"])(
    "start here when the caller's context is %j",
    async (traceparent) => {
      const otlp = await collector();
      const observability = await startObservability({ replica: "replica-1", otlpEndpoint: otlp.endpoint }, ports());
      const trace = observability.telemetry.begin({ ...START, traceparent });
      expect(trace.upstreamHeaders()["traceparent"]).toMatch(/^00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01$/);
      trace.end(decision(), null, null);
      await observability.stop();
      await otlp.close();
    },
  );

  it("are the only reason to load OpenTelemetry", () => {
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".ts") && !name.includes(".spec."),
    );
    const importers = sources.filter((name) => {
      const text = readFileSync(`${import.meta.dirname}/${name}`, "utf8");
      return /^(import|export) .*("@opentelemetry|open-telemetry)/m.test(text);
    });
    expect(importers.sort()).toEqual(["tracing/open-telemetry-trace.ts", "tracing/open-telemetry-tracing.ts"]);
  });
});
