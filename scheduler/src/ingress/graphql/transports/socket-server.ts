import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { GraphQLError } from "graphql";
import type { ExecutionArgs, ExecutionResult } from "graphql";
import { INFERENCE_ERRORS } from "@socle/contracts";
import { handleProtocols, makeServer } from "graphql-ws";
import type { Context, SubscribePayload } from "graphql-ws";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import type { CallContext } from "../call-context.js";
import { decisionRefOf } from "../../rest/request-context.js";
import { headerOf } from "./http-call.js";
import type { RouteSettings } from "./operation-handler.js";
import type { GraphqlPorts } from "../ports.js";
import { resultWithoutInternals } from "../operations/without-internals.js";
import { subscribeTo } from "../operations/subscribe.js";
import type { FormOf } from "../operations/subscribe.js";

interface Extra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly gone: AbortController;
}

/** graphql-ws writes each message from its object. */
const asResults: FormOf<ExecutionResult> = (result) => ({ show: result });

type SocketContext = Context<Record<string, unknown>, Extra>;

const PING_MS = 12_000;
const CLOSE_UNAUTHENTICATED = 4401;
const CLOSE_GOING_AWAY = 1001;
const CLOSE_INTERNAL = 1011;
const CLOSE_TRY_LATER = 1013;
/** At once on one socket; a server-side application that needs more opens another. */
const MAX_OPERATIONS = 100;

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
      onSubscribe: (context, _id, text) => this.prepare(context, text),
      subscribe: (args) => subscribeTo(args, open, asResults) as Promise<AsyncGenerator<ExecutionResult>>,
      onConnect: (context) => this.admit(context),
      onNext: (_context, _id, _payload, _args, result) => resultWithoutInternals(result, settings.logger),
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
      this.settings.logger.error("graphql.failed", { error: String(error) });
      socket.close(CLOSE_INTERNAL, "Internal error");
    };
  }

  /** A connection without a valid key is closed at once with the code of its refusal. */
  private admit(context: SocketContext): boolean {
    const identified = this.ports.identify(this.callOf(context).authorization);
    if (identified.ok) return true;
    const { code } = identified.refusal;
    const later = INFERENCE_ERRORS[code].status >= 500;
    context.extra.socket.close(later ? CLOSE_TRY_LATER : CLOSE_UNAUTHENTICATED, code);
    return false;
  }

  private prepare(context: SocketContext, text: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
    const running = Object.keys(context.subscriptions).length;
    if (running > MAX_OPERATIONS)
      return [new GraphQLError(`More than ${MAX_OPERATIONS} operations run on this socket.`)];
    const { schema, documents } = this.settings;
    try {
      const document = documents.parse(text.query);
      const errors = documents.validate(schema, document);
      const { operationName, variables: variableValues } = text;
      const contextValue = this.callOf(context);
      return errors.length > 0 ? errors : { schema, document, operationName, variableValues, contextValue };
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
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
      decisionRef: decisionRefOf(text("decisionRef") ?? headerOf(extra.request, "x-decision-ref")),
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
