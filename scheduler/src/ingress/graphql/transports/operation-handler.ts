import type { GraphQLSchema } from "graphql";
import { createHandler } from "graphql-http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../../../kernel/clock.js";
import type { Logger } from "../../../kernel/logger.port.js";
import type { CallContext } from "../call-context.js";
import type { DocumentCache } from "../operations/document-cache.js";
import { withoutInternals } from "../operations/without-internals.js";
import { httpCall, readBody, sendError } from "./http-call.js";
import type { BodyBounds } from "./http-call.js";

export interface RouteSettings extends BodyBounds {
  readonly schema: GraphQLSchema;
  readonly documents: DocumentCache;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly callerStallMs: number;
}

/** Queries and mutations, by the GraphQL over HTTP protocol. */
export function operationHandler(settings: RouteSettings) {
  const handler = createHandler<IncomingMessage, CallContext, Record<PropertyKey, unknown>>({
    schema: settings.schema,
    parse: settings.documents.parse,
    validate: settings.documents.validate,
    context: (request) => ({ ...request.context }),
    formatError: (error) => withoutInternals(error, settings.logger),
  });
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = httpCall(request, response, settings.clock);
    const body = await readBody(request, settings);
    if (typeof body !== "string") return sendError(response, body.status, body.message);
    const [text, init] = await handler({
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body,
      raw: request,
      context: call,
    });
    if (!response.destroyed) response.writeHead(init.status, init.statusText, init.headers).end(text ?? undefined);
  };
}
