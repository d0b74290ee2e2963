import type { RecordName, Spool } from "../../kernel/spool.port.js";
import type { Logger } from "../../kernel/logger.port.js";
import type { Clock } from "../../kernel/clock.js";
import type { InternalAnswer } from "../control-plane-client.js";
import type { SyncOutcome } from "../sync-observer.port.js";
import { encodeBatch } from "./usage-batch.js";
import type { EncodedBatch } from "./usage-batch.js";
import { unreadableRecord } from "./unreadable-record.js";

const EVERY_MS = 600_000;

export interface ReplayPorts {
  readonly replica: string;
  readonly spool: Pick<Spool, "setAsideRecords" | "readSetAside" | "dropSetAside">;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Sends what was set aside again, each record alone, at the start and every ten minutes: once the cause is mended, it
 * reaches the ledger without anybody's doing.
 */
export class SetAsideReplay {
  private dueAt = -Infinity;

  constructor(
    private readonly ports: ReplayPorts,
    private readonly send: (
      batch: EncodedBatch,
      receive: (answer: InternalAnswer) => Promise<SyncOutcome>,
    ) => Promise<SyncOutcome>,
  ) {}

  /** A record was set aside just now: the ledger's mind has not changed yet. */
  postpone(): void {
    this.dueAt = this.ports.clock.monotonic() + EVERY_MS;
  }

  /** `null` when nothing is due. */
  async run(): Promise<SyncOutcome | null> {
    const { spool, clock } = this.ports;
    const names = spool.setAsideRecords();
    if (names.length === 0 || clock.monotonic() < this.dueAt) return null;
    for (const name of names) {
      const outcome = await this.sendAgain(name);
      if (outcome !== "ok") return outcome;
    }
    this.postpone();
    return "ok";
  }

  private async sendAgain(name: RecordName): Promise<SyncOutcome> {
    const batch = encodeBatch(this.ports.replica, await this.ports.spool.readSetAside(name));
    return this.send(batch, (answer) => this.receive(answer, name, batch));
  }

  private async receive(answer: InternalAnswer, name: RecordName, batch: EncodedBatch): Promise<SyncOutcome> {
    const { spool, logger } = this.ports;
    if (answer.status === 200) {
      await spool.dropSetAside(name);
      logger.info("usage.set_aside_taken", { ...name });
      return "ok";
    }
    if (unreadableRecord(answer, batch) === null) return "rejected";
    logger.error("usage.set_aside", { ...name, status: answer.status });
    return "ok";
  }
}
