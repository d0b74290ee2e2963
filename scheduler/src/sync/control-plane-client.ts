import { createHash, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { answerText, INTERNAL_SIGNATURE_HEADER } from "@socle/contracts";
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

/** The control plane could not be reached, or gave no complete answer of its own. Always worth trying again. */
class ControlPlaneUnavailable extends Error {
  override readonly name = "ControlPlaneUnavailable";
}

/** Longest answer that is read: a snapshot of a hundred thousand applications is some tens of megabytes. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

/** Signed calls to the control plane's internal endpoints and answers that it signed, on kept connections. */
export class ControlPlaneClient {
  private readonly agent = new Agent({ connections: 4, connect: { timeout: 3_000 }, keepAliveTimeout: 30_000 });
  private readonly base: string;

  constructor(
    baseUrl: string,
    private readonly token: InternalToken,
    /** The control plane's; several while they change. */
    private readonly publicKeys: readonly KeyObject[],
  ) {
    this.base = baseUrl.replace(/\/+$/, "");
  }

  async call(call: InternalCall): Promise<InternalAnswer> {
    try {
      const authorization = `Bearer ${this.token.for(call)}`;
      const answer = await request(`${this.base}${call.path}`, this.optionsOf(call, authorization));
      const etag = typeof answer.headers["etag"] === "string" ? answer.headers["etag"] : null;
      const bytes = await readBytes(answer.body);
      const said = { authorization, status: answer.statusCode, etag, digest: digestOf(bytes) };
      if (!this.signed(answerText(said), answer.headers[INTERNAL_SIGNATURE_HEADER]))
        throw new Error(`status ${String(said.status)}, not signed by the control plane`);
      return { status: said.status, etag, text: bytes.toString("utf8") };
    } catch (cause) {
      throw new ControlPlaneUnavailable(`no answer from ${call.method} ${call.path}`, { cause });
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private signed(text: string, signature: unknown): boolean {
    if (typeof signature !== "string") return false;
    const [message, bytes] = [Buffer.from(text), Buffer.from(signature, "base64")];
    return this.publicKeys.some((key) => verify(null, message, key, bytes));
  }

  private optionsOf(call: InternalCall, authorization: string) {
    const headers: Record<string, string> = { authorization };
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

const digestOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("base64url");

async function readBytes(body: Dispatcher.ResponseData["body"]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error("answer too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
