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
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const read = (piece: Buffer): void => {
      bytes += piece.length;
      if (bytes <= maxBytes) return void pieces.push(piece);
      request.off("data", read).pause();
      resolve(null);
    };
    // Listeners, since an iterator costs as much as the rest of a short request.
    request.on("data", read);
    request.once("end", () => resolve(Buffer.concat(pieces).toString("utf8")));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The caller left before the end of its body.")));
  });
}

/** A fault of the request itself, before any operation: the shape that GraphQL over HTTP gives errors. */
export function sendError(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  const headers = { "content-type": "application/json; charset=utf-8", connection: "close" };
  response.writeHead(status, headers).end(JSON.stringify({ errors: [{ message }] }));
}
