import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpRoute } from "../../kernel/http-route.port.js";
import type { Logger } from "../../kernel/logger.port.js";
import type { CallContext } from "./call-context.js";
import type { ChatInput } from "./answers/chat-body.js";
import type { EventForm } from "./answers/event-form.js";
import { DocumentCache } from "./operations/document-cache.js";
import { sendError } from "./transports/http-call.js";
import type { BodyBounds } from "./transports/http-call.js";
import { inferenceSchema } from "./inference-schema.js";
import { operationHandler } from "./transports/operation-handler.js";
import type { GraphqlPorts } from "./ports.js";
import { SocketServer } from "./transports/socket-server.js";
import { streamChat } from "./answers/stream-chat.js";
import { streamHandler } from "./transports/stream-handler.js";

export interface GraphqlIngressSettings extends BodyBounds {
  /** A subscriber that takes nothing for this long is cut off. */
  readonly callerStallMs: number;
  readonly logger: Logger;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The routes of the GraphQL ingress: `/graphql`, also over WebSocket, and `/graphql/stream`. */
export function graphqlIngress(ports: GraphqlPorts, settings: GraphqlIngressSettings): readonly HttpRoute[] {
  const schema = inferenceSchema(ports);
  const route = { ...settings, schema, documents: new DocumentCache(schema), clock: ports.clock };
  const open = <Shown>(input: ChatInput, call: CallContext, form: EventForm<Shown>) =>
    streamChat(ports, input, call, form);
  const sockets = new SocketServer(route, ports, open);
  const guarded = (handler: Handler) => (request: IncomingMessage, response: ServerResponse) =>
    void handler(request, response).catch((error: unknown) => {
      // A caller who leaves in the middle of its body is no fault.
      if (!request.destroyed) settings.logger.error("graphql.failed", { error: String(error) });
      if (!response.destroyed) sendError(response, 500, "Internal error");
    });
  return [
    {
      path: "/graphql",
      handle: guarded(operationHandler(route)),
      upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
      close: () => sockets.close(),
    },
    { path: "/graphql/stream", handle: guarded(streamHandler(route, open)) },
  ];
}
