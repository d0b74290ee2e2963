import { Mistral } from "@mistralai/mistralai";
import OpenAI from "openai";

/** What a caller sees of one answer. */
export interface Answer {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly microEuros: number;
  readonly firstTokenMs: number;
  /** How long it waited at the scheduler before it was dispatched, as the answer's head says; NaN when that is not read. */
  readonly queueMs: number;
  readonly decisionId: string;
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export type Outcome = { readonly answer: Answer } | { readonly refusal: Refusal };

/** One application's client: official SDK, its own key, no retry of its own. */
export interface Caller {
  readonly sdk: string;
  call(prompt: string, maxTokens: number): Promise<Outcome>;
}

interface SeenUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  /** Euros; what Socle adds to the usage object. */
  readonly cost?: number;
}

interface Target {
  readonly url: string;
  readonly key: string;
  readonly model: string;
}

/** Applications that prepare decisions name them; one decision will do here. */
const DECISION = { "x-decision-ref": "ESSAI-2026-1" };
/** vLLM's field to write on to the limit: unknown to OpenAI, passed through to the model server. */
const TO_THE_LIMIT = { ignore_eos: true };

export function openAiCaller(target: Target, stream: boolean): Caller {
  const client = new OpenAI({
    baseURL: `${target.url}/v1`,
    apiKey: target.key,
    defaultHeaders: DECISION,
    maxRetries: 0,
    timeout: 60_000,
  });
  const call = async (content: string, maxTokens: number): Promise<Answer> => {
    const start = performance.now();
    const body = {
      model: target.model,
      messages: [{ role: "user" as const, content }],
      max_tokens: maxTokens,
      ...TO_THE_LIMIT,
    };
    if (!stream) {
      const { data, response } = await client.chat.completions.create(body).withResponse();
      return answerOf(data.usage, performance.now() - start, response.headers);
    }
    let usage: SeenUsage | null = null;
    let firstTokenMs = NaN;
    const { data: chunks, response } = await client.chat.completions
      .create({ ...body, stream: true, stream_options: { include_usage: true } })
      .withResponse();
    for await (const chunk of chunks) {
      if (Number.isNaN(firstTokenMs)) firstTokenMs = performance.now() - start;
      if (chunk.usage) usage = chunk.usage;
    }
    return answerOf(usage, firstTokenMs, response.headers);
  };
  return {
    sdk: stream ? "openai, stream" : "openai",
    call: (prompt, maxTokens) => settled(() => call(prompt, maxTokens)),
  };
}

/**
 * Mistral's SDK knows no `stream_options` and drops fields it does not know: whole answers for the tokens charged, and
 * an answer's natural length.
 */
export function mistralCaller(target: Target): Caller {
  const client = new Mistral({ serverURL: target.url, apiKey: target.key, retryConfig: { strategy: "none" } });
  const call = async (content: string, maxTokens: number): Promise<Answer> => {
    const start = performance.now();
    const { usage: seen } = await client.chat.complete({
      model: target.model,
      messages: [{ role: "user", content }],
      maxTokens,
    });
    const { promptTokens = 0, completionTokens = 0, additionalProperties = {} } = seen;
    const usage = {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      cost: Number(additionalProperties["cost"]),
    };
    return answerOf(usage, performance.now() - start);
  };
  return { sdk: "mistralai", call: (prompt, maxTokens) => settled(() => call(prompt, maxTokens)) };
}

/** Streams through Mistral's SDK and counts pieces of content: one a token, as the engine simulator sends them. */
export async function mistralStream(target: Target, content: string, maxTokens: number): Promise<number> {
  const client = new Mistral({ serverURL: target.url, apiKey: target.key, retryConfig: { strategy: "none" } });
  let pieces = 0;
  const events = await client.chat.stream({ model: target.model, messages: [{ role: "user", content }], maxTokens });
  for await (const { data } of events) pieces += data.choices.filter((choice) => choice.delta.content).length;
  return pieces;
}

function answerOf(usage: SeenUsage | null | undefined, firstTokenMs: number, head = new Headers()): Answer {
  if (!usage) throw new Error("the answer told no usage");
  return {
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens,
    microEuros: Math.round((usage.cost ?? NaN) * 1_000_000),
    firstTokenMs,
    queueMs: Number(/queue=([\d.]+)/.exec(head.get("x-socle-overhead-ms") ?? "")?.[1] ?? NaN),
    decisionId: head.get("x-socle-decision") ?? "",
  };
}

async function settled(call: () => Promise<Answer>): Promise<Outcome> {
  try {
    return { answer: await call() };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { refusal };
  }
}

/** Both SDKs throw an error with the status; the envelope is parsed by one and text in the other. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof OpenAI.APIError && error.status !== undefined)
    return { status: error.status as number, code: error.code ?? "", message: error.message };
  const { statusCode, body } = error as { statusCode?: number; body?: string };
  if (statusCode === undefined || body === undefined) return null;
  const envelope = JSON.parse(body) as { error?: { code?: string; message?: string } };
  return { status: statusCode, code: envelope.error?.code ?? "", message: envelope.error?.message ?? "" };
}
