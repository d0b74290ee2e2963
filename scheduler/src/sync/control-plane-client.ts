import { Agent, request } from "undici";
import type { Dispatcher } from "undici";
import type { InternalToken } from "./internal-token.js";

export interface InternalCall {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly etag?: string | null;
  /** JSON. */
  readonly body?: string | Buffer;
  /** Longest wait for the answer's head, and then between two pieces of its body. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface InternalAnswer {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
}

/** The control plane could not be reached, or gave no complete answer. Always worth trying again. */
class ControlPlaneUnavailable extends Error {
  override readonly name = "ControlPlaneUnavailable";
}

/** Longest answer that is read: a snapshot of a hundred thousand applications is some tens of megabytes. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

/** Signed calls to the control plane's internal endpoints, on kept connections. */
export class ControlPlaneClient {
  private readonly agent = new Agent({ connections: 4, connect: { timeout: 3_000 }, keepAliveTimeout: 30_000 });
  private readonly base: string;

  constructor(
    baseUrl: string,
    private readonly token: InternalToken,
  ) {
    this.base = baseUrl.replace(/\/+$/, "");
  }

  async call(call: InternalCall): Promise<InternalAnswer> {
    try {
      const answer = await request(`${this.base}${call.path}`, this.optionsOf(call));
      const etag = answer.headers["etag"];
      const text = await readText(answer.body);
      return { status: answer.statusCode, etag: typeof etag === "string" ? etag : null, text };
    } catch (cause) {
      throw new ControlPlaneUnavailable(`no answer from ${call.method} ${call.path}`, { cause });
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private optionsOf(call: InternalCall) {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token.current()}` };
    if (call.etag) headers["if-none-match"] = call.etag;
    if (call.body !== undefined) headers["content-type"] = "application/json";
    return {
      method: call.method,
      headers,
      body: call.body ?? null,
      headersTimeout: call.timeoutMs,
      bodyTimeout: call.timeoutMs,
      signal: call.signal ?? null,
      dispatcher: this.agent,
    };
  }
}

async function readText(body: Dispatcher.ResponseData["body"]): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error("answer too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
