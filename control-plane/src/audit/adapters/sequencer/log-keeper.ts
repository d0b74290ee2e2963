import type { Logger } from "pino";
import type { Clock } from "../../../kernel/clock.js";
import { reasonOf } from "../../../platform/database/database-fault.js";
import type { LogName } from "../../domain/log-name.js";
import { verifierKey, type NoteVerifier } from "../../domain/note/note-key.js";
import type { LogQueueDoor } from "../../ports/log-queue.port.js";
import { pruneLog } from "../../use-cases/prune-log.js";
import { LogDiverged, LogOvertaken, LogUnwitnessed } from "../../use-cases/log-stops.js";
import { Sequencer, type SequencerPorts } from "../../use-cases/sequence-log.js";
import type { LogMetrics } from "./log-metrics.js";

/** A checkpoint each second while there is something to put in it. */
const EVERY_MS = 1000;
/** How long a log without new entries goes before its checkpoint is cosigned anew. */
const RENEW_MS = 60_000;
/** How soon to look again whether the log is free, or its database back. */
const RETRY_MS = 5000;

/** Retention is looked at as often. */
const PRUNE_EVERY_MS = 3_600_000;

export interface KeeperParts {
  readonly door: LogQueueDoor;
  readonly ports: SequencerPorts;
  /** Null keeps all. */
  readonly retentionMonths: number | null;
  /** Writes an act on the log itself into the journal, and so into the governance log. */
  readonly announce: (act: LogAct, facts: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly metrics: LogMetrics;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Told why the log stands still here, by the code that is logged; null once it goes on, or another process keeps it. */
  readonly stands: (log: LogName, code: string | null) => void;
}

/** What is done beside adding entries, by the names of the journal. */
export type LogAct = "audit.change-log-key" | "audit.prune-log" | "audit.drop-records";

/** What the system says when it has no room, or may not write: somebody has to act. */
const STORAGE_CODES: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES", "EPERM", "ENOTDIR"]);

/** Keeps one log going in this process, or stands by while another does. */
export class LogKeeper {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    private readonly log: LogName,
    private readonly parts: KeeperParts,
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
    const { door, ports, metrics, logger } = this.parts;
    const entered = await door.enter(this.log);
    if (entered === null) return this.parts.stands(this.log, null);
    try {
      const sequencer = await Sequencer.open(this.log, entered.queue, ports);
      logger.info({ event: "log.opened", log: this.log, size: sequencer.size });
      this.parts.stands(this.log, null);
      if (sequencer.signedBefore !== null) await this.tellKey(sequencer.signedBefore);
      for (let pruneAt = 0, renewAt = 0; !this.stopping.signal.aborted;) {
        const published = await sequencer.step();
        const idle = published === 0 && performance.now() >= renewAt;
        if (idle) await sequencer.renew();
        if (idle || published > 0) renewAt = performance.now() + RENEW_MS;
        metrics.size(this.log, sequencer.size);
        if (performance.now() >= pruneAt) {
          await this.prune();
          pruneAt = performance.now() + PRUNE_EVERY_MS;
        }
        if (published === 0) await this.pause(EVERY_MS);
      }
    } finally {
      await entered.leave();
    }
  }

  private async tellKey(before: NoteVerifier): Promise<void> {
    const key = verifierKey(this.parts.ports.signer);
    await this.parts.announce("audit.change-log-key", { log: this.log, key, before: verifierKey(before) });
    this.parts.logger.info({ event: "log.key_changed", log: this.log, key });
  }

  private async prune(): Promise<void> {
    const { ports, retentionMonths, clock, announce, logger } = this.parts;
    if (retentionMonths === null) return;
    const minimum = await pruneLog(this.log, ports, { now: clock.now(), months: retentionMonths });
    if (minimum === null) return;
    const facts = { minimumIndex: minimum.index, prunedUntil: minimum.prunedUntil.toISOString() };
    await announce("audit.prune-log", { log: this.log, ...facts });
    logger.info({ event: "log.pruned", log: this.log, ...facts });
  }

  private failed(error: unknown): void {
    const { metrics, logger, stands } = this.parts;
    const { event, reason } = stopOf(error);
    metrics.failed(this.log);
    stands(this.log, event);
    logger[TRANSIENT.has(event) ? "warn" : "error"]({ event, log: this.log, reason });
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    // Whoever was told before does not hear it again.
    if (signal.aborted) return Promise.resolve();
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

/** What a later turn is likely to mend by itself. */
const TRANSIENT: ReadonlySet<string> = new Set(["log.stopped", "log.overtaken"]);

function stopOf(error: unknown): { readonly event: string; readonly reason: string } {
  if (error instanceof LogDiverged) return { event: "log.diverged", reason: error.message };
  if (error instanceof LogUnwitnessed) return { event: "log.unwitnessed", reason: error.message };
  if (error instanceof LogOvertaken) return { event: "log.overtaken", reason: error.message };
  const code: unknown = (error as { code?: unknown } | null)?.code;
  const event = STORAGE_CODES.has(code) ? "log.storage_failed" : "log.stopped";
  return { event, reason: event === "log.stopped" ? reasonOf(error) : String(code) };
}
