import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../../../kernel/clock.js";
import type { HeldBytes } from "../../../kernel/held-bytes.js";
import { memoryFull } from "../../../kernel/refusal.js";
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
  const context = requestContext(request, clock.monotonic());
  const { requestId, authorization, labels, decisionRef, traceparent, receivedAt } = context;
  response.setHeader("x-request-id", requestId);
  return { requestId, authorization, labels, decisionRef, traceparent, receivedAt, signal: gone.signal };
}

/** A request that is answered before any operation. */
export interface Fault {
  readonly status: number;
  readonly message: string;
}

/** Bounds of one body, and of the memory for all of them. */
export interface BodyBounds {
  readonly maxBodyBytes: number;
  readonly held: HeldBytes;
}

/** The body as text; a fault when it is too long, or there is no memory for it, and nothing more of it is then read. */
export function readBody(request: IncomingMessage, { maxBodyBytes, held }: BodyBounds): Promise<string | Fault> {
  const holding = held.open();
  return new Promise<string | Fault>((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const stop = (fault: Fault): void => {
      request.off("data", read).pause();
      resolve(fault);
    };
    const read = (piece: Buffer): void => {
      bytes += piece.length;
      if (bytes > maxBodyBytes) return stop({ status: 413, message: `The body is longer than ${maxBodyBytes} bytes.` });
      if (!holding.grow(piece.length)) return stop({ status: 503, message: memoryFull().message });
      pieces.push(piece);
    };
    // Listeners, since an iterator costs as much as the rest of a short request.
    request.on("data", read);
    request.once("end", () => resolve(Buffer.concat(pieces).toString("utf8")));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The caller left before the end of its body.")));
  }).finally(() => holding.release());
}

/** A fault of the request itself, before any operation: the shape that GraphQL over HTTP gives errors. */
export function sendError(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  const headers = { "content-type": "application/json; charset=utf-8", connection: "close" };
  response.writeHead(status, headers).end(JSON.stringify({ errors: [{ message }] }));
}
