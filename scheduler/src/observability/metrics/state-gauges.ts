import { Gauge } from "prom-client";
import type { Registry } from "prom-client";
import type { Clock } from "../../kernel/clock.js";
import type { LeaseBook } from "../../kernel/lease/lease-book.port.js";
import type { SlotShares } from "../../kernel/slot-shares.js";
import type { SnapshotHolder } from "../../kernel/snapshot/snapshot-holder.js";
import type { Spool } from "../../kernel/spool.port.js";

/** A cluster that is watched for model servers. */
export interface ObservedCluster {
  readonly cluster: string;
  /** False while only what it last told is known. */
  readonly reachable: boolean;
  readonly endpoints: number;
  /** GPUs that pods of its nodes may ask for. */
  readonly gpus: number;
}

/** A pool in which less lives than was promised, or nothing is missing. */
export interface ObservedPool {
  readonly pool: string;
  /** GPUs that live capacity lacks to what was promised. */
  readonly shortGpus: number;
}

/** What is read at scrape time, when it is there. */
export interface ObservedState {
  readonly holder: SnapshotHolder;
  readonly clock: Clock;
  readonly book: () => Pick<LeaseBook, "holdings"> | null;
  readonly spool: () => Pick<Spool, "backlog" | "writable"> | null;
  readonly slots: () => Pick<SlotShares, "shares" | "silentForMs"> | null;
  readonly clusters: () => readonly ObservedCluster[];
  readonly pools: () => readonly ObservedPool[];
  readonly endpoints: ReadonlyMap<string, boolean>;
  readonly queues: ReadonlyMap<string, number>;
}

/** Budgets shown one by one; a scheduler that leases from more is better read in the control plane. */
const MAX_BUDGETS = 200;

/** Registers the gauges: nothing is kept for them, each scrape reads the present state. */
export function registerStateGauges(registry: Registry, state: ObservedState): void {
  const gauge = (name: string, help: string, labelNames: string[], read: (gauge: Gauge) => void): void => {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        read(this);
      },
    });
  };
  snapshotGauges(gauge, state);
  spoolGauges(gauge, state);
  clusterGauges(gauge, state);
  exchangeGauges(gauge, state);
  gauge("socle_lease_amount", "Leased amounts by budget and use", ["budget", "use"], (self) => showLeases(self, state));
  gauge("socle_endpoint_healthy", "1 while an endpoint takes requests", ["endpoint"], (self) => {
    for (const [endpoint, healthy] of state.endpoints) self.set({ endpoint }, healthy ? 1 : 0);
  });
  gauge("socle_pool_short_gpus", "GPUs that live capacity lacks to what a pool promised", ["pool"], (self) => {
    for (const { pool, shortGpus } of state.pools()) self.set({ pool }, shortGpus);
  });
  gauge("socle_queue_waiting", "Requests that wait for an endpoint", ["deployment"], (self) => {
    for (const [deployment, waiting] of state.queues) self.set({ deployment }, waiting);
  });
}

type DefineGauge = (name: string, help: string, labels: string[], read: (gauge: Gauge) => void) => void;

function snapshotGauges(gauge: DefineGauge, { holder, clock }: ObservedState): void {
  gauge("socle_snapshot_number", "Number of the snapshot in force, 0 before the first", [], (self) =>
    self.set(holder.current()?.source.number ?? 0),
  );
  gauge("socle_snapshot_age_seconds", "Age of the snapshot in force", [], (self) => {
    const snapshot = holder.current();
    if (snapshot !== null) self.set(Math.max(0, clock.wall() - snapshot.source.issuedAt) / 1000);
  });
}

function spoolGauges(gauge: DefineGauge, state: ObservedState): void {
  gauge("socle_spool_backlog_records", "Records not yet acknowledged by the ledger", [], (self) =>
    self.set(state.spool()?.backlog().records ?? 0),
  );
  gauge("socle_spool_backlog_bytes", "Bytes not yet acknowledged by the ledger", [], (self) =>
    self.set(state.spool()?.backlog().bytes ?? 0),
  );
  gauge(
    "socle_spool_set_aside_records",
    "Records that the ledger cannot read, kept apart: somebody must act",
    [],
    (self) => self.set(state.spool()?.backlog().setAside ?? 0),
  );
  gauge("socle_spool_writable", "0 while the disk refuses records and requests are refused", [], (self) =>
    self.set(state.spool()?.writable() === false ? 0 : 1),
  );
}

function exchangeGauges(gauge: DefineGauge, { slots }: ObservedState): void {
  gauge(
    "socle_endpoint_slots",
    "Sequences this replica may have on an endpoint, as last told",
    ["endpoint"],
    (self) => {
      for (const [endpoint, share] of slots()?.shares() ?? []) self.set({ endpoint }, share);
    },
  );
  gauge("socle_exchange_age_seconds", "Since the last exchange with the other replicas", [], (self) => {
    const silentForMs = slots()?.silentForMs() ?? null;
    if (silentForMs !== null) self.set(silentForMs / 1000);
  });
}

function clusterGauges(gauge: DefineGauge, { clusters }: ObservedState): void {
  const show = (name: string, help: string, read: (one: ObservedCluster) => number): void =>
    gauge(name, help, ["cluster"], (self) => {
      for (const one of clusters()) self.set({ cluster: one.cluster }, read(one));
    });
  show("socle_cluster_reachable", "0 while only what the cluster last told is known", (one) => (one.reachable ? 1 : 0));
  show("socle_cluster_endpoints", "Model servers found in the cluster", (one) => one.endpoints);
  show("socle_cluster_gpus", "GPUs that pods of the cluster's nodes may ask for", (one) => one.gpus);
}

function showLeases(self: Gauge, state: ObservedState): void {
  for (const holding of (state.book()?.holdings() ?? []).slice(0, MAX_BUDGETS)) {
    for (const use of ["free", "reserved", "consumed"] as const)
      self.inc({ budget: holding.budgetId, use }, holding[use]);
  }
}
