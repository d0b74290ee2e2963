import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { INFERENCE_ERRORS } from "@socle/contracts";
import type { RefusalCode } from "@socle/contracts";
import type { SchedulerLimits } from "../config/scheduler-config.js";
import type { HttpRoute } from "../kernel/http-route.port.js";
import { refusal } from "../kernel/refusal.js";
import type { Telemetry } from "../kernel/telemetry.port.js";
import { errorEnvelope } from "./rest/error-envelope.js";

export interface HttpServerParts {
  readonly limits: SchedulerLimits;
  readonly telemetry: Telemetry;
  /** By path; the first that knows it. */
  readonly routes: readonly HttpRoute[];
  /** Everything else. */
  readonly fallback: (path: string) => (request: IncomingMessage, response: ServerResponse) => void;
}

const pathOf = (request: IncomingMessage): string => (request.url ?? "/").split("?", 1)[0] ?? "/";

const REASONS: Readonly<
  Record<string, { readonly code: RefusalCode; readonly status: number; readonly text: string }>
> = {
  ERR_HTTP_REQUEST_TIMEOUT: { code: "body.timeout", status: 408, text: "The request did not arrive in time." },
  HPE_HEADER_OVERFLOW: { code: "body.too_large", status: 431, text: "The headers are too large." },
};
const MALFORMED = { code: "body.malformed", status: 400, text: "This is not an HTTP request." } as const;

const answerRaw = (socket: Duplex, error: Error): void => {
  const known = "code" in error ? REASONS[String(error.code)] : undefined;
  const { code, status, text } = known ?? MALFORMED;
  const body = JSON.stringify(errorEnvelope(refusal(code, text), ""));
  socket.end(
    `HTTP/1.1 ${status} ${INFERENCE_ERRORS[code].type}\r\nconnection: close\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  socket.once("finish", () => socket.destroy());
};

const reasonOf = (error: Error): "timeout" | "overflow" | "malformed" => {
  const code = "code" in error ? error.code : "";
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "timeout";
  return code === "HPE_HEADER_OVERFLOW" ? "overflow" : "malformed";
};

/** The one listener: limits on heads and time, routes by exact path. */
export const createHttpServer = ({ limits, telemetry, routes, fallback }: HttpServerParts): Server => {
  const byPath = new Map(routes.map((route) => [route.path, route]));
  const server = createServer(
    {
      maxHeaderSize: limits.maxHeaderBytes,
      headersTimeout: Math.min(limits.headersTimeoutMs, limits.requestTimeoutMs),
      requestTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: Math.max(50, Math.min(1_000, limits.headersTimeoutMs / 2)),
      keepAliveTimeout: 65_000,
      noDelay: true,
      requireHostHeader: true,
    },
    (request, response) => {
      const path = pathOf(request);
      const route = byPath.get(path);
      if (route !== undefined) route.handle(request, response);
      else fallback(path)(request, response);
    },
  );
  server.maxHeadersCount = 100;
  server.on("upgrade", (request, socket, head) => {
    const upgrade = byPath.get(pathOf(request))?.upgrade;
    if (upgrade === undefined) socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    else upgrade(request, socket, head);
  });
  server.on("clientError", (error, socket) => {
    telemetry.connectionRefused(reasonOf(error));
    if (socket.writable) answerRaw(socket, error);
    else socket.destroy();
  });
  return server;
};
