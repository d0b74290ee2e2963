import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { WitnessDesk, WitnessReply } from "../../domain/witness/witness-desk.js";

/** 63 hashes and a note of sixteen signatures are far below it. */
const MAX_BODY = 64 * 1024;

/** What monitors read: a log by the hash of its name. */
const LAST = /^\/([0-9a-f]{64})\/checkpoint$/u;

/** `POST /add-checkpoint` for logs, the last checkpoint of each for monitors, `GET /healthz` for whoever runs it. */
export function witnessServer(desk: WitnessDesk, fault: (error: unknown) => void): Server {
  const server = createServer((request, response) => {
    route(desk, request)
      .catch((error: unknown): WitnessReply => {
        fault(error);
        return { status: 500, type: "text/plain", body: "The witness could not answer.\n" };
      })
      .then((answer) => send(response, answer))
      .catch(fault);
  });
  server.headersTimeout = 5000;
  server.requestTimeout = 10_000;
  return server;
}

async function route(desk: WitnessDesk, request: IncomingMessage): Promise<WitnessReply> {
  if (request.method === "GET" && request.url === "/healthz") return { status: 200, type: "text/plain", body: "ok\n" };
  const [, hash] = (request.method === "GET" ? LAST.exec(request.url ?? "") : null) ?? [];
  if (hash !== undefined) return desk.last(hash);
  if (request.method !== "POST" || request.url !== "/add-checkpoint")
    return { status: 404, type: "text/plain", body: "POST /add-checkpoint\n" };
  const body = await bodyOf(request);
  return body === null ? { status: 413, type: "text/plain", body: "Too long.\n" } : desk.addCheckpoint(body);
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > MAX_BODY) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, { status, type, body }: WitnessReply): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}
