import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { INFERENCE_ERRORS } from "@socle/contracts";
import type { RefusalCode } from "@socle/contracts";
import type { SchedulerLimits } from "../config/scheduler-config.js";
import type { Clock } from "../kernel/clock.js";
import type { HeldBytes } from "../kernel/held-bytes.js";
import type { HttpRoute } from "../kernel/http-route.port.js";
import { refusal } from "../kernel/refusal.js";
import type { Telemetry } from "../kernel/telemetry.port.js";
import type { Core } from "../request/create-core.js";
import { createPlainChatFront } from "./front/plain-chat-front.js";
import { errorEnvelope } from "./rest/error-envelope.js";

export interface HttpServerParts {
  readonly core: Pick<Core, "submit" | "identify">;
  readonly clock: Clock;
  readonly limits: SchedulerLimits;
  /** Memory of all requests. */
  readonly held: HeldBytes;
  readonly telemetry: Telemetry;
  /** By path; the first that knows it. */
  readonly routes: readonly HttpRoute[];
  /** Everything else. */
  readonly fallback: (path: string) => (request: IncomingMessage, response: ServerResponse) => void;
}

/** The listener, and how it stops without breaking off a request. */
export interface HttpFront {
  readonly server: Server;
  /** Takes no new connection; from now on every answer says that its connection ends with it. */
  drain(): void;
  /** Ends connections on which nothing runs. */
  closeIdle(): void;
  closeAll(): void;
}

const KEEP_ALIVE_MS = 65_000;
/** Bytes of an answer that wait for a caller before the model server is held back. */
const QUEUED_BYTES = 16 * 1024;

const pathOf = ({ url = "/" }: IncomingMessage): string => {
  const path = url.split("?", 1)[0] ?? "/";
  // RFC 9112 §3.2.2: a server takes the absolute form too.
  return path.startsWith("/") ? path : (URL.parse(path)?.pathname ?? path);
};

interface Reason {
  readonly code: RefusalCode;
  readonly status: number;
  readonly text: string;
}

const TIMED_OUT: Reason = { code: "body.timeout", status: 408, text: "The request did not arrive in time." };
const REASONS: Readonly<Record<string, Reason>> = {
  ERR_HTTP_REQUEST_TIMEOUT: TIMED_OUT,
  HPE_HEADER_OVERFLOW: { code: "body.too_large", status: 431, text: "The headers are too large." },
};
const MALFORMED: Reason = { code: "body.malformed", status: 400, text: "This is not an HTTP request." };

/** An answer to what never became a request: it has an id of its own, so that it can be asked about. */
const answerRaw = (socket: Duplex, { code, status, text }: Reason): void => {
  const body = JSON.stringify(errorEnvelope(refusal(code, text), ""));
  socket.end(
    `HTTP/1.1 ${status} ${INFERENCE_ERRORS[code].type}\r\nconnection: close\r\ncontent-type: application/json\r\n` +
      `x-request-id: ${randomUUID()}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  socket.once("finish", () => socket.destroy());
};

const reasonOf = (error: Error): "timeout" | "overflow" | "malformed" => {
  const code = "code" in error ? error.code : "";
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "timeout";
  return code === "HPE_HEADER_OVERFLOW" ? "overflow" : "malformed";
};

const createFullServer = (
  { limits, telemetry, routes, fallback }: HttpServerParts,
  draining: () => boolean,
): Server => {
  const byPath = new Map(routes.map((route) => [route.path, route]));
  const server = createServer(
    {
      maxHeaderSize: limits.maxHeaderBytes,
      headersTimeout: Math.min(limits.headersTimeoutMs, limits.requestTimeoutMs),
      requestTimeout: limits.requestTimeoutMs,
      connectionsCheckingInterval: Math.max(50, Math.min(1_000, limits.headersTimeoutMs / 2)),
      keepAliveTimeout: KEEP_ALIVE_MS,
      highWaterMark: QUEUED_BYTES,
      noDelay: true,
      // Refused below, so that the answer has an id.
      requireHostHeader: false,
    },
    (request, response) => {
      if (request.headers.host === undefined && request.httpVersion === "1.1")
        return answerRaw(request.socket, MALFORMED);
      const path = pathOf(request);
      const route = byPath.get(path);
      if (draining()) response.shouldKeepAlive = false;
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
    const code = "code" in error ? String(error.code) : "";
    if (socket.writable) answerRaw(socket, REASONS[code] ?? MALFORMED);
    else socket.destroy();
  });
  return server;
};

/**
 * The one listener. Plain chat requests are read where they arrive; a connection that sends anything else goes to
 * node:http, as it was received, with its limits on heads and time and its routes by exact path.
 */
export const createHttpServer = (parts: HttpServerParts): HttpFront => {
  const { core, clock, limits, held, telemetry } = parts;
  let draining = false;
  const server = createFullServer(parts, () => draining);
  server.maxConnections = limits.maxConnections;
  server.on("drop", () => telemetry.connectionRefused("overflow"));
  const [parse] = server.listeners("connection");
  server.removeAllListeners("connection");
  const front = createPlainChatFront({
    core,
    clock,
    limits,
    held,
    keepAliveMs: KEEP_ALIVE_MS,
    handOver(socket, bytes) {
      parse?.call(server, socket);
      socket.unshift(bytes);
    },
    timedOut(socket) {
      telemetry.connectionRefused("timeout");
      answerRaw(socket, TIMED_OUT);
    },
  });
  server.on("connection", (socket: Socket) => front.take(socket));
  return {
    server,
    drain() {
      draining = true;
      front.drain();
      // The one of node:http would also close connections that are idle, with a request perhaps on its way.
      if (server.listening) NetServer.prototype.close.call(server);
    },
    closeIdle() {
      front.closeIdle();
      server.closeIdleConnections();
    },
    closeAll() {
      front.closeAll();
      server.closeAllConnections();
    },
  };
};
