import type { InferenceRefusal } from "../../kernel/refusal.js";
import { Malformed, readStrictly, StrictMembers } from "./json/strict-members.js";
import type { Span } from "./operation.js";
import { toolCallsOf } from "./tool-calls.js";

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
  /** Tool calls that it comes to: those of its conversation, and one more where it offers tools. */
  readonly toolCalls: number;
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
const MAX_N = 128;
const BEYOND_TEXT = /"(?:image_url|input_image|input_audio|audio_url|video_url|input_file|file)"/;

const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

const parse = (body: Buffer): ChatRequest => {
  const text = body.toString("latin1");
  const members = new StrictMembers(text, DECISIVE);
  const n = members.count("n", 1) ?? 1;
  if (n > MAX_N) throw new Malformed(`n must be at most ${MAX_N}`, "n", null);
  const model = members.model("model");
  const stream = members.flag("stream");
  const maxOutputTokens = larger(members.count("max_tokens", 1), members.count("max_completion_tokens", 1));
  const includeUsage = members.innerFlag("stream_options", "include_usage");
  return {
    body,
    ...model,
    stream,
    maxOutputTokens,
    maxTokensSpan: members.span("max_tokens"),
    maxCompletionTokensSpan: members.span("max_completion_tokens"),
    n,
    streamOptions: members.span("stream_options"),
    includeUsageSpan: includeUsage?.span ?? null,
    includeUsage: includeUsage?.value ?? false,
    messagesSpan: members.lastSpan("messages"),
    toolsSpan: members.lastSpan("tools"),
    cacheSaltSpan: members.span("cache_salt"),
    beyondText: BEYOND_TEXT.test(text),
    toolCalls: toolCallsOf(body, text, members),
  };
};

/** Reads a chat body strictly where a decision depends on it. The body itself is not changed. */
export const readChatRequest = (body: Buffer): ChatRequestResult => {
  const result = readStrictly(() => parse(body));
  return result.ok ? { ok: true, request: result.read } : result;
};
