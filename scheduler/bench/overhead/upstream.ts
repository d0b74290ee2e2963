// A scripted model server for the overhead bench: the same bytes to every request, as fast as node:net can write them.
// Its timing says nothing about a model; it only must not be what is measured.
import { createServer, type AddressInfo, type Socket } from "node:net";
import { answerTo, PIECES } from "./scripted-answer.ts";

const HEAD_END = Buffer.from("\r\n\r\n");

function serve(socket: Socket): void {
  let pending: Buffer = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.on("data", (data) => {
    pending = pending.length === 0 ? data : Buffer.concat([pending, data]);
    for (let length = requestLength(pending); length > 0 && pending.length >= length; length = requestLength(pending)) {
      answer(socket, pending.subarray(0, length));
      pending = pending.subarray(length);
    }
  });
}

/** Proxies that write the body anew may put the seed behind the messages of a small request. */
const SEED_WITHIN = 2_600;

/** A request's seed is the pace it wants: milliseconds between two pieces; 1 is all at once. */
function answer(socket: Socket, request: Buffer): void {
  const pace = Number(SEED.exec(request.toString("latin1", 0, SEED_WITHIN))?.[1] ?? 1);
  if (request[0] !== POST || pace <= 1) socket.write(answerTo(request.subarray(0, 64).toString("latin1")));
  else paced.push({ socket, pace, next: 0, dueAt: performance.now() });
}

interface Paced {
  readonly socket: Socket;
  readonly pace: number;
  next: number;
  dueAt: number;
}

const SEED = /"seed":([0-9]+)/;
const POST = 0x50;
let paced: Paced[] = [];

/** One timer writes what is due, so that pacing costs this process little. */
setInterval(() => {
  const now = performance.now();
  for (const stream of paced) {
    if (stream.dueAt > now) continue;
    const piece = PIECES[stream.next];
    if (piece !== undefined && stream.socket.writable) stream.socket.write(piece);
    stream.next = stream.socket.writable ? stream.next + 1 : PIECES.length;
    stream.dueAt += stream.pace;
  }
  if (paced.some(({ next }) => next >= PIECES.length)) paced = paced.filter(({ next }) => next < PIECES.length);
}, 1);

/** Bytes of the first request in `bytes`, or 0 while its head is not complete. */
function requestLength(bytes: Buffer): number {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return 0;
  const head = bytes.subarray(0, end).toString("latin1");
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    const last = bytes.indexOf("0\r\n\r\n", end, "latin1");
    return last < 0 ? 0 : last + 5;
  }
  return end + HEAD_END.length + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
}

const server = createServer(serve);
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${JSON.stringify({ event: "listening", port: (server.address() as AddressInfo).port })}\n`);
});
process.once("SIGTERM", () => process.exit(0));
