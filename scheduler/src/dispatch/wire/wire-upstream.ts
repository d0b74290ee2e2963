import { createSecureContext } from "node:tls";
import type { SecureContext } from "node:tls";
import type { EndpointId } from "@socle/contracts";
import type { SchedulerLimits } from "../../config/scheduler-config.js";
import type { Clock } from "../../kernel/clock.js";
import { PUBLIC_TRUST } from "../../kernel/endpoint-trust.js";
import type { EndpointTrust } from "../../kernel/endpoint-trust.js";
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
  /** Path of the base URL. */
  readonly base: string;
  readonly fixed: string;
  /** What was last wrong with the server's certificate; `null` since it answered. */
  distrust: string | null;
}

/** What is believed of certificates. */
export interface WireTrust {
  readonly authorities: EndpointTrust;
  /** A server's certificate is not believed; told once for each cause until it is. */
  readonly onDistrust: (endpointId: EndpointId, cause: string) => void;
}

const publicTrust: WireTrust = { authorities: PUBLIC_TRUST, onDistrust: () => undefined };

/** Codes of OpenSSL and Node for a certificate that is out of date, unknown, or another name's. */
const DISTRUST = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

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
    private readonly distrusted: (cause: string | null) => void,
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
    this.distrusted(null);
    this.listener.head(head.status, head.contentType);
  }

  data(piece: Piece): boolean {
    return this.listener.data(piece);
  }

  end(): void {
    this.connection = null;
    try {
      this.listener.end();
    } catch (error) {
      this.listener.bug(error);
    }
  }

  bug(error: unknown): void {
    this.connection = null;
    this.listener.bug(error);
  }

  fault(fault: UpstreamFault): void {
    const { connection } = this;
    this.connection = null;
    if (fault.kind === "connect" && DISTRUST.test(fault.message)) return this.distrust(fault.message);
    const stale = fault.kind === "closed" && connection !== null && connection.uses > 1 && !connection.answered;
    if (!stale || this.again) return this.failed(fault);
    this.again = true;
    this.use(this.pool.open());
  }

  private distrust(cause: string): void {
    this.distrusted(cause);
    this.failed({ kind: "connect", message: `the model server's certificate is not trusted: ${cause}` });
  }

  private failed(fault: UpstreamFault): void {
    try {
      this.listener.fault(fault);
    } catch (error) {
      this.listener.bug(error);
    }
  }

  private use(connection: UpstreamConnection | null): void {
    if (connection === null) {
      const fault = { kind: "connect", message: "too many connections" } as const;
      return void setImmediate(() => this.failed(fault));
    }
    this.connection = connection;
    connection.begin(this, this.bytes);
  }
}

/** Pooled keep-alive connections by base URL, with their own reading of HTTP/1.1. */
export const createWireUpstream = (
  limits: Pick<SchedulerLimits, "connectTimeoutMs" | "firstByteTimeoutMs" | "idleTimeoutMs">,
  endpointKey: (variable: string) => string | null,
  clock: Pick<Clock, "monotonic">,
  { authorities, onDistrust }: WireTrust = publicTrust,
): Upstream => {
  const timeouts = {
    connectMs: limits.connectTimeoutMs,
    headMs: limits.firstByteTimeoutMs,
    stallMs: limits.idleTimeoutMs,
  };
  const sweep = new TimeoutSweep(timeouts, () => clock.monotonic());
  const routes = new Map<string, Route>();
  /** The same by a snapshot's own objects, so that no request has to spell an address. */
  const known = new Map<PlacedEndpoint["endpoint"], Route>();
  let context: SecureContext | null = null;
  const secureContext = (): SecureContext => (context ??= createSecureContext({ ca: [...authorities] }));

  const newRoute = (endpoint: PlacedEndpoint["endpoint"]): Route => {
    const url = new URL(endpoint.url);
    const secure = url.protocol === "https:" ? secureContext() : null;
    const port = url.port === "" ? (secure !== null ? 443 : 80) : Number(url.port);
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const key = endpoint.apiKeyVariable === null ? null : endpointKey(endpoint.apiKeyVariable);
    const base = url.pathname.replace(/\/+$/, "");
    const fixed =
      ` HTTP/1.1\r\nhost: ${url.host}\r\naccept: application/json, text/event-stream\r\n` +
      (key === null ? "" : `authorization: Bearer ${key}\r\n`);
    return { pool: new ConnectionPool({ secure, host, port }, sweep), base, fixed, distrust: null };
  };

  const routeTo = ({ endpoint }: PlacedEndpoint): Route => {
    const found = known.get(endpoint);
    if (found !== undefined) return found;
    const name = `${endpoint.apiKeyVariable ?? ""} ${endpoint.url}`;
    const route = routes.get(name) ?? newRoute(endpoint);
    routes.set(name, route);
    known.set(endpoint, route);
    return route;
  };

  return {
    send(placed, { path, contentType, parts }, headers, listener) {
      const route = routeTo(placed);
      const distrusted = (cause: string | null): void => {
        if (cause !== null && cause !== route.distrust) onDistrust(placed.endpoint.id, cause);
        route.distrust = cause;
      };
      const prefix = `POST ${route.base}${path}${route.fixed}content-type: ${contentType}\r\n`;
      const bytes = requestBytes(prefix, headers, parts);
      const attempt = new Attempt(route.pool, bytes, listener, distrusted);
      attempt.start();
      return attempt;
    },
    keepOnly(urls) {
      known.clear();
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
