import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../../../kernel/clock.js";
import { requestContext } from "../../rest/request-context.js";
import type { CallContext } from "../call-context.js";

export const headerOf = (request: IncomingMessage, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
};

/** Reads a call's context from its headers; its signal fires when the connection goes before the answer's end. */
export function httpCall(request: IncomingMessage, response: ServerResponse, clock: Clock): CallContext {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const { requestId, authorization, labels, traceparent, receivedAt } = requestContext(request, clock.monotonic());
  response.setHeader("x-request-id", requestId);
  return { requestId, authorization, labels, traceparent, receivedAt, signal: gone.signal };
}

/** The body as text; `null` when it is longer than `maxBytes`, of which nothing more is then read. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > maxBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** A fault of the request itself, before any operation: the shape that GraphQL over HTTP gives errors. */
export function sendError(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  const headers = { "content-type": "application/json; charset=utf-8", connection: "close" };
  response.writeHead(status, headers).end(JSON.stringify({ errors: [{ message }] }));
}
