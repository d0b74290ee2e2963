/** How the end of a body is known. */
export type Framing =
  | { readonly kind: "chunked" }
  | { readonly kind: "length"; readonly bytes: number }
  /** Until the connection closes. */
  | { readonly kind: "open" };

/** What matters of a response's head. */
export interface ResponseHead {
  readonly status: number;
  readonly contentType: string;
  readonly framing: Framing;
  /** The connection can carry another request after the body. */
  readonly keepAlive: boolean;
}

const STATUS_LINE = /HTTP\/1\.([01]) ([1-9][0-9]{2})(?: [\t\x20-\x7e\x80-\xff]*)?\r\n/y;
/** No space before the colon, no folded line, no control character: whatever two parsers could read differently. */
const FIELD = /([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)\r\n/y;
const LENGTH = /^[0-9]{1,15}$/;

interface Fields {
  contentType: string;
  length: string | null;
  transfer: string | null;
  connection: string;
}

const bodyless = (status: number): boolean => status < 200 || status === 204 || status === 304;

const take = (fields: Fields, name: string, value: string): boolean => {
  switch (name) {
    case "content-type":
      fields.contentType = value;
      return true;
    case "content-length":
      if (!LENGTH.test(value) || (fields.length !== null && Number(fields.length) !== Number(value))) return false;
      fields.length = value;
      return true;
    case "transfer-encoding":
      if (fields.transfer !== null || value.toLowerCase() !== "chunked") return false;
      fields.transfer = value;
      return true;
    case "connection":
      fields.connection += `,${value.toLowerCase()}`;
      return true;
    default:
      return true;
  }
};

const framingOf = ({ transfer, length }: Fields, status: number): Framing => {
  if (bodyless(status)) return { kind: "length", bytes: 0 };
  if (transfer !== null) return { kind: "chunked" };
  return length === null ? { kind: "open" } : { kind: "length", bytes: Number(length) };
};

/**
 * Reads a head up to and with the line break of its last field (RFC 9112). `null` when it is not exactly one: a length
 * beside a transfer encoding, lengths that differ, an encoding other than `chunked`, folded lines.
 */
export const readResponseHead = (head: string): ResponseHead | null => {
  STATUS_LINE.lastIndex = 0;
  const line = STATUS_LINE.exec(head);
  if (line === null) return null;
  const status = Number(line[2]);
  const fields: Fields = { contentType: "", length: null, transfer: null, connection: "" };
  for (let at = line[0].length; at < head.length;) {
    FIELD.lastIndex = at;
    const field = FIELD.exec(head);
    if (field === null || !take(fields, (field[1] ?? "").toLowerCase(), (field[2] ?? "").trimEnd())) return null;
    at = FIELD.lastIndex;
  }
  if (fields.transfer !== null && (fields.length !== null || line[1] === "0")) return null;
  const framing = framingOf(fields, status);
  const said = fields.connection.split(",").map((word) => word.trim());
  const keepAlive =
    framing.kind !== "open" && !said.includes("close") && (line[1] === "1" || said.includes("keep-alive"));
  return { status, contentType: fields.contentType, framing, keepAlive };
};
