import type { Logger } from "pino";
import { reasonOf } from "../../../platform/database/database-fault.js";
import type { LogName } from "../../domain/log-name.js";
import type { LogQueueDoor } from "../../ports/log-queue.port.js";
import { LogDiverged, Sequencer, type SequencerPorts } from "../../use-cases/sequence-log.js";
import type { LogMetrics } from "./log-metrics.js";

/** A checkpoint each second while there is something to put in it. */
const EVERY_MS = 1000;
/** How soon to look again whether the log is free, or its database back. */
const RETRY_MS = 5000;

/** Keeps one log going in this process, or stands by while another does. */
export class LogKeeper {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly log: LogName,
    private readonly door: LogQueueDoor,
    private readonly ports: SequencerPorts,
    private readonly metrics: LogMetrics,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.turn();
      } catch (error) {
        this.failed(error);
      }
      await this.pause(RETRY_MS);
    }
  }

  private async turn(): Promise<void> {
    const entered = await this.door.enter(this.log);
    if (entered === null) return;
    try {
      const sequencer = await Sequencer.open(this.log, entered.queue, this.ports);
      this.logger.info({ event: "log.opened", log: this.log, size: sequencer.size });
      while (!this.stopping.signal.aborted) {
        const published = await sequencer.step();
        this.metrics.size(this.log, sequencer.size);
        if (published === 0) await this.pause(EVERY_MS);
      }
    } finally {
      await entered.leave();
    }
  }

  private failed(error: unknown): void {
    this.metrics.failed(this.log);
    if (error instanceof LogDiverged)
      this.logger.error({ event: "log.diverged", log: this.log, reason: error.message });
    else this.logger.warn({ event: "log.stopped", log: this.log, reason: reasonOf(error) });
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done, { once: true });
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      }
    });
  }
}
