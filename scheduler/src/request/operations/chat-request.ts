import { scanMembers } from "../../kernel/json-members.js";
import type { JsonMember } from "../../kernel/json-members.js";
import { refusal } from "../../kernel/refusal.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";
import type { Span } from "./operation.js";

/** What a decision needs from a chat body, and where it lies; everything else is the model server's business. */
export interface ChatRequest {
  readonly body: Buffer;
  readonly model: string;
  readonly modelSpan: Span;
  readonly stream: boolean;
  /** The larger of `max_tokens` and `max_completion_tokens`; `null` when the caller gave neither. */
  readonly maxOutputTokens: number | null;
  /** Value of `max_tokens`, null included; `null` when absent. */
  readonly maxTokensSpan: Span | null;
  readonly maxCompletionTokensSpan?: Span | null;
  /** Number of answers to one prompt. */
  readonly n: number;
  /** Value of `stream_options`; `null` when absent. */
  readonly streamOptions: Span | null;
  /** Value of `stream_options.include_usage`; `null` when absent. */
  readonly includeUsageSpan: Span | null;
  readonly includeUsage: boolean;
  /** Value of `messages`; `null` when absent. Only predictions look at it. */
  readonly messagesSpan: Span | null;
  /** Value of `tools`, which chat templates put before the messages; `null` when absent. Only predictions look at it. */
  readonly toolsSpan: Span | null;
  /** Value of `cache_salt`, null included; `null` when absent. */
  readonly cacheSaltSpan: Span | null;
  /** A part that is not text may stand for many more tokens than it has bytes. */
  readonly beyondText: boolean;
}

export type ChatRequestResult =
  { readonly ok: true; readonly request: ChatRequest } | { readonly ok: false; readonly refusal: InferenceRefusal };

const DECISIVE = [
  "model",
  "stream",
  "max_tokens",
  "max_completion_tokens",
  "n",
  "stream_options",
  "cache_salt",
] as const;
type DecisiveName = (typeof DECISIVE)[number];
const WHOLE_NUMBER = /^(?:0|[1-9][0-9]{0,8})$/;
const MODEL_NAME = /^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,199}$/;
const MAX_N = 128;
const BEYOND_TEXT = /"(?:image_url|input_image|input_audio|audio_url|video_url|input_file|file)"/;

class Malformed extends Error {
  constructor(
    message: string,
    readonly param: string | null,
    readonly position: number | null,
  ) {
    super(message);
  }
}

/** Decisive members by name. Two parsers may disagree on which of two equal names counts, so there may be only one. */
const decisiveMembers = (members: readonly JsonMember[]): Map<string, JsonMember> => {
  const found = new Map<string, JsonMember>();
  for (const member of members) {
    if (!DECISIVE.includes(member.key as DecisiveName)) continue;
    if (found.has(member.key)) throw new Malformed(`${member.key} is given twice`, member.key, member.keyStart);
    found.set(member.key, member);
  }
  return found;
};

const membersOf = (text: string, offset: number): readonly JsonMember[] => {
  const result = scanMembers(text);
  if (result.ok) return result.members;
  const position = offset + result.fault.position;
  throw new Malformed(`The body is not valid JSON: ${result.fault.message} at byte ${position}.`, null, position);
};

class Fields {
  constructor(
    private readonly text: string,
    private readonly members: ReadonlyMap<string, JsonMember>,
  ) {}

  /** The member unless it is absent or null. */
  get(name: DecisiveName): JsonMember | null {
    const member = this.members.get(name);
    return member === undefined || this.raw(member) === "null" ? null : member;
  }

  raw(member: JsonMember): string {
    return this.text.slice(member.valueStart, member.valueEnd);
  }

  flag(name: DecisiveName): boolean {
    const member = this.get(name);
    if (member === null) return false;
    const raw = this.raw(member);
    if (raw !== "true" && raw !== "false")
      throw new Malformed(`${name} must be true or false`, name, member.valueStart);
    return raw === "true";
  }

