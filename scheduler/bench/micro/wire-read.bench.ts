import type * as Pieces from "../../src/kernel/piece.js";
import type * as Body from "../../src/dispatch/wire/response-body.js";
import type * as Head from "../../src/dispatch/wire/response-head.js";
import { compiled, microBench } from "./measure.ts";

const HEAD =
  "HTTP/1.1 200 OK\r\ndate: Mon, 23 Nov 2026 10:00:00 GMT\r\nserver: uvicorn\r\n" +
  "content-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\n";
const CHUNK = `c4\r\n${"x".repeat(196)}\r\n`;

export const wireRead = microBench(
  "wire-read",
  "a response's head, and the chunks of a burst of 52 events",
  async () => {
    const { readResponseHead } = await compiled<typeof Head>("dispatch/wire/response-head.js");
    const { bodyOf } = await compiled<typeof Body>("dispatch/wire/response-body.js");
    const { Piece } = await compiled<typeof Pieces>("kernel/piece.js");
    const burst = Buffer.from(`${CHUNK.repeat(52)}0\r\n\r\n`);
    const read = Buffer.alloc(burst.length);
    const piece = new Piece();
    return {
      head: () => readResponseHead(HEAD),
      "52 chunks": () => {
        burst.copy(read);
        if (bodyOf({ kind: "chunked" }).read(read, 0, read.length, piece) !== "end") throw new Error("must end");
        return piece.end;
      },
    };
  },
);
