import type { Socket } from "node:net";
import type { SchedulerLimits } from "../../config/scheduler-config.js";
import type { Clock } from "../../kernel/clock.js";
import type { HeldBytes } from "../../kernel/held-bytes.js";
import type { Core } from "../../request/create-core.js";
import { chat } from "../../request/operations/chat.js";
import { decisionRefOf, requestIdOf } from "../rest/request-context.js";
import { PlainConnection } from "./plain-connection.js";
import type { PlainFront } from "./plain-connection.js";

export interface PlainChatParts {
  readonly core: Pick<Core, "submit" | "identify">;
  readonly clock: Clock;
  readonly limits: SchedulerLimits;
  readonly held: HeldBytes;
  readonly keepAliveMs: number;
  readonly handOver: (socket: Socket, bytes: Buffer) => void;
  readonly timedOut: (socket: Socket) => void;
}

/** Connections that the full parser has not been asked about. */
export interface PlainChatFront {
  take(socket: Socket): void;
  /** From now on every answer ends its connection. */
  drain(): void;
  closeIdle(): void;
  closeAll(): void;
}

const tickMs = ({ requestTimeoutMs, callerStallMs }: SchedulerLimits): number =>
  Math.min(1_000, Math.max(10, Math.min(requestTimeoutMs, callerStallMs) / 4));

/** The date, written once a second. */
const httpDate = (clock: Pick<Clock, "wall">): (() => string) => {
  let at = 0;
  let text = "";
  return () => {
    const now = clock.wall();
    if (now - at >= 1_000) {
      at = now - (now % 1_000);
      text = new Date(now).toUTCString();
    }
    return text;
  };
};

/** Reads plain chat requests from sockets and hands everything else over. */
export const createPlainChatFront = (parts: PlainChatParts): PlainChatFront => {
  const { core, clock, limits } = parts;
  const connections = new Set<PlainConnection>();
  const date = httpDate(clock);
  let draining = false;
  let timer: NodeJS.Timeout | null = null;

  const tick = (): void => {
    const now = clock.monotonic();
    for (const connection of connections) connection.check(now);
  };
  const left = (connection: PlainConnection): void => {
    connections.delete(connection);
    if (connections.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
  const front: PlainFront = {
    maxHeaderBytes: limits.maxHeaderBytes,
    maxBodyBytes: chat.maxBodyBytes(limits),
    requestTimeoutMs: limits.requestTimeoutMs,
    keepAliveMs: parts.keepAliveMs,
    callerStallMs: limits.callerStallMs,
    now: () => clock.monotonic(),
    date,
    draining: () => draining,
    open: () => parts.held.open(),
    knows: (authorization) => core.identify(authorization).ok,
    submit: (request, sink) => core.submit(request, sink),
    request: ({ authorization, labels, decisionRef, traceparent, requestId }, body, receivedAt) => ({
      requestId: requestIdOf(requestId),
      authorization,
      labels,
      decisionRef: decisionRefOf(decisionRef),
      traceparent,
      operation: chat,
      contentType: chat.mediaType,
      body,
      receivedAt,
    }),
    handOver: parts.handOver,
    timedOut: parts.timedOut,
    left,
  };
  return {
    take(socket) {
      timer ??= setInterval(tick, tickMs(limits)).unref();
      connections.add(new PlainConnection(front, socket));
    },
    drain: () => void (draining = true),
    closeIdle() {
      for (const connection of connections) if (connection.idle) connection.end();
    },
    closeAll() {
      for (const connection of connections) connection.destroy();
    },
  };
};
