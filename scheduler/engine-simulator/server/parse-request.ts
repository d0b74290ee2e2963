import { jsonSample } from "../text/json-sample.js";
import { tokenise } from "../text/tokeniser.js";
import { isJsonObject, type GenerationRequest, type JsonObject } from "./generation-request.js";
import { badRequest } from "./request-error.js";

/** Reads `POST /v1/chat/completions`; fields it does not know are ignored, as vLLM does. */
export function parseChat(body: JsonObject): GenerationRequest {
  const tool = forcedTool(body);
  return {
    ...commonFields(body, "chat"),
    prompt: tokenise(renderChat(body)),
    maxTokens: integer(body, "max_completion_tokens", 1) ?? integer(body, "max_tokens", 1),
    logprobs: body.logprobs === true,
    tool: tool?.name ?? null,
    fixedText: tool ? JSON.stringify(jsonSample(tool.parameters)) : formatText(body.response_format),
  };
}

/** Reads `POST /v1/completions`. `suffix` is accepted and counts as prompt; `echo` and lists of prompts are not. */
export function parseCompletion(body: JsonObject): GenerationRequest {
  if (typeof body.prompt !== "string") throw badRequest("prompt must be a string", "prompt");
  const suffix = typeof body.suffix === "string" ? body.suffix : "";
  const prompt = tokenise(body.prompt + suffix);
  return {
    ...commonFields(body, "completion"),
    prompt: prompt.length > 0 ? prompt : ["<|start|>"],
    maxTokens: integer(body, "max_tokens", 1) ?? 16,
    logprobs: typeof body.logprobs === "number",
    tool: null,
    fixedText: formatText(body.response_format),
  };
}

/**
 * The prompt as text: `<|role|>content<|end|>` for each message, then `<|assistant|>`. One message of n filler words is
 * n + 3 tokens.
 */
export function renderChat(body: JsonObject): string {
  const { messages } = body;
  if (!Array.isArray(messages) || messages.length === 0)
    throw badRequest("messages must be a non-empty list", "messages");
  const tools =
    Array.isArray(body.tools) && body.tools.length > 0 ? `<|tools|>${JSON.stringify(body.tools)}<|end|>` : "";
  return `${tools}${messages.map(renderMessage).join("")}<|assistant|>`;
}

function renderMessage(message: unknown): string {
  if (!isJsonObject(message) || typeof message.role !== "string" || !/^[a-z_]{1,20}$/.test(message.role))
    throw badRequest("each message needs a role", "messages");
  const calls = Array.isArray(message.tool_calls) ? JSON.stringify(message.tool_calls) : "";
  return `<|${message.role}|>${contentText(message.content)}${calls}<|end|>`;
}

function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part) => (isJsonObject(part) && typeof part.text === "string" ? part.text : "<|media|>"))
    .join("");
}

type CommonFields = Omit<GenerationRequest, "prompt" | "maxTokens" | "logprobs" | "tool" | "fixedText">;

function commonFields(body: JsonObject, kind: "chat" | "completion"): CommonFields {
  if (typeof body.model !== "string") throw badRequest("model must be a string", "model");
  const stream = body.stream === true;
  const options = isJsonObject(body.stream_options) ? body.stream_options : {};
  const stop = typeof body.stop === "string" ? [body.stop] : Array.isArray(body.stop) ? body.stop : [];
  return {
    kind,
    model: body.model,
    choices: integer(body, "n", 1) ?? 1,
    stream,
    includeUsage: stream && options.include_usage === true,
    minTokens: integer(body, "min_tokens", 0) ?? 0,
    ignoreEnd: body.ignore_eos === true,
    stop: stop.filter((word) => typeof word === "string"),
    seed: typeof body.seed === "number" ? String(body.seed) : "",
    cacheSalt: typeof body.cache_salt === "string" ? body.cache_salt : "",
  };
}

function integer(body: JsonObject, name: string, least: number): number | null {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (!Number.isInteger(value) || (value as number) < least)
    throw badRequest(`${name} must be an integer of at least ${least}`, name);
  return value as number;
}

function forcedTool(body: JsonObject): { name: string; parameters: unknown } | null {
  const choice = body.tool_choice;
  const functions = (Array.isArray(body.tools) ? body.tools : [])
    .map((tool) => (isJsonObject(tool) ? tool.function : null))
    .filter(isJsonObject);
  const named = isJsonObject(choice) && isJsonObject(choice.function) ? choice.function.name : null;
  if (named === null && choice !== "required") return null;
  const found = named === null ? functions[0] : functions.find((candidate) => candidate.name === named);
  if (!found || typeof found.name !== "string")
    throw badRequest("tool_choice names no tool of this request", "tool_choice");
  return { name: found.name, parameters: found.parameters ?? { type: "object" } };
}

function formatText(format: unknown): string | null {
  if (!isJsonObject(format)) return null;
  if (format.type === "json_object") return '{"simulated":true}';
  if (format.type !== "json_schema" || !isJsonObject(format.json_schema)) return null;
  return JSON.stringify(jsonSample(format.json_schema.schema));
}
