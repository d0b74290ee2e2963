import type { Logger } from "pino";
import { reasonOf } from "../../../platform/database/database-fault.js";
import type { SnapshotFeed } from "../../domain/snapshot-feed.js";
import {
  latestSnapshot,
  PUBLISH_SNAPSHOT,
  publishSnapshot,
  type Publication,
  type PublishPorts,
} from "../../use-cases/publish-snapshot.js";
import { Alarm } from "./alarm.js";
import type { SnapshotMetrics } from "./snapshot-metrics.js";

/** Gathers the writes of one gesture into one snapshot; far below the five seconds a suspension may take. */
const DEBOUNCE_MS = 50;
/** Policy files change without a write, and content grows old: both are looked at from time to time. */
const REPUBLISH_MS = 30_000;
const RETRY_MS = 1000;
/** Clocks of timers and of the day differ a little: at a turn, the new rights hold for certain. */
const AFTER_TURN_MS = 20;

/** Keeps the published snapshot and this replica's feed up to date, one publication at a time. */
export class SnapshotPublisher {
  private readonly alarm = new Alarm();
  private loop: Promise<void> | null = null;
  private policyFault: string | null = null;
  private longestMs = REPUBLISH_MS;

  constructor(
    private readonly ports: PublishPorts,
    private readonly feed: SnapshotFeed,
    private readonly metrics: SnapshotMetrics,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.alarm.ring();
    this.loop ??= this.run();
  }

  async stop(): Promise<void> {
    this.alarm.end();
    await this.loop;
  }

  /** A write was committed on some replica; what another one published only has to be fetched. */
  changed(useCase: string): void {
    if (useCase === PUBLISH_SNAPSHOT) void this.fetch();
    else this.alarm.ring();
  }

  private async run(): Promise<void> {
    while (await this.alarm.rung(this.longestMs, DEBOUNCE_MS)) {
      if (await this.publish()) continue;
      await this.alarm.pause(RETRY_MS);
      this.alarm.ring();
    }
  }

  private async publish(): Promise<boolean> {
    try {
      this.report(await publishSnapshot(this.ports));
      return true;
    } catch (error) {
      this.metrics.failed();
      this.logger.warn({ event: "snapshot.publication_failed", reason: reasonOf(error) });
      return false;
    }
  }

  /** Sleeps until rights turn by their date, when that comes first: they hold from that instant. */
  private report({ snapshot, fresh, policyFault, turnsInMs }: Publication): void {
    this.longestMs = Math.min(REPUBLISH_MS, (turnsInMs ?? Infinity) + AFTER_TURN_MS);
    this.feed.offer(snapshot);
    this.metrics.published(snapshot, fresh, policyFault === null);
    if (fresh) this.logger.info({ event: "snapshot.published", number: snapshot.number });
    if (policyFault !== null && policyFault !== this.policyFault)
      this.logger.error({ event: "snapshot.policies_refused", faults: policyFault });
    this.policyFault = policyFault;
  }

  private async fetch(): Promise<void> {
    try {
      const latest = await latestSnapshot(this.ports);
      if (latest !== null) this.feed.offer(latest);
    } catch {
      // The next publication offers the latest as well.
      this.alarm.ring();
    }
  }
}
