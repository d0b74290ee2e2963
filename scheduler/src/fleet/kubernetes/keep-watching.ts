import type { Clock } from "../../kernel/clock.js";
import { Backoff } from "../../kernel/backoff.js";
import type { OpenSession, SessionFault } from "./session.port.js";

export interface WatchSettings {
  /** Delay after a first failure and the longest one. */
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** A session that lived this long was good: the next failure starts from the first delay. */
  readonly stableMs: number;
  /** A session that hears nothing for this long is given up, whatever its sockets say. */
  readonly silenceMs: number;
  /** A new session, thus a new list, this often: what an event lost or a restored server hid is found then. */
  readonly renewMs: number;
}

/** An idle watch reconnects each 30 s and so is heard; twice that and a margin is silence. */
export const WATCH_SETTINGS: WatchSettings = {
  firstDelayMs: 500,
  maxDelayMs: 30_000,
  stableMs: 10_000,
  silenceMs: 75_000,
  renewMs: 300_000,
};

export interface WatchListener<T> {
  told(objects: readonly T[], deleted: number): void;
  /** Whether the server is heard changed; `fault` says why it no longer is. */
  reachable(yes: boolean, fault: SessionFault | null): void;
}

/**
 * Keeps a session open for ever: after each end a new one, with backoff and jitter, not before the time the server asked
 * for. A session is never resumed: each begins with a list, so that nothing depends on what the last one missed.
 */
export class KeptWatch<T> {
  private readonly backoff: Backoff;
  private session: { stop(): void } | null = null;
  private generation = 0;
  private timer: NodeJS.Timeout | null = null;
  private readonly pulse: NodeJS.Timeout;
  private stopped = false;
  private reached = false;
  private openedAt = 0;
  private heardAt = 0;
  private renewAt = 0;

  constructor(
    private readonly open: OpenSession<T>,
    private readonly listener: WatchListener<T>,
    private readonly settings: WatchSettings,
    private readonly clock: Pick<Clock, "monotonic">,
    private readonly random: () => number,
  ) {
    this.backoff = new Backoff({ firstMs: settings.firstDelayMs, maxMs: settings.maxDelayMs, random });
    this.pulse = setInterval(() => this.check(), Math.min(1_000, settings.silenceMs / 4)).unref();
    this.begin();
  }

  /** A new list soon; the present session goes on until then. */
  renew(delayMs: number): void {
    this.renewAt = Math.min(this.renewAt, this.clock.monotonic() + delayMs);
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.pulse);
    if (this.timer !== null) clearTimeout(this.timer);
    this.close();
  }

  private begin(): void {
    if (this.stopped) return;
    this.close();
    this.timer = null;
    const { renewMs } = this.settings;
    const generation = this.generation;
    const mine = (): boolean => !this.stopped && generation === this.generation;
    this.openedAt = this.heardAt = this.clock.monotonic();
    this.renewAt = this.openedAt + renewMs * (0.9 + 0.2 * this.random());
    this.session = this.open({
      heard: () => {
        if (mine()) this.heard();
      },
      told: (objects, deleted) => {
        if (mine()) this.listener.told(objects, deleted);
      },
      ended: (fault) => {
        if (mine()) this.fail(fault);
      },
    });
  }

  private close(): void {
    this.generation += 1;
    this.session?.stop();
    this.session = null;
  }

  private heard(): void {
    this.heardAt = this.clock.monotonic();
    if (this.reached) return;
    this.reached = true;
    this.listener.reachable(true, null);
  }

  private fail(fault: SessionFault): void {
    if (this.clock.monotonic() - this.openedAt >= this.settings.stableMs) this.backoff.succeeded();
    this.close();
    const asked = Math.min(fault.retryAfterSeconds * 1000, this.settings.maxDelayMs);
    const delay = Math.max(asked, this.backoff.failed());
    this.timer = setTimeout(() => this.begin(), delay).unref();
    if (!this.reached) return;
    this.reached = false;
    this.listener.reachable(false, fault);
  }

  private check(): void {
    if (this.session === null) return;
    const now = this.clock.monotonic();
    if (now - this.heardAt > this.settings.silenceMs) this.fail({ reason: "silent", retryAfterSeconds: 0 });
    else if (now >= this.renewAt) this.begin();
  }
}
