import type * as Pieces from "../../src/kernel/piece.js";
import type * as Events from "../../src/request/operations/event-stream.js";
import { compiled, microBench } from "./measure.ts";

const CHUNK = `data: ${JSON.stringify({
  id: "chatcmpl-bench",
  object: "chat.completion.chunk",
  created: 1_700_000_000,
  model: "model",
  choices: [{ index: 0, delta: { content: "word " }, logprobs: null, finish_reason: null }],
})}\n\n`;
const USAGE = `data: ${JSON.stringify({
  choices: [],
  usage: { prompt_tokens: 200, completion_tokens: 50, total_tokens: 250 },
})}\n\n`;

export const eventStream = microBench("event-stream", "following a stream of 50 events to its usage", async () => {
  const { EventStream } = await compiled<typeof Events>("request/operations/event-stream.js");
  const { Piece } = await compiled<typeof Pieces>("kernel/piece.js");
  const pieces = [...Array.from({ length: 50 }, () => CHUNK), USAGE, "data: [DONE]\n\n"].map((text) =>
    Buffer.from(text),
  );
  const burst = [Buffer.concat(pieces)];
  const piece = new Piece();
  const follow = (reads: readonly Buffer[]): number => {
    const stream = new EventStream();
    for (const read of reads) stream.push(piece.set(read, 0, read.length));
    if (stream.usage?.amounts.outputTokens !== 50) throw new Error("the usage must be found");
    return stream.outputEvents;
  };
  return { "52 reads": () => follow(pieces), "1 read": () => follow(burst) };
});
