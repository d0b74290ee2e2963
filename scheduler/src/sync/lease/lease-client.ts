import { LEASE_PATH } from "@socle/contracts";
import type { LeaseRequestV1, LeaseResponseV1 } from "@socle/contracts";
import type { ActivityMeter } from "../../kernel/activity-meter.js";
import type { Clock } from "../../kernel/clock.js";
import type { LeaseBook, LeaseSupply } from "../../kernel/lease/lease-book.port.js";
import type { Logger } from "../../kernel/logger.port.js";
import type { Spool } from "../../kernel/spool.port.js";
import { Backoff } from "../../kernel/backoff.js";
import type { ControlPlaneClient, InternalAnswer } from "../control-plane-client.js";
import { LeaseWaiters } from "./lease-waiters.js";
import { Pause } from "../pause.js";
import type { SyncObserver, SyncOutcome } from "../sync-observer.port.js";
import type { ShareExchange } from "./share-exchange.js";

export interface LeaseClientPorts {
  readonly replica: string;
  readonly client: ControlPlaneClient;
  readonly book: LeaseBook;
  readonly activity: ActivityMeter;
  readonly exchange: Pick<ShareExchange, "report" | "farewell" | "take" | "hurry">;
  readonly spool: Pick<Spool, "epoch" | "closedEpochs" | "forget">;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly observer: SyncObserver;
  readonly random: () => number;
}

interface OpenCall {
  readonly request: LeaseRequestV1;
  readonly body: string;
  /** Time of the first sending. The control plane repeats the answer it first gave, so expiry counts from here. */
  readonly sentAt: number;
}

const INTERVAL_MS = 1_000;
const CALL_TIMEOUT_MS = 5_000;
/** The call cannot be read, or a later one was answered: sending it again cannot help. */
const HOPELESS = new Set([400, 409, 422]);

/**
 * The replica's side of leases: one call in flight, about one a second, and one at once when admission waits for a
 * block; about one a second carries what replicas tell each other of pools. A call without answer is sent again unchanged,
 * so that nothing is taken or given back twice.
 */
export class LeaseClient implements LeaseSupply {
  private readonly pause = new Pause();
  private readonly waiters = new LeaseWaiters();
  private readonly backoff: Backoff;
  private lastCall = 0;
  private open: OpenCall | null = null;
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly ports: LeaseClientPorts) {
    this.backoff = new Backoff({ firstMs: 50, maxMs: 1_000, random: ports.random });
  }

  start(): void {
    this.loop = this.run();
  }

  refill(timeoutMs: number): Promise<boolean> {
    const waiting = this.waiters.wait(this.lastCall + 1, timeoutMs);
    // A call that is open was drafted before; its answer is followed by one for the waiters.
    if (this.open === null) this.pause.wake();
    return waiting;
  }

  /** Endpoints changed: the other replicas' part in them is asked for at once. */
  endpointsChanged(): void {
    this.ports.exchange.hurry();
    this.pause.wake();
  }

  /**
   * Ends the calls and gives back everything free, places on endpoints too. Makes one attempt at each: the next epoch
   * releases what is left.
   */
  async stop(): Promise<void> {
    this.stopping = true;
    this.pause.wake();
    await this.loop;
    if (this.open !== null) await this.send(this.open);
    if (this.open === null) await this.send(this.draft(true));
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.open ??= this.draft(false);
      const outcome = await this.send(this.open);
      if (outcome === "ok") this.backoff.succeeded();
      if (this.stopping) return;
      await this.pause.wait(outcome === "ok" ? this.restAfterAnswer() : this.backoff.failed());
    }
  }

  private restAfterAnswer(): number {
    return this.waiters.someWaitFor(this.lastCall + 1) ? 0 : INTERVAL_MS;
  }

  private draft(last: boolean): OpenCall {
    const { replica, spool, book, activity, exchange, clock } = this.ports;
    const now = clock.monotonic();
    const { wants, returns } = last ? { wants: [], returns: book.surrender() } : book.draft(now);
    this.lastCall += 1;
    const pools = last ? exchange.farewell() : exchange.report(now);
    const request: LeaseRequestV1 = {
      replica,
      epoch: spool.epoch,
      call: this.lastCall,
      closedEpochs: spool.closedEpochs(),
      wants,
      returns,
      activity: activity.report(now),
      ...(pools === undefined ? {} : { pools }),
    };
    return { request, body: JSON.stringify(request), sentAt: now };
  }

  private async send(call: OpenCall): Promise<SyncOutcome> {
    const { client, clock, observer } = this.ports;
    const startedAt = clock.monotonic();
    const outcome = await client
      .call({ method: "POST", path: LEASE_PATH, body: call.body, timeoutMs: CALL_TIMEOUT_MS })
      .then(
        (answer) => this.receive(call, answer),
        () => "unavailable" as const,
      );
    observer.called("lease", outcome, clock.monotonic() - startedAt);
    return outcome;
  }

  private async receive(call: OpenCall, answer: InternalAnswer): Promise<SyncOutcome> {
    const response = answer.status === 200 ? parseResponse(answer.text, call.request.call) : null;
    if (response === null) {
      this.ports.logger.warn("lease.rejected", { call: call.request.call, status: answer.status });
      if (HOPELESS.has(answer.status)) this.abandon(answer.text);
      return "rejected";
    }
    this.apply(call, response);
    await this.forgetClosed(call.request.closedEpochs);
    return "ok";
  }

  private apply(call: OpenCall, response: LeaseResponseV1): void {
    const { book, activity, exchange, clock } = this.ports;
    this.open = null;
    const monotonicNow = clock.monotonic();
    const { replicas } = response;
    book.apply(response.grants, { sentAt: call.sentAt, monotonicNow, wallNow: clock.wall(), replicas });
    activity.answered(call.request.activity, call.sentAt);
    if (call.request.pools !== undefined) exchange.take(response.pools, replicas ?? 1);
    this.waiters.answered(call.request.call);
  }

  /**
   * Gives up a call that will never be answered. What it gave back stays leased in the control plane until this epoch is
   * closed: unused for a while, never counted twice.
   */
  private abandon(text: string): void {
    this.open = null;
    this.lastCall = Math.max(this.lastCall, readLastCall(text));
  }

  private async forgetClosed(epochs: readonly number[]): Promise<void> {
    if (epochs.length === 0) return;
    // What cannot be forgotten is told again by the next call, which is harmless.
    await this.ports.spool
      .forget(epochs)
      .catch((error: unknown) => this.ports.logger.warn("spool.forget_failed", { error: String(error) }));
  }
}

/** Number of the last call that the control plane answered, where a conflict names it. */
function readLastCall(text: string): number {
  try {
    const { lastCall } = JSON.parse(text) as { readonly lastCall?: unknown };
    return typeof lastCall === "number" && Number.isSafeInteger(lastCall) ? lastCall : 0;
  } catch {
    return 0;
  }
}

function parseResponse(text: string, call: number): LeaseResponseV1 | null {
  try {
    const response = JSON.parse(text) as Partial<LeaseResponseV1>;
    return response.call === call && Array.isArray(response.grants) ? (response as LeaseResponseV1) : null;
  } catch {
    return null;
  }
}
