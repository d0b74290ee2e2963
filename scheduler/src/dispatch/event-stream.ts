import { readEngineUsage } from "../metering/engine-usage.js";
import type { TokenUsage } from "../metering/engine-usage.js";

/** An event longer than this is passed on in pieces: it is neither a usage event nor the end mark. */
const MAX_HELD_BYTES = 1024 * 1024;
const EMPTY = Buffer.alloc(0);
const DONE = /^data:[ ]?\[DONE\]/;
const USAGE_OBJECT = /"usage"\s*:\s*\{/;
const ERROR_DATA = /^data:[ ]?\{\s*"error"\s*:/m;

const CR = 0x0d;

/** End of the last whole event in `buffer`, or 0. Lines end in LF or CRLF. */
const lastBoundary = (buffer: Buffer): number => {
  const lf = buffer.lastIndexOf("\n\n");
  const crlf = buffer.includes(CR) ? buffer.lastIndexOf("\n\r\n") : -1;
  return Math.max(lf === -1 ? 0 : lf + 2, crlf === -1 ? 0 : crlf + 3);
};

/** End of the event that begins at `from`; `hasCr` spares a search that cannot find anything. */
const nextBoundary = (buffer: Buffer, from: number, hasCr: boolean): number => {
  const lf = buffer.indexOf("\n\n", from);
  const crlf = hasCr ? buffer.indexOf("\n\r\n", from) : -1;
  if (lf === -1 && crlf === -1) return buffer.length;
  if (lf === -1) return crlf + 3;
  return crlf === -1 || lf < crlf ? lf + 2 : crlf + 3;
};

/** Marks of events that are looked at one by one; all others pass unread. */
const MARKS = ['"usage"', "[DONE]", '"error"'] as const;

/** Offset of the first event that holds a mark; the length when none does. */
const firstMarked = (bytes: Buffer): number => {
  let first = bytes.length;
  for (const mark of MARKS) {
    const at = bytes.subarray(0, first).indexOf(mark);
    if (at !== -1) first = at;
  }
  return first === bytes.length ? first : lastBoundary(bytes.subarray(0, first));
};

/** JSON of an event of one `data` line; `null` for any other. */
export const eventJson = (event: Buffer): string | null => {
  const match = /^data:[ ]?(\{[^\n]*\})\r?\n\r?\n$/.exec(event.toString("latin1"));
  return match?.[1] ?? null;
};

const parsed = (json: string): Record<string, unknown> | null => {
  try {
    return JSON.parse(Buffer.from(json, "latin1").toString()) as Record<string, unknown>;
  } catch {
    return null;
  }
};

/**
 * Follows an engine's server-sent events without changing them: whole events come out as they went in, except the usage
 * event (a chunk without choices) and the end mark, which are kept until the request's record is on disk.
 */
export class EventStream {
  private tail: Buffer = EMPTY;
  private last: Buffer[] = [];
  /** The engine's latest word on tokens. */
  usage: TokenUsage | null = null;
  usageEvent: Buffer | null = null;
  /** `data` events passed on: about one token each. */
  outputEvents = 0;
  ended = false;
  /** The engine reported an error inside the stream. */
  failed = false;

  /** Bytes to pass on now; empty when no event was completed. */
  push(chunk: Buffer): Buffer {
    const bytes = this.tail.length === 0 ? chunk : Buffer.concat([this.tail, chunk]);
    const end = lastBoundary(bytes);
    this.tail = bytes.subarray(end);
    const whole = end === 0 ? EMPTY : this.events(bytes.subarray(0, end));
    if (this.tail.length <= MAX_HELD_BYTES) return whole;
    const oversized = this.tail;
    this.tail = EMPTY;
    return whole.length === 0 ? oversized : Buffer.concat([whole, oversized]);
  }

  /** The end mark as the engine wrote it, and whatever followed. */
  endMark(): Buffer {
    return Buffer.concat(this.last);
  }

  private events(bytes: Buffer): Buffer {
    const plain = this.ended ? 0 : firstMarked(bytes);
    this.count(bytes.subarray(0, plain));
    if (plain === bytes.length) return bytes;
    const forward: Buffer[] = plain === 0 ? [] : [bytes.subarray(0, plain)];
    const hasCr = bytes.includes(CR);
    for (let from = plain; from < bytes.length;) {
      const to = nextBoundary(bytes, from, hasCr);
      const passed = this.event(bytes.subarray(from, to));
      if (passed !== null) forward.push(passed);
      from = to;
    }
    return forward.length === 1 ? (forward[0] ?? EMPTY) : Buffer.concat(forward);
  }

  private count(bytes: Buffer): void {
    for (let at = bytes.indexOf("data:"); at !== -1; at = bytes.indexOf("data:", at + 5)) this.outputEvents += 1;
  }

  /** The event when it is to be passed on now. */
  private event(event: Buffer): Buffer | null {
    const text = event.toString("latin1");
    if (this.ended || DONE.test(text)) {
      this.ended = true;
      this.last.push(event);
      return null;
    }
    if (ERROR_DATA.test(text)) this.failed = true;
    if (USAGE_OBJECT.test(text) && this.isUsageEvent(event)) {
      const earlier = this.usageEvent;
      this.usageEvent = event;
      return earlier;
    }
    if (text.startsWith("data:")) this.outputEvents += 1;
    return event;
  }

  private isUsageEvent(event: Buffer): boolean {
    const json = eventJson(event);
    const chunk = json === null ? null : parsed(json);
    const usage = readEngineUsage(chunk?.["usage"]);
    if (usage === null) return false;
    this.usage = usage;
    const choices = chunk?.["choices"];
    return Array.isArray(choices) && choices.length === 0;
  }
}
