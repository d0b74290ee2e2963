import { SNAPSHOT_PATH } from "@socle/contracts";
import type { Clock } from "../../kernel/clock.js";
import type { Logger } from "../../kernel/logger.port.js";
import { Backoff } from "../../kernel/backoff.js";
import type { ControlPlaneClient, InternalAnswer } from "../control-plane-client.js";
import { Pause } from "../pause.js";
import type { SnapshotIntake } from "./snapshot-intake.js";
import type { SnapshotStore } from "./snapshot-store.js";
import type { SyncObserver, SyncOutcome } from "../sync-observer.port.js";

export interface SnapshotClientPorts {
  readonly client: ControlPlaneClient;
  readonly intake: SnapshotIntake;
  readonly store: SnapshotStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly observer: SyncObserver;
  readonly random: () => number;
}

/** Above the control plane's own 25 s, so that a quiet poll ends there. */
const POLL_TIMEOUT_MS = 40_000;

/**
 * Keeps the current snapshot fresh by long poll, so that a change is here as soon as it is published. Whatever it
 * receives, the snapshot held stays in force until a better one is.
 */
export class SnapshotClient {
  private readonly pause = new Pause();
  private readonly stopping = new AbortController();
  private readonly backoff: Backoff;
  private etag: string | null = null;
  /** Digest of the rules in the stored file, once this process wrote it. */
  private rulesKept: string | null = null;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly ports: SnapshotClientPorts) {
    this.backoff = new Backoff({ firstMs: 100, maxMs: 2_000, random: ports.random });
  }

  /** Takes what is on disk, if anything. Resolves before the first call to the control plane. */
  async restore(): Promise<void> {
    const { store, intake, logger } = this.ports;
    try {
      const rules = await store.read("rules");
      if (rules !== null) intake.takeRulesOf(rules);
      const current = await store.read("current");
      if (current === null) return;
      const outcome = intake.take(current);
      if (outcome.taken) this.etag = `"${outcome.number}"`;
    } catch (error) {
      logger.error("snapshot.store_unreadable", { error: String(error) });
    }
  }

  start(): void {
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.pause.wake();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const outcome = await this.round();
      if (outcome === "ok") this.backoff.succeeded();
      else if (!this.stopping.signal.aborted) await this.pause.wait(this.backoff.failed());
    }
  }

  private async round(): Promise<SyncOutcome> {
    const { client, clock, observer } = this.ports;
    const startedAt = clock.monotonic();
    const outcome = await client
      .call({
        method: "GET",
        path: SNAPSHOT_PATH,
        etag: this.etag,
        timeoutMs: POLL_TIMEOUT_MS,
        signal: this.stopping.signal,
      })
      .then(
        (answer) => this.receive(answer),
        () => "unavailable" as const,
      );
    if (!this.stopping.signal.aborted) observer.called("snapshot", outcome, clock.monotonic() - startedAt);
    return outcome;
  }

  private async receive(answer: InternalAnswer): Promise<SyncOutcome> {
    if (answer.status === 304) return "ok";
    if (answer.status !== 200) return "rejected";
    const intake = this.ports.intake.take(answer.text);
    if (intake.taken) {
      this.etag = answer.etag ?? `"${intake.number}"`;
      await this.keep(answer.text, intake.rules);
      return "ok";
    }
    // Signed, and still not usable: the next one can only be a newer one.
    if (intake.reason === "older" || intake.reason === "policies") this.etag = answer.etag ?? this.etag;
    return "rejected";
  }

  private async keep(text: string, rules: string | null): Promise<void> {
    try {
      await this.ports.store.write("current", text);
      if (rules === null || rules === this.rulesKept) return;
      await this.ports.store.write("rules", text);
      this.rulesKept = rules;
    } catch (error) {
      this.ports.logger.error("snapshot.store_unwritable", { error: String(error) });
    }
  }
}
