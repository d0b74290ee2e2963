import type { ChatRequest } from "./chat-request.js";
import { edited, inserted, renamed } from "./json/body-edits.js";
import type { BodyEdit } from "./json/body-edits.js";

/** Asks the engine for its usage event; the caller's other stream options stay as they are. */
const usageEdit = (request: ChatRequest, inside: number): BodyEdit | null => {
  if (!request.stream || request.includeUsage) return null;
  const { streamOptions: options, includeUsageSpan } = request;
  if (includeUsageSpan !== null) return { ...includeUsageSpan, text: "true" };
  if (options === null) return inserted(inside, '"stream_options":{"include_usage":true},');
  const value = request.body.toString("latin1", options.start, options.end);
  if (value === "null" || /^\{\s*\}$/.test(value)) return { ...options, text: '{"include_usage":true}' };
  return inserted(options.start + 1, '"include_usage":true,');
};

/** Puts the platform's salt in the place of the caller's, or adds it. */
const saltEdit = (request: ChatRequest, inside: number, salt: string | null): BodyEdit | null => {
  if (salt === null) return null;
  const text = JSON.stringify(salt);
  return request.cacheSaltSpan === null
    ? inserted(inside, `"cache_salt":${text},`)
    : { ...request.cacheSaltSpan, text };
};

/** States the maximum where the caller gave none, and brings one that was clamped down to it, under both its names. */
const maximumEdits = (request: ChatRequest, inside: number, maxOutputTokens: number): readonly BodyEdit[] => {
  const { maxOutputTokens: asked, maxTokensSpan, maxCompletionTokensSpan = null } = request;
  if (asked !== null && asked <= maxOutputTokens) return [];
  const written = String(maxOutputTokens);
  const spans = asked === null ? [maxTokensSpan] : [maxTokensSpan, maxCompletionTokensSpan];
  const edits = spans.filter((span) => span !== null).map((span) => ({ ...span, text: written }));
  return edits.length > 0 ? edits : [inserted(inside, `"max_tokens":${written},`)];
};

/**
 * The body as a model server gets it: the caller's bytes, with `model` renamed when the server knows the model by
 * another name, the usage event asked for, and the reserved maximum stated when the caller gave none, since an answer
 * that can outgrow its reservation could overshoot a ceiling; with the organisation's cache salt where the server takes
 * one (`cacheSalt`).
 */
export const forwardedBody = (
  request: ChatRequest,
  servedName: string,
  maxOutputTokens: number,
  cacheSalt: string | null = null,
): readonly Buffer[] => {
  const { body } = request;
  const inside = body.indexOf(0x7b) + 1;
  return edited(body, [
    ...maximumEdits(request, inside, maxOutputTokens),
    usageEdit(request, inside),
    saltEdit(request, inside, cacheSalt),
    renamed(request, servedName),
  ]);
};
