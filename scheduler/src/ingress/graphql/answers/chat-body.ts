/** `ChatInput` of the schema, as graphql-js hands it over. */
export interface ChatInput {
  readonly model: string;
  readonly messages: readonly ChatMessageInput[];
  readonly maxTokens?: number | null;
  readonly temperature?: number | null;
  readonly topP?: number | null;
  readonly stop?: readonly string[] | null;
  readonly n?: number | null;
  readonly seed?: number | null;
  readonly tools?: unknown;
  readonly toolChoice?: unknown;
  readonly responseFormat?: unknown;
  readonly labels?: readonly string[] | null;
}

interface ChatMessageInput {
  readonly role: string;
  readonly content?: string | null;
  readonly parts?: readonly ContentPartInput[] | null;
  readonly name?: string | null;
  readonly toolCalls?: unknown;
  readonly toolCallId?: string | null;
}

interface ContentPartInput {
  readonly text?: string;
  readonly imageUrl?: string;
  readonly other?: unknown;
}

/** The OpenAI body that says the same; what the caller left out is left out. */
export function chatBody(input: ChatInput, stream: boolean): Buffer {
  const body = {
    model: input.model,
    messages: input.messages.map(messageOf),
    max_tokens: input.maxTokens ?? undefined,
    temperature: input.temperature ?? undefined,
    top_p: input.topP ?? undefined,
    stop: input.stop ?? undefined,
    n: input.n ?? undefined,
    seed: input.seed ?? undefined,
    tools: input.tools ?? undefined,
    tool_choice: input.toolChoice ?? undefined,
    response_format: input.responseFormat ?? undefined,
    ...(stream ? { stream, stream_options: { include_usage: true } } : {}),
  };
  return Buffer.from(JSON.stringify(body));
}

/** The header that adds these labels to those of `header`; `null` when there are none at all. */
export function labelsHeader(input: ChatInput, header: string | null): string | null {
  const added = (input.labels ?? []).map((label) => label.toLowerCase());
  const words = header === null || header.trim() === "" ? added : [header, ...added];
  return words.length === 0 ? null : words.join(",");
}

function messageOf(message: ChatMessageInput): Record<string, unknown> {
  return {
    role: message.role.toLowerCase(),
    content: contentOf(message),
    name: message.name ?? undefined,
    tool_calls: message.toolCalls ?? undefined,
    tool_call_id: message.toolCallId ?? undefined,
  };
}

function contentOf({ content, parts }: ChatMessageInput): unknown {
  if (!parts || parts.length === 0) return content ?? null;
  const before = content ? [{ type: "text", text: content }] : [];
  return [...before, ...parts.map(partOf)];
}

function partOf({ text, imageUrl, other }: ContentPartInput): unknown {
  if (text !== undefined) return { type: "text", text };
  return imageUrl === undefined ? other : { type: "image_url", image_url: { url: imageUrl } };
}
