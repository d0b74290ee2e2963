import { Counter, Gauge, type Registry } from "prom-client";
import type { PublishedSnapshot } from "../../domain/snapshot.js";

/** What operators watch of publication. */
export class SnapshotMetrics {
  private readonly number: Gauge;
  private readonly policies: Gauge;
  private readonly publications: Counter<"outcome">;
  private issuedAt: number | null = null;

  constructor(registry: Registry) {
    const registers = [registry];
    const issued = (): number | null => this.issuedAt;
    this.number = new Gauge({ name: "socle_snapshot_number", help: "Number of the latest snapshot.", registers });
    this.policies = new Gauge({
      name: "socle_policies_valid",
      help: "1 when the present policy files compile, 0 while an earlier bundle stands in for them.",
      registers,
    });
    this.publications = new Counter({
      name: "socle_snapshot_publications_total",
      help: "Runs of the publisher, by what came of them.",
      labelNames: ["outcome"],
      registers,
    });
    new Gauge({
      name: "socle_snapshot_age_seconds",
      help: "Time since the latest snapshot was issued; -1 before the first.",
      registers,
      collect() {
        const at = issued();
        this.set(at === null ? -1 : (Date.now() - at) / 1000);
      },
    });
  }

  published(snapshot: PublishedSnapshot, fresh: boolean, policiesValid: boolean): void {
    this.number.set(snapshot.number);
    this.policies.set(policiesValid ? 1 : 0);
    this.publications.inc({ outcome: fresh ? "published" : "unchanged" });
    this.issuedAt = snapshot.issuedAt.getTime();
  }

  failed(): void {
    this.publications.inc({ outcome: "failed" });
  }
}
