import { MODEL } from "./faults-scene.ts";

/** What a caller saw of one request. */
export interface Seen {
  readonly startedAt: number;
  readonly endedAt: number;
  /** Complete: status 200 and, for a stream, `[DONE]`. Refused: an answer with an error status. Broken: the rest. */
  readonly outcome: "answered" | "refused" | "broken";
  readonly decision: string | null;
  readonly code: string | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

interface Body {
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
  readonly error?: { readonly code: string };
}

let prompts = 0;

/** One chat request over plain HTTP, streamed or not; never throws. */
export async function callOnce(url: string, key: string, stream: boolean, maxTokens = 20): Promise<Seen> {
  const startedAt = Date.now();
  prompts += 1;
  let decision: string | null = null;
  const seen = (outcome: Seen["outcome"], body: Body): Seen => ({
    startedAt,
    endedAt: Date.now(),
    outcome,
    decision,
    code: body.error?.code ?? null,
    inputTokens: body.usage?.prompt_tokens ?? 0,
    outputTokens: body.usage?.completion_tokens ?? 0,
  });
  try {
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify({
        model: MODEL,
        max_tokens: maxTokens,
        ignore_eos: true,
        messages: [{ role: "user", content: `w${10_000 + prompts} w20000 w30000 ` }],
        ...(stream ? { stream: true, stream_options: { include_usage: true } } : {}),
      }),
      signal: AbortSignal.timeout(30_000),
    });
    decision = response.headers.get("x-socle-decision");
    const text = await response.text();
    if (response.status !== 200) return seen("refused", JSON.parse(text) as Body);
    if (!stream) return seen("answered", JSON.parse(text) as Body);
    const events = eventsOf(text);
    const body = events.reduce<Body>((all, event) => ({ ...all, ...dropEmpty(event) }), {});
    return seen(text.includes("data: [DONE]") && body.error === undefined ? "answered" : "broken", body);
  } catch {
    return seen("broken", {});
  }
}

function eventsOf(text: string): Body[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line) => JSON.parse(line.slice("data: ".length)) as Body);
}

function dropEmpty({ usage, error }: Body): Body {
  return { ...(usage ? { usage } : {}), ...(error ? { error } : {}) };
}

/** Calls without a pause from several workers, every second one streamed, until told to stop. */
export class Traffic {
  readonly seen: Seen[] = [];
  private stopped = false;
  private readonly workers: Promise<void>[];

  constructor(url: () => string, keys: readonly string[], workers = 6) {
    this.workers = Array.from({ length: workers }, async (_, index) => {
      for (let turn = index; !this.stopped; turn += 1) {
        const seen = await callOnce(url(), keys[index % keys.length] as string, turn % 2 === 0);
        this.seen.push(seen);
        // A scheduler that is being replaced refuses connections: without a pause this loop would eat the machine.
        if (seen.outcome === "broken") await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
  }

  since(time: number): Seen[] {
    return this.seen.filter(({ startedAt }) => startedAt >= time);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.workers);
  }
}
