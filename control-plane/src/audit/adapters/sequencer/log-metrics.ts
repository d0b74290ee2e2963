import { Counter, Gauge, type Registry } from "prom-client";
import type { LogName } from "../../domain/log-name.js";

export class LogMetrics {
  private readonly sizes: Gauge<"log">;
  private readonly failures: Counter<"log">;
  private readonly alarms: Counter<"event">;

  constructor(registry: Registry) {
    const registers = [registry];
    this.sizes = new Gauge({
      name: "socle_log_size",
      help: "Entries in the signed checkpoint of a transparency log.",
      labelNames: ["log"],
      registers,
    });
    this.failures = new Counter({
      name: "socle_log_failures_total",
      help: "Times that a transparency log stopped and was taken up again.",
      labelNames: ["log"],
      registers,
    });
    this.alarms = new Counter({
      name: "socle_log_witness_alarms_total",
      help: "Checkpoints that the witness did not cosign, by why.",
      labelNames: ["event"],
      registers,
    });
  }

  size(log: LogName, entries: number): void {
    this.sizes.set({ log }, entries);
  }

  failed(log: LogName): void {
    this.failures.inc({ log });
  }

  alarm(event: string): void {
    this.alarms.inc({ event });
  }
}
