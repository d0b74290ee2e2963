import type { AnswerHead } from "../../../kernel/inference.port.js";
import { refusal } from "../../../kernel/refusal.js";
import type { InferenceRefusal } from "../../../kernel/refusal.js";

interface Choice {
  readonly index?: number;
  readonly finish_reason?: string | null;
  readonly message?: Message;
  readonly delta?: Message;
}

interface Message {
  readonly role?: string;
  readonly content?: string | null;
  readonly reasoning_content?: string | null;
  readonly reasoning?: string | null;
  readonly tool_calls?: unknown;
}

/** OpenAI's answer or one event of it, as far as GraphQL shows it. */
export interface ModelServerAnswer {
  readonly id?: string;
  readonly model?: string;
  readonly choices?: readonly Choice[];
  readonly error?: { readonly message?: unknown };
}

/** `null` when the text is no JSON object. */
export function parseAnswer(text: string): ModelServerAnswer | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

const messageFields = (message: Message | undefined) => ({
  content: message?.content ?? null,
  reasoning: message?.reasoning_content ?? message?.reasoning ?? null,
  toolCalls: message?.tool_calls ?? null,
});

export const choiceObject = (choice: Choice) => ({
  index: choice.index ?? 0,
  message: { role: choice.message?.role ?? "assistant", ...messageFields(choice.message) },
  finishReason: choice.finish_reason ?? null,
});

/** One `ChatDelta` a choice; a whole answer counts as one piece. */
export const deltaObjects = (answer: ModelServerAnswer) =>
  (answer.choices ?? []).map((choice) => ({
    __typename: "ChatDelta",
    index: choice.index ?? 0,
    role: (choice.delta ?? choice.message)?.role ?? null,
    ...messageFields(choice.delta ?? choice.message),
    finishReason: choice.finish_reason ?? null,
  }));

/** What a model server's own error is for a caller; `null` when the answer is none. */
export function answerFault(head: AnswerHead, answer: ModelServerAnswer | null): InferenceRefusal | null {
  if (head.status < 400 && answer !== null && answer.error === undefined) return null;
  const said = typeof answer?.error?.message === "string" ? answer.error.message : null;
  const details = { status: head.status };
  if (head.status >= 400 && head.status < 500)
    return refusal("body.malformed", said ?? "The model server refused the request.", { details });
  return refusal("endpoint.failed", said ?? "The model server gave no answer that can be read.", { details });
}
