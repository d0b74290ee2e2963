import type { Amounts } from "@socle/contracts";
import type { OperationUse } from "../../cost/engine-usage.js";
import type { UpstreamMessage } from "../../dispatch/upstream.port.js";
import { MOST_HASHED_BYTES } from "../prompt/prompt-blocks.js";
import { readChatRequest } from "./chat-request.js";
import type { ChatRequest } from "./chat-request.js";
import { EventStream } from "./event-stream.js";
import { forwardedBody } from "./forwarded-body.js";
import { usageIn, withCost } from "./json/json-answer.js";
import type { Ask, Forwarding, Operation, PromptBytes } from "./operation.js";

const PATH = "/v1/chat/completions";
const JSON_TYPE = "application/json";

/** What a chat template lays out first: the tools, then the messages; copied together where there are tools. */
const promptOf = ({ body, messagesSpan, toolsSpan }: ChatRequest): PromptBytes => {
  const span = messagesSpan ?? { start: 0, end: 0 };
  const tokenBytes = span.end - span.start + (toolsSpan === null ? 0 : toolsSpan.end - toolsSpan.start);
  if (toolsSpan === null) return { bytes: body, span, tokenBytes };
  const tools = body.subarray(toolsSpan.start, Math.min(toolsSpan.end, toolsSpan.start + MOST_HASHED_BYTES));
  const left = MOST_HASHED_BYTES - tools.length;
  const bytes = Buffer.concat([tools, body.subarray(span.start, Math.min(span.end, span.start + left))]);
  return { bytes, span: { start: 0, end: bytes.length }, tokenBytes };
};

/** A chat request that was read. */
class ChatAsk implements Ask {
  readonly model: string;
  readonly stream: boolean;
  readonly sequences: number;
  readonly maxOutputTokens: number | null;
  readonly textBytes: number;
  readonly beyondText: boolean;
  readonly toolCalls: number;

  constructor(private readonly request: ChatRequest) {
    this.model = request.model;
    this.stream = request.stream;
    this.sequences = request.n;
    this.maxOutputTokens = request.maxOutputTokens;
    this.textBytes = request.body.length;
    this.beyondText = request.beyondText;
    this.toolCalls = request.toolCalls;
  }

  get prompt(): PromptBytes {
    return promptOf(this.request);
  }

  forwarded({ servedName, maxOutputTokens, cacheSalt }: Forwarding): UpstreamMessage {
    const { cacheSaltSpan: span, body } = this.request;
    const written = span === null ? null : body.toString("latin1", span.start, span.end);
    const salt = cacheSalt?.(written === "null" ? null : written) ?? null;
    const parts = forwardedBody(this.request, servedName, maxOutputTokens, salt);
    return { path: PATH, contentType: JSON_TYPE, parts };
  }

  follow(contentType: string): EventStream | null {
    return contentType.startsWith("text/event-stream") ? new EventStream(this.request.includeUsage) : null;
  }

  usageOf(answer: Buffer): OperationUse | null {
    return usageIn(answer);
  }

  priced(answer: Buffer, cost: Amounts): Buffer {
    return withCost(answer, cost);
  }
}

/** OpenAI's chat completions. */
export const chat: Operation = {
  name: "chat",
  method: "POST",
  path: PATH,
  mediaType: JSON_TYPE,
  outputParam: "max_tokens",
  maxBodyBytes: ({ maxBodyBytes }) => maxBodyBytes,
  servedBy: null,
  read(body) {
    const read = readChatRequest(body);
    return read.ok ? { ok: true, ask: new ChatAsk(read.request) } : read;
  },
};
