import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { GraphQLError } from "graphql";
import type { ExecutionResult } from "graphql";
import { handleProtocols, makeServer } from "graphql-ws";
import type { Context } from "graphql-ws";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import type { CallContext } from "../call-context.js";
import { headerOf } from "./http-call.js";
import type { RouteSettings } from "./operation-handler.js";
import type { GraphqlPorts } from "../ports.js";
import { subscribeTo } from "../operations/subscribe.js";

interface Extra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly gone: AbortController;
}

type SocketContext = Context<Record<string, unknown>, Extra>;

const PING_MS = 12_000;
const CLOSE_UNAUTHENTICATED = 4401;
const CLOSE_GOING_AWAY = 1001;

/** GraphQL over WebSocket, subprotocol `graphql-transport-ws`. */
export class SocketServer {
  private readonly sockets: WebSocketServer;
  private readonly protocol: ReturnType<typeof makeServer<Record<string, unknown>, Extra>>;

  constructor(
    private readonly settings: RouteSettings,
    private readonly ports: GraphqlPorts,
    open: Parameters<typeof subscribeTo>[1],
  ) {
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: settings.maxBodyBytes,
      handleProtocols: (protocols) => handleProtocols(protocols),
    });
    this.protocol = makeServer<Record<string, unknown>, Extra>({
      schema: settings.schema,
      parse: (source) => settings.documents.parse(source),
      validate: settings.documents.validate,
      subscribe: (args) => subscribeTo(args, open) as Promise<AsyncGenerator<ExecutionResult>>,
      onConnect: (context) => this.admit(context),
      context: (context) => ({ ...this.callOf(context) }),
    });
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.sockets.handleUpgrade(request, socket, head, (opened) => this.serve(opened, request));
  }

  close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.close(CLOSE_GOING_AWAY, "Going away");
    return new Promise((resolve) => this.sockets.close(() => resolve()));
  }

  private serve(socket: WebSocket, request: IncomingMessage): void {
    const gone = new AbortController();
    // Each running operation listens; how many there may be is for limits to say.
    setMaxListeners(0, gone.signal);
    const stopPings = keepAlive(socket);
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => send(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) =>
          socket.on("message", (data: Buffer) => void handle(data.toString("utf8")).catch(this.failed(socket))),
      },
      { socket, request, gone },
    );
    // ws closes the connection by itself after an error, such as a message above the limit.
    socket.on("error", () => {});
    socket.once("close", (code, reason) => {
      stopPings();
      gone.abort();
      void closed(code, reason.toString("utf8"));
    });
  }

  private failed(socket: WebSocket): (error: unknown) => void {
    return (error) => {
      // Faults of the query's text are the caller's; graphql-ws leaves them to its host.
      if (!(error instanceof GraphQLError)) this.settings.logger.error("graphql.failed", { error: String(error) });
      socket.close(
        error instanceof GraphQLError ? 4400 : 1011,
        error instanceof GraphQLError ? "Bad request" : "Internal error",
      );
    };
  }

  /** A connection without a valid key is closed at once with the code of its refusal. */
  private admit(context: SocketContext): boolean {
    const identified = this.ports.identify(this.callOf(context).authorization);
    if (!identified.ok) context.extra.socket.close(CLOSE_UNAUTHENTICATED, identified.refusal.code);
    return identified.ok;
  }

  private callOf({ connectionParams, extra }: SocketContext): CallContext {
    const text = (name: string): string | null => {
      const value = connectionParams?.[name];
      return typeof value === "string" ? value : null;
    };
    return {
      requestId: randomUUID(),
      authorization: text("authorization") ?? text("Authorization") ?? headerOf(extra.request, "authorization"),
      labels: text("labels") ?? headerOf(extra.request, "x-socle-labels"),
      traceparent: text("traceparent"),
      receivedAt: this.settings.clock.monotonic(),
      signal: extra.gone.signal,
    };
  }
}

/** Resolves when the bytes are out, so that events wait at their source for a slow reader. */
const send = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    // An error here is followed by the socket's own close, which ends the operation.
    socket.send(text, () => resolve());
  });

/** Ends connections whose other side answers no ping; returns how to stop. */
function keepAlive(socket: WebSocket): () => void {
  let answered = true;
  socket.on("pong", () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS);
  return () => clearInterval(timer);
}
