import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const LEAST_MS = 10;
const MOST_MS = 120;
/** Parts of requests whose answer has no usage, breaks off, or never begins. */
const WITHOUT_USAGE = 0.03;
const BROKEN = 0.03;

/** A model server that answers with random lengths within the maximum it was given, and sometimes as faulty ones do. */
export class ScriptedEngine {
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    if (request.method !== "POST") return void response.end("{}");
    const body = JSON.parse(Buffer.concat(pieces).toString()) as {
      max_tokens?: number;
      max_completion_tokens?: number;
    };
    const most = body.max_completion_tokens ?? body.max_tokens ?? 4096;
    await new Promise((resolve) => setTimeout(resolve, LEAST_MS + Math.random() * (MOST_MS - LEAST_MS)));
    const fate = Math.random();
    if (fate < BROKEN) return void response.destroy();
    const completion = Math.min(most, 1 + Math.floor(Math.random() ** 2 * most));
    const prompt = 8 + Math.floor(pieces.reduce((sum, piece) => sum + piece.length, 0) / 4);
    const usage = { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
    const choices = [{ index: 0, message: { role: "assistant", content: "oui" }, finish_reason: "stop" }];
    const answer = fate < BROKEN + WITHOUT_USAGE ? { choices } : { choices, usage };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ id: "x", object: "chat.completion", model: "x", ...answer }));
  }
}
