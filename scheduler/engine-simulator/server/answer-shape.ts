import { hash } from "node:crypto";
import type { GenerationRequest } from "./generation-request.js";

export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly prompt_tokens_details: { readonly cached_tokens: number };
}

export function usageOf(promptTokens: number, outputTokens: number, cachedTokens: number): Usage {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: outputTokens,
    total_tokens: promptTokens + outputTokens,
    prompt_tokens_details: { cached_tokens: cachedTokens },
  };
}

/** One token of one choice, as both wire shapes need it. */
export interface Piece {
  readonly choice: number;
  readonly text: string;
  readonly index: number;
  readonly finishReason: string | null;
}

/** The JSON bodies of one answer, whole or in chunks, in the shape of vLLM's OpenAI server. */
export class AnswerShape {
  private readonly created = Math.floor(Date.now() / 1000);

  constructor(
    private readonly request: GenerationRequest,
    private readonly id: string,
  ) {}

  /** Opens each choice of a chat stream; completions have no such chunk. */
  roleChunk(choice: number): string | null {
    if (this.request.kind === "completion") return null;
    return this.chunk([
      { index: choice, delta: { role: "assistant", content: "" }, logprobs: null, finish_reason: null },
    ]);
  }

  pieceChunk(piece: Piece): string {
    const { choice: index, text, finishReason: finish_reason } = piece;
    const logprobs = this.request.logprobs ? this.logprobs([text]) : null;
    if (this.request.kind === "completion") return this.chunk([{ index, text, logprobs, finish_reason }]);
    const delta = this.request.tool === null ? { content: text } : { tool_calls: [this.toolDelta(piece)] };
    return this.chunk([{ index, delta, logprobs, finish_reason }]);
  }

  usageChunk(usage: Usage): string {
    return JSON.stringify({ ...this.head(true), choices: [], usage });
  }

  whole(choices: readonly { texts: readonly string[]; finishReason: string }[], usage: Usage | null): string {
    const bodies = choices.map(({ texts, finishReason: finish_reason }, index) => {
      const logprobs = this.request.logprobs ? this.logprobs(texts) : null;
      const text = texts.join("");
      if (this.request.kind === "completion") return { index, text, logprobs, finish_reason };
      return { index, message: this.message(text, index), logprobs, finish_reason };
    });
    return JSON.stringify({ ...this.head(false), choices: bodies, ...(usage ? { usage } : {}) });
  }

  private chunk(choices: readonly object[]): string {
    return JSON.stringify({ ...this.head(true), choices });
  }

  private head(streamed: boolean): object {
    const { kind, model } = this.request;
    const object = kind === "completion" ? "text_completion" : streamed ? "chat.completion.chunk" : "chat.completion";
    return { id: this.id, object, created: this.created, model };
  }

  private message(text: string, choice: number): object {
    if (this.request.tool === null) return { role: "assistant", content: text };
    const call = { id: this.callId(choice), type: "function", function: { name: this.request.tool, arguments: text } };
    return { role: "assistant", content: null, tool_calls: [call] };
  }

  /** The first piece names the tool; the following ones only add to its arguments. */
  private toolDelta(piece: Piece): object {
    if (piece.index > 0) return { index: 0, function: { arguments: piece.text } };
    const call = { name: this.request.tool, arguments: piece.text };
    return { index: 0, id: this.callId(piece.choice), type: "function", function: call };
  }

  private callId(choice: number): string {
    return `call_${hash("sha1", `${this.id} ${choice}`).slice(0, 24)}`;
  }

  private logprobs(texts: readonly string[]): object {
    if (this.request.kind === "completion")
      return { tokens: texts, token_logprobs: texts.map(() => -0.1), top_logprobs: null, text_offset: [] };
    return {
      content: texts.map((token) => ({ token, logprob: -0.1, bytes: [...Buffer.from(token)], top_logprobs: [] })),
    };
  }
}
