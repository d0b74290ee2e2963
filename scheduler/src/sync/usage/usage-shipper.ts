import { USAGE_PATH } from "@socle/contracts";
import type { UsageAcknowledgementV1 } from "@socle/contracts";
import type { Clock } from "../../kernel/clock.js";
import type { Logger } from "../../kernel/logger.port.js";
import type { RecordName, Spool } from "../../kernel/spool.port.js";
import { Backoff } from "../../kernel/backoff.js";
import type { ControlPlaneClient, InternalAnswer } from "../control-plane-client.js";
import { Pause } from "../pause.js";
import type { SyncObserver, SyncOutcome } from "../sync-observer.port.js";
import { encodeBatch } from "./usage-batch.js";
import type { EncodedBatch } from "./usage-batch.js";
import type { ReplayPorts } from "./set-aside-replay.js";
import { SetAsideReplay } from "./set-aside-replay.js";
import { unreadableRecord } from "./unreadable-record.js";

export interface UsageShipperPorts {
  readonly replica: string;
  readonly client: ControlPlaneClient;
  readonly spool: Pick<Spool, "next" | "acknowledge" | "onFlush" | "backlog" | "setAside"> & ReplayPorts["spool"];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly observer: SyncObserver;
  readonly random: () => number;
}

const MAX_RECORDS = 500;
const CALL_TIMEOUT_MS = 15_000;
const IDLE_MS = 1_000;
/** Records that come within this time of a call travel in the next one: a call costs more than what it carries. */
const GATHER_MS = 100;
/** No more waiting once so many are there. */
const GATHERED_RECORDS = 250;

/**
 * Carries the spool to the ledger, oldest epoch first, and lets the spool forget only what the ledger acknowledged. A
 * record that the ledger cannot read is set aside, with an alarm, and what follows goes on.
 * Runs beside serving and never in its way: when the ledger is away, records wait on disk.
 */
export class UsageShipper {
  private readonly pause = new Pause();
  private readonly backoff: Backoff;
  private maxRecords = MAX_RECORDS;
  private readonly halting = new AbortController();
  private readonly gathering = new Pause();
  private draining = false;
  private loop: Promise<void> = Promise.resolve();
  private readonly replay: SetAsideReplay;

  constructor(private readonly ports: UsageShipperPorts) {
    this.backoff = new Backoff({ firstMs: 100, maxMs: 5_000, random: ports.random });
    this.replay = new SetAsideReplay(ports, (batch, receive) => this.send(batch, receive));
    ports.spool.onFlush(() => {
      if (this.backoff.calm) this.pause.wake();
    });
  }

  start(): void {
    this.loop = this.run();
  }

  /** Ships what the spool still holds, for at most `timeoutMs`, then ends. What is left waits for the next start. */
  async drain(timeoutMs: number): Promise<void> {
    this.draining = true;
    this.pause.wake();
    this.gathering.wake();
    const timer = setTimeout(() => this.halt(), timeoutMs);
    await this.loop;
    clearTimeout(timer);
  }

  private halt(): void {
    this.halting.abort();
    this.pause.wake();
    this.gathering.wake();
  }

  private async run(): Promise<void> {
    while (!this.halting.signal.aborted) {
      const step = await this.step();
      if (step === "idle" && this.draining) return;
      if (step === "ok") {
        this.backoff.succeeded();
        await this.gather();
      } else await this.pause.wait(step === "idle" ? IDLE_MS : this.backoff.failed());
    }
  }

  /** Lets records come together after a call that took all there was. */
  private async gather(): Promise<void> {
    if (this.draining || this.ports.spool.backlog().records >= GATHERED_RECORDS) return;
    await this.gathering.wait(GATHER_MS);
  }

  private async step(): Promise<SyncOutcome | "idle"> {
    try {
      const replayed = await this.replay.run();
      if (replayed !== null && replayed !== "ok") return replayed;
      const batch = await this.ports.spool.next(this.maxRecords);
      if (batch === null) return "idle";
      return await this.ship(batch.epoch, encodeBatch(this.ports.replica, batch));
    } catch (error) {
      this.ports.logger.error("usage.spool_failed", { error: String(error) });
      return "rejected";
    }
  }

  private ship(epoch: number, batch: EncodedBatch): Promise<SyncOutcome> {
    return this.send(batch, (answer) => this.receive(answer, epoch, batch));
  }

  private async send(
    { body }: EncodedBatch,
    receive: (answer: InternalAnswer) => Promise<SyncOutcome>,
  ): Promise<SyncOutcome> {
    const { client, clock, observer } = this.ports;
    const startedAt = clock.monotonic();
    const answer = await client
      .call({ method: "POST", path: USAGE_PATH, body, timeoutMs: CALL_TIMEOUT_MS, signal: this.halting.signal })
      .catch(() => null);
    const outcome = answer === null ? "unavailable" : await receive(answer);
    observer.called("usage", outcome, clock.monotonic() - startedAt);
    return outcome;
  }

  private async receive(answer: InternalAnswer, epoch: number, sent: EncodedBatch): Promise<SyncOutcome> {
    const highWater = answer.status === 200 ? parseHighWater(answer.text) : null;
    const { first, last } = sent;
    if (highWater === null || highWater < first) return this.reject(answer, epoch, sent, highWater);
    // Never past what was sent: a wrong acknowledgement must not delete records that nobody has.
    const acknowledged = Math.min(highWater, last);
    await this.ports.spool.acknowledge(epoch, acknowledged);
    this.maxRecords = Math.min(MAX_RECORDS, 2 * this.maxRecords);
    this.ports.observer.usageShipped(acknowledged - first + 1);
    return "ok";
  }

  private async reject(
    answer: InternalAnswer,
    epoch: number,
    sent: EncodedBatch,
    highWater: number | null,
  ): Promise<SyncOutcome> {
    const unreadable = unreadableRecord(answer, sent);
    if (unreadable?.kind === "record") return this.setAside({ epoch, sequence: unreadable.sequence }, answer.status);
    if (unreadable !== null) this.maxRecords = Math.max(1, Math.floor(sent.sequences.length / 2));
    this.ports.logger.warn("usage.rejected", { status: answer.status, epoch, first: sent.first, highWater });
    return "rejected";
  }

  private async setAside(name: RecordName, status: number): Promise<SyncOutcome> {
    await this.ports.spool.setAside(name);
    this.replay.postpone();
    this.ports.logger.error("usage.set_aside", { ...name, status });
    return "ok";
  }
}

function parseHighWater(text: string): number | null {
  try {
    const { highWater } = JSON.parse(text) as Partial<UsageAcknowledgementV1>;
    return typeof highWater === "number" && Number.isSafeInteger(highWater) ? highWater : null;
  } catch {
    return null;
  }
}
