import type { Amounts } from "@socle/contracts";
import type { AnswerStream } from "../../dispatch/answer-stream.port.js";
import type { Piece } from "../../kernel/piece.js";
import { readEngineUsage } from "../../cost/engine-usage.js";
import type { OperationUse } from "../../cost/engine-usage.js";

import { annotateUsage } from "../../metering/usage-annotation.js";

/** An event longer than this is passed on in pieces: it is neither a usage event nor the end mark. */
const MAX_HELD_BYTES = 1024 * 1024;
const DONE = /^data:[ ]?\[DONE\]/;
const USAGE_OBJECT = /"usage"\s*:\s*\{/;
const ERROR_DATA = /^data:[ ]?\{\s*"error"\s*:/m;
const USUAL_START = 'data: {"';
const E = 0x65;

/** End of the event that begins at `from`, or -1. Lines end in LF, or in CRLF where `hasCr`. */
const boundary = (text: string, from: number, hasCr: boolean): number => {
  const lf = text.indexOf("\n\n", from);
  const crlf = hasCr ? text.indexOf("\n\r\n", from) : -1;
  if (crlf !== -1 && (lf === -1 || crlf < lf)) return crlf + 3;
  return lf === -1 ? -1 : lf + 2;
};

/** End of the last whole event, or 0. */
const lastBoundary = (text: string, hasCr: boolean): number => {
  if (text.endsWith("\n\n")) return text.length;
  const lf = text.lastIndexOf("\n\n");
  const crlf = hasCr ? text.lastIndexOf("\n\r\n") : -1;
  return Math.max(lf === -1 ? 0 : lf + 2, crlf === -1 ? 0 : crlf + 3);
};

/** JSON of an event of one `data` line, as Latin-1 text; `null` for any other. */
const jsonOf = (event: string): string | null => /^data:[ ]?(\{[^\n]*\})\r?\n\r?\n$/.exec(event)?.[1] ?? null;

const priced = (event: Buffer, cost: Amounts | null): Buffer => {
  const text = event.toString("latin1");
  const json = jsonOf(text);
  return cost === null || json === null
    ? event
    : Buffer.from(
        text.replace(json, () => annotateUsage(json, cost)),
        "latin1",
      );
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
export class EventStream implements AnswerStream {
  private carry: Buffer | null = null;
  private readonly kept: Buffer[] = [];
  /** The engine's latest word on what was used. */
  usage: OperationUse | null = null;
  usageEvent: Buffer | null = null;
  /** `data` events passed on: about one token each. */
  outputEvents = 0;
  ended = false;
  /** The engine reported an error inside the stream. */
  failed = false;

  /** `showsUsage`: the caller asked for the usage event. */
  constructor(private readonly showsUsage = false) {}

  /** Narrows a piece that was read to what may be passed on now; empty when no event was completed. */
  push(piece: Piece): void {
    if (this.carry !== null) piece.prepend(this.carry);
    this.carry = null;
    const { buffer, start, end } = piece;
    const text = buffer.toString("latin1", start, end);
    const hasCr = text.includes("\r");
    const whole = lastBoundary(text, hasCr);
    if (text.length - whole > MAX_HELD_BYTES) return;
    if (whole < text.length) this.carry = Buffer.from(buffer.subarray(start + whole, end));
    piece.end = this.events(piece, text, whole, hasCr);
  }

  /** The usage event for a caller that asked for it, then the end mark as the engine wrote it, and whatever followed. */
  last(cost: Amounts | null): Buffer {
    const { usageEvent, kept } = this;
    return Buffer.concat(!this.showsUsage || usageEvent === null ? kept : [priced(usageEvent, cost), ...kept]);
  }

  /** Moves the events that pass together; returns where they end. */
  private events({ buffer, start }: Piece, text: string, whole: number, hasCr: boolean): number {
    // A long text has many quotes and few of these words, so the word is looked for without its quotes.
    let usageAt = text.indexOf("usage");
    let out = start;
    for (let from = 0; from < whole;) {
      const found = boundary(text, from, hasCr);
      // Blank lines after an event's end overlap with it: they go as they came.
      const to = found === -1 ? whole : found;
      if (usageAt !== -1 && usageAt < from) usageAt = text.indexOf("usage", from);
      const passes = usageAt !== -1 && usageAt < to ? this.marked(text.slice(from, to)) : this.plain(text, from, to);
      if (passes) {
        if (out !== start + from) buffer.copyWithin(out, start + from, start + to);
        out += to - from;
      }
      from = to;
    }
    return out;
  }

  /** An event without usage. */
  private plain(text: string, from: number, to: number): boolean {
    if (!this.ended && text.startsWith(USUAL_START, from) && text.charCodeAt(from + USUAL_START.length) !== E) {
      this.outputEvents += 1;
      return true;
    }
    return this.unusual(text.slice(from, to));
  }

  private unusual(event: string): boolean {
    if (this.ended || DONE.test(event)) {
      this.ended = true;
      this.kept.push(Buffer.from(event, "latin1"));
      return false;
    }
    if (ERROR_DATA.test(event)) this.failed = true;
    if (event.startsWith("data:") || event.includes("\ndata:")) this.outputEvents += 1;
    return true;
  }

  private marked(event: string): boolean {
    if (this.ended || !USAGE_OBJECT.test(event) || !this.isUsageEvent(event)) return this.unusual(event);
    // Of two, the later one counts; the earlier is nothing a caller could use.
    this.usageEvent = Buffer.from(event, "latin1");
    return false;
  }

  private isUsageEvent(event: string): boolean {
    const json = jsonOf(event);
    const chunk = json === null ? null : parsed(json);
    const usage = readEngineUsage(chunk?.["usage"]);
    if (usage === null) return false;
    this.usage = usage;
    const choices = chunk?.["choices"];
    return Array.isArray(choices) && choices.length === 0;
  }
}
