import type { Typed } from "./answer-objects.js";
import type { EventForm } from "./event-form.js";
import { deltaObjects, parseAnswer } from "./model-server-answer.js";
import type { ModelServerAnswer } from "./model-server-answer.js";

/** Members of a delta that bear text; a stream fills one of them, piece by piece. */
const TEXTS = ["content", "reasoning_content", "reasoning"] as const;
/** Stands for the text of a piece while an event is taken apart; private characters, equal to their own JSON. */
const MARK = "\ue000text\ue001";
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Events taken apart in vain before a stream is only parsed. */
const MAX_IN_VAIN = 3;

/** An event and its form around the text that differs from one event to the next. */
interface Pattern {
  readonly before: string;
  readonly after: string;
  /** The form cut at each place where a selection shows the text. */
  readonly parts: readonly string[];
}

/**
 * Forms of the events of one stream as text. Events that differ only in the text they bring are not parsed: the string
 * as the model server wrote it goes between the same parts. What an event looks like around its text is learned from one
 * that was parsed, and proved by parsing it again with the mark in its place.
 */
export class SplicedEvents implements EventForm<string> {
  private pattern: Pattern | null = null;
  private inVain = 0;

  constructor(
    /** Holds each string of its event as JSON writes it. */
    readonly show: (event: Typed) => string,
  ) {}

  splice(text: string, from = 0, to = text.length): string | null {
    if (this.pattern === null) return null;
    const { before, after, parts } = this.pattern;
    const start = from + before.length;
    const end = to - after.length;
    if (end < start || !text.startsWith(before, from) || !text.startsWith(after, end)) return null;
    const piece = text.slice(start, end);
    if (!isPlain(piece) && !isInsideOfString(piece)) return null;
    this.inVain = 0;
    return parts.length === 2 ? `${parts[0] ?? ""}${piece}${parts[1] ?? ""}` : parts.join(piece);
  }

  learn(json: string, answer: ModelServerAnswer): void {
    if (this.inVain >= MAX_IN_VAIN) return;
    const marked = withMark(answer);
    if (marked === null) return;
    this.inVain += 1;
    const at = json.lastIndexOf(marked.literal);
    const before = json.slice(0, at + 1);
    const after = json.slice(at + marked.literal.length - 1);
    if (at === -1 || JSON.stringify(parseAnswer(before + MARK + after)) !== JSON.stringify(marked.answer)) return;
    const [unmarked, event] = [...deltaObjects(answer), ...deltaObjects(marked.answer)];
    if (unmarked === undefined || event === undefined || this.show(unmarked).includes(MARK)) return;
    this.pattern = { before, after, parts: this.show(event).split(MARK) };
  }
}

/** Nothing in it needs a second look inside a JSON string: its end, an escape, a control character. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === QUOTE || code === BACKSLASH) return false;
  }
  return true;
}

function isInsideOfString(text: string): boolean {
  try {
    JSON.parse(`"${text}"`);
    return true;
  } catch {
    return false;
  }
}

/** The same event with the mark as its text, and that text as JSON; `null` when it brings none, or several choices. */
function withMark(answer: ModelServerAnswer): { literal: string; answer: ModelServerAnswer } | null {
  const [choice, other] = answer.choices ?? [];
  const key = TEXTS.find((name) => choice?.delta?.[name]);
  if (choice === undefined || other !== undefined || key === undefined) return null;
  const choices = [{ ...choice, delta: { ...choice.delta, [key]: MARK } }];
  return { literal: JSON.stringify(choice.delta?.[key]), answer: { ...answer, choices } };
}
