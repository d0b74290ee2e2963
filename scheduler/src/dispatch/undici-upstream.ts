import { Pool } from "undici";
import type { Dispatcher } from "undici";
import type { SchedulerLimits } from "../config/scheduler-config.js";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { Upstream, UpstreamAttempt, UpstreamFault, UpstreamListener } from "./upstream.port.js";

const KINDS: Readonly<Record<string, UpstreamFault["kind"]>> = {
  UND_ERR_CONNECT_TIMEOUT: "connect",
  ECONNREFUSED: "connect",
  EHOSTUNREACH: "connect",
  ENETUNREACH: "connect",
  ENOTFOUND: "connect",
  EAI_AGAIN: "connect",
  UND_ERR_HEADERS_TIMEOUT: "first_byte",
  UND_ERR_BODY_TIMEOUT: "idle",
  UND_ERR_HEADERS_OVERFLOW: "protocol",
};

const faultOf = (error: Error): UpstreamFault => {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const kind = KINDS[code] ?? (code.startsWith("HPE_") ? "protocol" : "closed");
  return { kind, message: code === "" ? error.message : code };
};

const first = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value[0] ?? "") : (value ?? "");

/** Connections to one base URL, and the path below it. */
interface Route {
  readonly pool: Pool;
  readonly path: string;
}

/** One attempt; forwards undici's callbacks until it is cancelled. */
class Attempt implements UpstreamAttempt, Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | null = null;
  private cancelled = false;

  constructor(private readonly listener: UpstreamListener) {}

  pause(): void {
    this.controller?.pause();
  }

  resume(): void {
    this.controller?.resume();
  }

  cancel(): void {
    this.cancelled = true;
    this.controller?.abort(new Error("cancelled"));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.cancelled) controller.abort(new Error("cancelled"));
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (!this.cancelled && status >= 200) this.listener.head(status, first(headers["content-type"]));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.cancelled) this.listener.data(chunk);
  }

  onResponseEnd(): void {
    if (!this.cancelled) this.listener.end();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    if (!this.cancelled) this.listener.fault(faultOf(error));
  }
}

/** Pooled keep-alive connections by origin, through undici's dispatch handlers. */
export const createUndiciUpstream = (
  limits: Pick<SchedulerLimits, "connectTimeoutMs" | "firstByteTimeoutMs" | "idleTimeoutMs">,
  endpointKey: (variable: string) => string | null,
): Upstream => {
  const routes = new Map<string, Route>();
  const routeTo = (base: string): Route => {
    const known = routes.get(base);
    if (known !== undefined) return known;
    const url = new URL(base);
    const pool = new Pool(url.origin, {
      connect: { timeout: limits.connectTimeoutMs, noDelay: true },
      headersTimeout: limits.firstByteTimeoutMs,
      bodyTimeout: limits.idleTimeoutMs,
      keepAliveTimeout: 20_000,
      pipelining: 1,
    });
    const route = { pool, path: `${url.pathname.replace(/\/+$/, "")}/v1/chat/completions` };
    routes.set(base, route);
    return route;
  };

  const authorisation = (placed: PlacedEndpoint): Record<string, string> => {
    const { apiKeyVariable } = placed.endpoint;
    const key = apiKeyVariable === null ? null : endpointKey(apiKeyVariable);
    return key === null ? {} : { authorization: `Bearer ${key}` };
  };

  return {
    send(placed, body, headers, listener) {
      const attempt = new Attempt(listener);
      const { pool, path } = routeTo(placed.endpoint.url);
      pool.dispatch(
        {
          path,
          method: "POST",
          body,
          headers: {
            "content-type": "application/json",
            accept: "application/json, text/event-stream",
            ...headers,
            ...authorisation(placed),
          },
        },
        attempt,
      );
      return attempt;
    },
    keepOnly(urls) {
      for (const [base, { pool }] of routes) {
        if (urls.has(base)) continue;
        routes.delete(base);
        // Ends once its running answers have; a failure to end is theirs to report.
        pool.close().catch(() => undefined);
      }
    },
    async close() {
      await Promise.all([...routes.values()].map(({ pool }) => pool.destroy()));
    },
  };
};
