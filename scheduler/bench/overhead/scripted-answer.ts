const CONTENT_CHUNKS = 50;
export const MODEL = "bench-model";

function event(data: string): string {
  const bytes = `data: ${data}\n\n`;
  return `${Buffer.byteLength(bytes).toString(16)}\r\n${bytes}\r\n`;
}

function chunk(rest: object): string {
  const head = { id: "chatcmpl-bench", object: "chat.completion.chunk", created: 1_700_000_000, model: MODEL };
  return event(JSON.stringify({ ...head, ...rest }));
}

function choice(delta: object, finish: string | null): object {
  return { choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] };
}

const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\n\r\n";

/** Head and first event, each piece of content, then usage, end mark and the last chunk. */
function streamPieces(): Buffer[] {
  const pieces = Array.from({ length: CONTENT_CHUNKS }, (_, index) =>
    chunk(choice({ content: `word${index} ` }, index === CONTENT_CHUNKS - 1 ? "length" : null)),
  );
  const usage = {
    prompt_tokens: 200,
    completion_tokens: CONTENT_CHUNKS,
    total_tokens: 200 + CONTENT_CHUNKS,
    prompt_tokens_details: { cached_tokens: 0 },
  };
  const opening = chunk(choice({ role: "assistant", content: "" }, null));
  const closing = `${chunk({ choices: [], usage })}${event("[DONE]")}0\r\n\r\n`;
  return [`${HEAD}${opening}`, ...pieces, closing].map((text) => Buffer.from(text));
}

function jsonBytes(body: object): Buffer {
  const text = JSON.stringify(body);
  return Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}

/** The answer as a slow model server would write it. */
export const PIECES: readonly Buffer[] = streamPieces();
const STREAM = Buffer.concat(PIECES);
const MODELS = jsonBytes({ object: "list", data: [{ id: MODEL, object: "model", owned_by: "socle-bench" }] });
const HEALTH = jsonBytes({ status: "ok" });

/** What the scripted model server answers to a request with this head. */
export function answerTo(head: string): Buffer {
  if (head.startsWith("POST ")) return STREAM;
  return head.startsWith("GET /v1/models") ? MODELS : HEALTH;
}
