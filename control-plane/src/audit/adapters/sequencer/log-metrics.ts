import { Counter, Gauge, type Registry } from "prom-client";
import type { LogName } from "../../domain/log-name.js";

export class LogMetrics {
  private readonly sizes: Gauge<"log">;
  private readonly failures: Counter<"log">;
  private readonly alarms: Counter<"event">;
  private readonly stopped: Gauge<"log" | "code">;
  private readonly codes = new Map<LogName, string | null>();

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
    this.stopped = new Gauge({
      name: "socle_log_stopped",
      help: "1 for a transparency log that stands still, by why; log.diverged does not go away by itself.",
      labelNames: ["log", "code"],
      registers,
    });
  }

  /** @param code why it stands still in this process; null when it does not */
  stands(log: LogName, code: string | null): void {
    const before = this.codes.get(log) ?? null;
    if (before === code) return;
    if (before !== null) this.stopped.remove({ log, code: before });
    if (code !== null) this.stopped.set({ log, code }, 1);
    this.codes.set(log, code);
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