  count(name: DecisiveName, least: number): number | null {
    const member = this.get(name);
    if (member === null) return null;
    const raw = this.raw(member);
    if (WHOLE_NUMBER.test(raw) && Number(raw) >= least) return Number(raw);
    throw new Malformed(`${name} must be a whole number, at least ${least}`, name, member.valueStart);
  }

  model(): { model: string; modelSpan: Span } {
    const member = this.get("model");
    if (member === null) throw new Malformed("model is missing", "model", null);
    const raw = this.raw(member);
    const value: unknown = raw.startsWith('"') ? JSON.parse(Buffer.from(raw, "latin1").toString()) : null;
    if (typeof value !== "string") throw new Malformed("model must be a string", "model", member.valueStart);
    if (!MODEL_NAME.test(value)) throw new Malformed("model is not a model's name", "model", member.valueStart);
    return { model: value, modelSpan: { start: member.valueStart, end: member.valueEnd } };
  }

  /** Where a member's value lies, null included. */
  span(name: DecisiveName): Span | null {
    const member = this.members.get(name);
    return member === undefined ? null : { start: member.valueStart, end: member.valueEnd };
  }

  streamOptions(): Pick<ChatRequest, "streamOptions" | "includeUsage" | "includeUsageSpan"> {
    const streamOptions = this.span("stream_options");
    const member = this.get("stream_options");
    if (member === null) return { streamOptions, includeUsage: false, includeUsageSpan: null };
    const raw = this.raw(member);
    if (!raw.startsWith("{"))
      throw new Malformed("stream_options must be an object", "stream_options", member.valueStart);
    const asked = membersOf(raw, member.valueStart).filter((inner) => inner.key === "include_usage");
    if (asked.length > 1) {
      throw new Malformed("stream_options.include_usage is given twice", "stream_options", member.valueStart);
    }
    if (asked[0] === undefined) return { streamOptions, includeUsage: false, includeUsageSpan: null };
    const value = raw.slice(asked[0].valueStart, asked[0].valueEnd);
    if (!["true", "false", "null"].includes(value)) {
      throw new Malformed("stream_options.include_usage must be true or false", "stream_options", member.valueStart);
    }
    const start = member.valueStart + asked[0].valueStart;
    const includeUsageSpan = { start, end: start + value.length };
    return { streamOptions, includeUsage: value === "true", includeUsageSpan };
  }
}

const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

const parse = (body: Buffer): ChatRequest => {
  const text = body.toString("latin1");
  const members = membersOf(text, 0);
  const fields = new Fields(text, decisiveMembers(members));
  const lastSpan = (name: string): Span | null => {
    const member = members.findLast(({ key }) => key === name);
    return member === undefined ? null : { start: member.valueStart, end: member.valueEnd };
  };
  const n = fields.count("n", 1) ?? 1;
  if (n > MAX_N) throw new Malformed(`n must be at most ${MAX_N}`, "n", null);
  return {
    body,
    ...fields.model(),
    stream: fields.flag("stream"),
    maxOutputTokens: larger(fields.count("max_tokens", 1), fields.count("max_completion_tokens", 1)),
    maxTokensSpan: fields.span("max_tokens"),
    maxCompletionTokensSpan: fields.span("max_completion_tokens"),
    n,
    ...fields.streamOptions(),
    messagesSpan: lastSpan("messages"),
    toolsSpan: lastSpan("tools"),
    cacheSaltSpan: fields.span("cache_salt"),
    beyondText: BEYOND_TEXT.test(text),
  };
};

/**
 * Reads a chat body strictly where a decision depends on it: one meaning for each decisive field whatever parser stands
 * behind, positions in bytes. The body itself is not changed.
 */
export const readChatRequest = (body: Buffer): ChatRequestResult => {
  try {
    return { ok: true, request: parse(body) };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const details = error.position === null ? undefined : { position: error.position };
    return { ok: false, refusal: refusal("body.malformed", error.message, { param: error.param, details }) };
  }
};
