import type { TimeoutSweep } from "./timeout-sweep.js";
import { UpstreamConnection } from "./upstream-connection.js";
import type { Origin } from "./upstream-connection.js";

/** Servers of the Python world close idle connections after 5 s; a connection older than this is not tried. */
const REUSE_WITHIN_MS = 4_000;
const MAX_IDLE = 1_024;
const MAX_CONNECTIONS = 16_384;

/** Connections to one server. The one used last is used next, so that those beyond the present need grow old and go. */
export class ConnectionPool {
  private readonly idle: UpstreamConnection[] = [];
  private readonly all = new Set<UpstreamConnection>();
  private closing = false;

  constructor(
    private readonly origin: Origin,
    private readonly sweep: TimeoutSweep,
  ) {}

  /** A kept connection, or a new one; `null` when there are too many. */
  take(): UpstreamConnection | null {
    for (let kept = this.idle.pop(); kept !== undefined; kept = this.idle.pop()) {
      if (kept.usable && this.sweep.now - kept.idleSince < REUSE_WITHIN_MS) return kept;
      kept.destroy();
    }
    return this.open();
  }

  open(): UpstreamConnection | null {
    if (this.all.size >= MAX_CONNECTIONS) return null;
    const connection = new UpstreamConnection(
      this.origin,
      this.sweep,
      (free) => this.keep(free),
      (gone) => this.forget(gone),
    );
    this.all.add(connection);
    return connection;
  }

  /** Keeps nothing from now on; running exchanges finish. */
  retire(): void {
    this.closing = true;
    for (const connection of this.idle.splice(0)) connection.destroy();
  }

  destroy(): void {
    this.closing = true;
    for (const connection of this.all) connection.destroy();
  }

  private keep(connection: UpstreamConnection): void {
    if (this.closing || this.idle.length >= MAX_IDLE) return connection.destroy();
    connection.idleSince = this.sweep.now;
    this.idle.push(connection);
  }

  private forget(connection: UpstreamConnection): void {
    this.sweep.remove(connection);
    this.all.delete(connection);
    const at = this.idle.indexOf(connection);
    if (at !== -1) this.idle.splice(at, 1);
  }
}
