import { chat } from "../../request/operations/chat.js";

/** A chat request's head in the one form that is read here. */
export interface PlainHead {
  readonly authorization: string | null;
  readonly requestId: string | null;
  readonly labels: string | null;
  readonly decisionRef: string | null;
  readonly traceparent: string | null;
  readonly bodyBytes: number;
}

const REQUEST_LINE = `${chat.method} ${chat.path} HTTP/1.1\r\n`;
const FIELD = /([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e]*)\r\n/y;
const LENGTH = /^[0-9]{1,10}$/;
const JSON_TYPE = /^application\/json[ \t]*(?:;|$)/i;
const MAX_FIELDS = 64;

/** What changes how a message is framed or who speaks next: only a full parser decides on these. */
const LEFT_TO_FULL_PARSER: ReadonlySet<string> = new Set([
  "transfer-encoding",
  "te",
  "trailer",
  "expect",
  "upgrade",
  "content-encoding",
  "http2-settings",
  "proxy-connection",
  "keep-alive",
]);

/**
 * Reads a head, from its first byte up to and with the line break of its last field. `null` unless it is a plain chat
 * request that no two parsers could read differently: every field name once, one length, a host, nothing that bears on
 * framing. Whatever else it is goes to the full parser, so this never refuses anything itself.
 */
export const readPlainHead = (head: string): PlainHead | null => {
  if (!head.startsWith(REQUEST_LINE)) return null;
  const fields = new Map<string, string>();
  for (let at = REQUEST_LINE.length; at < head.length;) {
    FIELD.lastIndex = at;
    const field = FIELD.exec(head);
    if (field === null) return null;
    const name = (field[1] ?? "").toLowerCase();
    if (fields.has(name) || LEFT_TO_FULL_PARSER.has(name) || fields.size === MAX_FIELDS) return null;
    fields.set(name, (field[2] ?? "").trim());
    at = FIELD.lastIndex;
  }
  const length = fields.get("content-length") ?? "";
  const host = fields.get("host") ?? "";
  if (host === "" || !LENGTH.test(length) || !JSON_TYPE.test(fields.get("content-type") ?? "")) return null;
  const connection = fields.get("connection");
  if (connection !== undefined && connection.toLowerCase() !== "keep-alive") return null;
  return {
    authorization: fields.get("authorization") ?? null,
    requestId: fields.get("x-request-id") ?? null,
    labels: fields.get("x-socle-labels") ?? null,
    decisionRef: fields.get("x-decision-ref") ?? null,
    traceparent: fields.get("traceparent") ?? null,
    bodyBytes: Number(length),
  };
};
