import type { IncomingMessage, ServerResponse } from "node:http";
import type { ExecutionResult } from "graphql";
import { parseRequestParams } from "graphql-http";
import { SplicedEvents } from "../answers/spliced-events.js";
import type { CallContext } from "../call-context.js";
import { headerOf, httpCall, readBody, sendError } from "./http-call.js";
import type { RouteSettings } from "./operation-handler.js";
import { resultWithoutInternals } from "../operations/without-internals.js";
import { isStream, runOperation } from "../operations/run-operation.js";
import type { OperationText } from "../operations/run-operation.js";
import type { FormOf, Results, Subscribed, subscribeTo } from "../operations/subscribe.js";

const EVENT_STREAM = "text/event-stream";
const PING_MS = 12_000;
/** The head leaves with the first event, unless that one takes longer than this. */
const HEAD_ALONE_AFTER_MS = 100;
const COMPLETE = "event: complete\ndata:\n\n";
const ONE_WRITE_CHARACTERS = 16 * 1024;

/**
 * Subscriptions over server-sent events: GraphQL-SSE's "distinct connections" mode, one request a stream. The next
 * event is asked for when the last one was taken, so a slow reader slows the model server and fills no memory here.
 */
export function streamHandler(settings: RouteSettings, open: Parameters<typeof subscribeTo>[1]) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = httpCall(request, response, settings.clock);
    if (!(headerOf(request, "accept") ?? "").includes(EVENT_STREAM))
      return sendError(response, 406, `This path answers with ${EVENT_STREAM} only.`);
    const body = await readBody(request, settings);
    if (typeof body !== "string") return sendError(response, body.status, body.message);
    const text = await readOperation(request, body);
    if ("status" in text) return sendError(response, text.status, text.message);
    const result = await runOperation(settings.schema, settings.documents, open, text, call, asFrames);
    const shown = isStream(result) ? result : resultWithoutInternals(result, settings.logger);
    await sendEvents(response, shown, call, settings.callerStallMs);
  };
}

async function readOperation(
  request: IncomingMessage,
  body: string,
): Promise<OperationText | { readonly status: number; readonly message: string }> {
  // A query string would put prompts into the logs of every proxy on the way.
  if (request.method !== "POST") return { status: 405, message: "Send the operation by POST." };
  try {
    const { url = "", headers } = request;
    const read = await parseRequestParams({ method: "POST", url, headers, body, raw: request, context: undefined });
    return "query" in read ? read : { status: read[1].status, message: read[1].statusText };
  } catch (error) {
    return { status: 400, message: error instanceof Error ? error.message : "The request cannot be read." };
  }
}

async function sendEvents(
  response: ServerResponse,
  result: Subscribed<string>,
  { signal }: CallContext,
  stallMs: number,
): Promise<void> {
  if (signal.aborted) return void (isStream(result) && (await result.return()));
  response.writeHead(200, { "content-type": `${EVENT_STREAM}; charset=utf-8`, "cache-control": "no-cache" });
  if (!isStream(result)) return void response.end(frame(result) + COMPLETE);
  const greeting = setTimeout(() => response.flushHeaders(), HEAD_ALONE_AFTER_MS);
  const ping = setInterval(() => response.writableNeedDrain || response.write(":\n\n"), PING_MS);
  try {
    for await (const event of result) {
      const text = frames(event, result);
      // The last event and the end leave in one write: each is a call of the kernel.
      if (result.over?.()) return void response.end(text + COMPLETE);
      if (!(await write(response, text, stallMs))) break;
    }
  } finally {
    clearTimeout(greeting);
    clearInterval(ping);
  }
  response.end(COMPLETE);
}

const frame = (result: ExecutionResult | string): string =>
  typeof result === "string" ? result : `event: next\ndata: ${JSON.stringify(result)}\n\n`;

const asFrames: FormOf<string> = (result) => new SplicedEvents((event) => frame(result(event)));

/** An event and those that wait behind it, in one write. */
const frames = (first: ExecutionResult | string, results: Results<ExecutionResult | string>): string => {
  let text = frame(first);
  while (text.length < ONE_WRITE_CHARACTERS) {
    const next = results.ready?.();
    if (next === undefined) return text;
    text += frame(next);
  }
  return text;
};

/**
 * Resolves once more can be written; `false` when nobody reads any more. A reader that takes nothing for `stallMs` is cut
 * off: its answer holds a place at a model server.
 */
function write(response: ServerResponse, text: string, stallMs: number): Promise<boolean> {
  if (response.destroyed) return Promise.resolve(false);
  if (response.write(text)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const stalled = setTimeout(() => response.destroy(), stallMs);
    const settle = (open: boolean) => (): void => {
      clearTimeout(stalled);
      response.off("drain", onDrain).off("close", onClose);
      resolve(open);
    };
    const onDrain = settle(true);
    const onClose = settle(false);
    response.once("drain", onDrain).once("close", onClose);
  });
}
