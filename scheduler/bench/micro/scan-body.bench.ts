import type * as ChatRequest from "../../src/request/operations/chat-request.js";
import { compiled, microBench } from "./measure.ts";

function body(characters: number, text: string): Buffer {
  const content = text.repeat(Math.ceil(characters / text.length)).slice(0, characters);
  return Buffer.from(
    JSON.stringify({ model: "model", stream: true, max_tokens: 256, messages: [{ role: "user", content }] }),
  );
}

export const scanBody = microBench(
  "scan-body",
  "reading what a decision needs from a chat body, beside JSON.parse",
  async () => {
    const { readChatRequest } = await compiled<typeof ChatRequest>("request/operations/chat-request.js");
    const small = body(900, "Bonjour, pouvez-vous résumer ce courrier ? ");
    const large = body(100_000, "Bonjour, pouvez-vous « résumer » ce courrier ?\n");
    return {
      "1 kB": () => readChatRequest(small),
      "1 kB, JSON.parse": () => JSON.parse(small.toString()) as unknown,
      "100 kB": () => readChatRequest(large),
      "100 kB, JSON.parse": () => JSON.parse(large.toString()) as unknown,
    };
  },
);
