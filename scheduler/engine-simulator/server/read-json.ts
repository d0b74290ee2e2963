import type { IncomingMessage } from "node:http";
import { badRequest, RequestError } from "./request-error.js";

const MAX_BYTES = 32 * 1024 * 1024;

/** Reads a JSON body; refuses what is too large or is not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MAX_BYTES) throw new RequestError(413, "RequestEntityTooLarge", "body too large");
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8")) as unknown;
  } catch (cause) {
    throw badRequest(`the body is not JSON: ${cause instanceof Error ? cause.message : "unreadable"}`);
  }
}
