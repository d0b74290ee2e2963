/** What a chat or completion request asks for, whatever its wire shape. */
export interface GenerationRequest {
  readonly kind: "chat" | "completion";
  readonly model: string;
  /** The rendered prompt, in tokens; at least one. */
  readonly prompt: readonly string[];
  readonly choices: number;
  readonly stream: boolean;
  /** A streamed answer ends with a chunk of usage. */
  readonly includeUsage: boolean;
  readonly logprobs: boolean;
  readonly maxTokens: number | null;
  readonly minTokens: number;
  readonly ignoreEnd: boolean;
  readonly stop: readonly string[];
  readonly seed: string;
  /** Keeps the cache entries of one caller apart from others', as vLLM's `cache_salt`. */
  readonly cacheSalt: string;
  /** Tool that must be called, or `null` for text. */
  readonly tool: string | null;
  /** Text that must be written, or `null` for seeded words. */
  readonly fixedText: string | null;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
