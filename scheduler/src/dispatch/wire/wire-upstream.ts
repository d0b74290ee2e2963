import type { SchedulerLimits } from "../../config/scheduler-config.js";
import type { Piece } from "../../kernel/piece.js";
import type { PlacedEndpoint } from "../../kernel/snapshot/compiled-snapshot.js";
import type { Upstream, UpstreamAttempt, UpstreamFault, UpstreamListener } from "../upstream.port.js";
import { ConnectionPool } from "./connection-pool.js";
import { requestBytes } from "./request-bytes.js";
import type { ResponseHead } from "./response-head.js";
import { TimeoutSweep } from "./timeout-sweep.js";
import type { Exchange, UpstreamConnection } from "./upstream-connection.js";

/** Connections to one base URL, and the fixed part of every request's head. */
interface Route {
  readonly pool: ConnectionPool;
  readonly prefix: string;
}

/**
 * One attempt. A kept connection that its server closes before any byte of an answer says nothing about the request: it
 * is sent once more, on a new connection.
 */
class Attempt implements UpstreamAttempt, Exchange {
  private connection: UpstreamConnection | null = null;
  private again = false;

  constructor(
    private readonly pool: ConnectionPool,
    private readonly bytes: readonly Buffer[],
    private readonly listener: UpstreamListener,
  ) {}

  start(): void {
    this.use(this.pool.take());
  }

  pause(): void {
    this.connection?.pause();
  }

  resume(): void {
    this.connection?.resume();
  }

  cancel(): void {
    this.connection?.destroy();
    this.connection = null;
  }

  head(head: ResponseHead): void {
    this.listener.head(head.status, head.contentType);
  }

  data(piece: Piece): boolean {
    return this.listener.data(piece);
  }

  end(): void {
    this.connection = null;
    this.listener.end();
  }

  fault(fault: UpstreamFault): void {
    const { connection } = this;
    this.connection = null;
    const stale = fault.kind === "closed" && connection !== null && connection.uses > 1 && !connection.answered;
    if (!stale || this.again) return this.listener.fault(fault);
    this.again = true;
    this.use(this.pool.open());
  }

  private use(connection: UpstreamConnection | null): void {
    if (connection === null) {
      const fault = { kind: "connect", message: "too many connections" } as const;
      return void setImmediate(() => this.listener.fault(fault));
    }
    this.connection = connection;
    connection.begin(this, this.bytes);
  }
}

/** Pooled keep-alive connections by base URL, with their own reading of HTTP/1.1. */
export const createWireUpstream = (
  limits: Pick<SchedulerLimits, "connectTimeoutMs" | "firstByteTimeoutMs" | "idleTimeoutMs">,
  endpointKey: (variable: string) => string | null,
): Upstream => {
  const timeouts = {
    connectMs: limits.connectTimeoutMs,
    headMs: limits.firstByteTimeoutMs,
    stallMs: limits.idleTimeoutMs,
  };
  const sweep = new TimeoutSweep(timeouts, () => performance.now());
  const routes = new Map<string, Route>();

  const routeTo = ({ endpoint }: PlacedEndpoint): Route => {
    const name = `${endpoint.apiKeyVariable ?? ""} ${endpoint.url}`;
    const known = routes.get(name);
    if (known !== undefined) return known;
    const url = new URL(endpoint.url);
    const secure = url.protocol === "https:";
    const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const key = endpoint.apiKeyVariable === null ? null : endpointKey(endpoint.apiKeyVariable);
    const prefix =
      `POST ${url.pathname.replace(/\/+$/, "")}/v1/chat/completions HTTP/1.1\r\nhost: ${url.host}\r\n` +
      "content-type: application/json\r\naccept: application/json, text/event-stream\r\n" +
      (key === null ? "" : `authorization: Bearer ${key}\r\n`);
    const route = { pool: new ConnectionPool({ secure, host, port }, sweep), prefix };
    routes.set(name, route);
    return route;
  };

  return {
    send(placed, body, headers, listener) {
      const { pool, prefix } = routeTo(placed);
      const attempt = new Attempt(pool, requestBytes(prefix, headers, body), listener);
      attempt.start();
      return attempt;
    },
    keepOnly(urls) {
      for (const [name, { pool }] of routes) {
        if (urls.has(name.slice(name.indexOf(" ") + 1))) continue;
        routes.delete(name);
        pool.retire();
      }
    },
    close() {
      for (const { pool } of routes.values()) pool.destroy();
      sweep.stop();
      return Promise.resolve();
    },
  };
};
