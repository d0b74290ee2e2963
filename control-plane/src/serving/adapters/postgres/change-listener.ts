import pg from "pg";
import type { Logger } from "pino";
import { reasonOf } from "../../../platform/database/database-fault.js";
import { CHANGE_CHANNEL } from "../../../platform/database/pg-transactions.js";

const FIRST_DELAY_MS = 100;
const LAST_DELAY_MS = 5000;

export interface ChangeHandlers {
  /** A write was committed by this use case, on any replica. */
  readonly changed: (useCase: string) => void;
  /** Listening again, after a time in which anything may have been missed. */
  readonly resumed: () => void;
}

/** Hears of every committed write; when its connection is lost it comes back, waiting longer each time. */
export class ChangeListener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private delay = FIRST_DELAY_MS;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly handlers: ChangeHandlers,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "socle-snapshot-publisher",
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    });
    this.client = client;
    client.on("error", (error) => this.lost(client, error));
    client.on("end", () => this.lost(client, new Error("the server ended the connection")));
    client.on("notification", ({ payload }) => this.handlers.changed(payload ?? ""));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANGE_CHANNEL}`);
      this.delay = FIRST_DELAY_MS;
      this.handlers.resumed();
    } catch (error) {
      this.lost(client, error);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  /** Called once or more for a connection; only the first time counts. */
  private lost(client: pg.Client, error: unknown): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    this.logger.warn({ event: "snapshot.listener_lost", retryInMs: this.delay, reason: reasonOf(error) });
    this.timer = setTimeout(() => void this.start(), this.delay);
    this.delay = Math.min(this.delay * 2, LAST_DELAY_MS);
  }
}
