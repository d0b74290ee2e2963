import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ModelServerCall {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  readonly response: ServerResponse;
  /** Resolves when the caller closed the connection before the answer's end. */
  readonly abandoned: Promise<void>;
}

/** What the server does with its next chat request. */
export type Script = (call: ModelServerCall) => void;

export const tokenEvent = (content: string): string =>
  `data: ${JSON.stringify({ object: "chat.completion.chunk", choices: [{ index: 0, delta: { content } }] })}\n\n`;
export const usageEvent = (input: number, output: number): string =>
  `data: {"choices":[],"usage":{"prompt_tokens":${input},"completion_tokens":${output},"total_tokens":${input + output}}}\n\n`;
export const DONE = "data: [DONE]\n\n";

/** A stream of the given text, ended as engines end it. */
export const streaming =
  (...pieces: readonly (string | Buffer)[]): Script =>
  ({ response }) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const piece of pieces) response.write(piece);
    response.end();
  };

export const answering =
  (status: number, body: string, headers: Record<string, string> = {}): Script =>
  ({ response }) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  };

/** A model server that does what a test tells it, request by request; the last script stays. */
export class FakeModelServer {
  readonly calls: ModelServerCall[] = [];
  healthy = true;
  private scripts: Script[] = [streaming(tokenEvent("hello"), usageEvent(7, 1), DONE)];
  private server: Server | null = null;
  url = "";

  play(...scripts: Script[]): void {
    this.scripts = scripts;
  }

  async start(port = 0): Promise<void> {
    const server = createServer((request, response) => void this.serve(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    this.server = null;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    if (request.method === "GET") {
      response.writeHead(this.healthy ? 200 : 503).end();
      return;
    }
    const abandoned = new Promise<void>((resolve) => {
      response.on("close", () => {
        if (!response.writableFinished) resolve();
      });
    });
    const { url, headers } = request;
    const call = { path: url ?? "", headers, body: Buffer.concat(chunks), response, abandoned };
    this.calls.push(call);
    const script = this.scripts.length > 1 ? this.scripts.shift() : this.scripts[0];
    script?.(call);
  }
}
