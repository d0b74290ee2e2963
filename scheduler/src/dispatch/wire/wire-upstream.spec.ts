import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { aDeployment } from "../../../../test/builders/inference-scene.js";
import { systemClock } from "../../kernel/clock.js";
import type { PlacedEndpoint } from "../../kernel/snapshot/compiled-snapshot.js";
import type { Upstream, UpstreamAttempt } from "../upstream.port.js";
import { createWireUpstream } from "./wire-upstream.js";

const MESSAGE = { path: "/v1/chat/completions", contentType: "application/json", parts: [Buffer.from("{}")] };
const LIMITS = { connectTimeoutMs: 20_000, firstByteTimeoutMs: 20_000, idleTimeoutMs: 20_000 };
const CHUNKED = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
const OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

/** A server that says what a test tells it, whatever it is asked. */
class RawServer {
  readonly sockets: Socket[] = [];
  requests = 0;
  url = "";
  private readonly server: Server;

  constructor(private readonly answer: (socket: Socket, request: number) => void) {
    this.server = createServer((socket) => {
      this.sockets.push(socket);
      socket.on("error", () => undefined);
      socket.on("data", () => this.answer(socket, (this.requests += 1)));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this.url;
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

interface Heard {
  readonly status: number;
  readonly body: string;
  /** `end`, or the kind of fault. */
  readonly over: string;
}

const placedAt = (url: string): PlacedEndpoint => {
  const endpoint = { id: "endpoint", url, apiKeyVariable: null, simulated: true };
  return { endpoint, deployment: aDeployment() } as unknown as PlacedEndpoint;
};

let upstream: Upstream | null = null;
let server: RawServer | null = null;
afterEach(async () => {
  await upstream?.close();
  server?.stop();
  upstream = null;
});

const open = async (
  answer: (socket: Socket, request: number) => void,
  limits = LIMITS,
): Promise<() => Promise<Heard>> => {
  const raw = new RawServer(answer);
  server = raw;
  const url = await raw.start();
  const wire = createWireUpstream(limits, () => null, systemClock);
  upstream = wire;
  const placed = placedAt(url);
  return () =>
    new Promise((resolve) => {
      let status = 0;
      let body = "";
      wire.send(
        placed,
        MESSAGE,
        {},
        {
          head: (given) => (status = given),
          data(piece) {
            body += piece.copy().toString("latin1");
            return true;
          },
          end: () => resolve({ status, body, over: "end" }),
          fault: ({ kind }) => resolve({ status, body, over: kind }),
          bug: (error) => resolve({ status, body, over: String(error) }),
        },
      );
    });
};
const says =
  (...parts: readonly string[]) =>
  (socket: Socket): void => {
    for (const part of parts) socket.write(part);
  };
const thenEnds =
  (text: string) =>
  (socket: Socket): void =>
    void socket.end(text);

describe("the client of model servers", () => {
  it.each([
    ["chunks", `${CHUNKED}3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n`, "abcdefg"],
    ["sizes in upper case, extensions, trailers", `${CHUNKED}0A;x=y\r\n0123456789\r\n0\r\nt: u\r\n\r\n`, "0123456789"],
    ["data that looks like the last chunk", `${CHUNKED}9\r\n\r\n0\r\n\r\n\r\n\r\n0\r\n\r\n`, "\r\n0\r\n\r\n\r\n"],
    ["a length", "HTTP/1.1 429 Too Many\r\nContent-Length: 5\r\n\r\nslow!", "slow!"],
    ["an interim response before", `HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n${OK}`, "ok"],
    ["no body", "HTTP/1.1 204 No Content\r\n\r\n", ""],
    ["the same length twice", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 2\r\n\r\nok", "ok"],
  ])("reads %s, in one piece and byte by byte", async (_, text, body) => {
    const once = await open(says(text));
    expect(await once()).toMatchObject({ body, over: "end" });
    await upstream?.close();
    server?.stop();
    const slowly = await open((socket) => {
      const byte = (at: number): void => {
        if (at < text.length) socket.write(text.charAt(at), () => byte(at + 1));
      };
      byte(0);
    });
    expect(await slowly()).toMatchObject({ body, over: "end" });
  });

  it.each([
    ["a size that is none", `${CHUNKED}xyz\r\n`],
    ["a size without digits", `${CHUNKED}\r\n`],
    ["a size of nine digits", `${CHUNKED}000000001\r\na\r\n0\r\n\r\n`],
    ["a bare line feed after a size", `${CHUNKED}3\nabc\r\n0\r\n\r\n`],
    ["data longer than its size", `${CHUNKED}3\r\nabcd\r\n0\r\n\r\n`],
    ["an endless extension", `${CHUNKED}3;${"x".repeat(300)}\r\nabc\r\n0\r\n\r\n`],
    ["endless trailers", `${CHUNKED}0\r\n${"t: u\r\n".repeat(3000)}\r\n`],
    ["a length beside chunks", "HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n"],
    ["lengths that differ", "HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcd"],
    ["a length that is none", "HTTP/1.1 200 OK\r\ncontent-length: +3\r\n\r\nabc"],
    ["two encodings", "HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n"],
    ["a folded field", "HTTP/1.1 200 OK\r\na: b\r\n c\r\n\r\n"],
    ["a space before the colon", "HTTP/1.1 200 OK\r\ncontent-length : 2\r\n\r\nok"],
    ["a NUL in a field", "HTTP/1.1 200 OK\r\na: \0\r\n\r\n"],
    ["a bare line feed in the head", "HTTP/1.1 200 OK\na: b\r\n\r\n"],
    ["another protocol", "SSH-2.0-x\r\n\r\n"],
    ["an upgrade nobody asked for", "HTTP/1.1 101 Switching Protocols\r\n\r\n"],
    ["an endless head", `HTTP/1.1 200 OK\r\na: ${"b".repeat(20_000)}`],
  ])("does not take %s", async (_, text) => {
    const once = await open(says(text));
    expect((await once()).over).toBe("protocol");
  });

  it("takes a body that ends with the connection, and not one that breaks off", async () => {
    const whole = await open(thenEnds("HTTP/1.1 200 OK\r\n\r\nall of it"));
    expect(await whole()).toMatchObject({ body: "all of it", over: "end" });
    const cut = await open(thenEnds(`${CHUNKED}3\r\nabc\r\n`));
    expect(await cut()).toMatchObject({ body: "abc", over: "closed" });
    const short = await open(thenEnds("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc"));
    expect(await short()).toMatchObject({ body: "abc", over: "closed" });
  });

  it("uses a connection again, but not after `connection: close` nor after bytes that nobody asked for", async () => {
    const again = await open(says(OK));
    for (let turn = 0; turn < 3; turn += 1) await again();
    expect(server?.sockets).toHaveLength(1);
    server?.stop();
    const closing = await open(says("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok"));
    for (let turn = 0; turn < 2; turn += 1) expect((await closing()).over).toBe("end");
    expect(server?.sockets).toHaveLength(2);
    server?.stop();
    const chatty = await open(says(`${OK}HTTP/1.1 200 OK\r\n`));
    for (let turn = 0; turn < 2; turn += 1) expect(await chatty()).toMatchObject({ body: "ok", over: "end" });
    expect(server?.sockets).toHaveLength(2);
  });

  it("sends once more, on a new connection, what a stale one lost before any byte", async () => {
    const once = await open((socket, request) => (request === 2 ? socket.destroy() : says(OK)(socket)));
    await once();
    expect(await once()).toMatchObject({ body: "ok", over: "end" });
    expect(server?.requests).toBe(3);
  });

  it("says connect when nobody listens, closed when a new connection is hung up", async () => {
    const once = await open((socket) => socket.destroy());
    expect((await once()).over).toBe("closed");
    expect(server?.requests).toBe(1);
    await upstream?.close();
    const dead = await open(says(OK));
    server?.stop();
    expect((await dead()).over).toBe("connect");
  });

  it("waits for a head and for the next piece within limits", async () => {
    const silent = await open(() => undefined, { ...LIMITS, firstByteTimeoutMs: 60 });
    expect((await silent()).over).toBe("first_byte");
    const stalls = await open(says(`${CHUNKED}3\r\nabc\r\n`), { ...LIMITS, idleTimeoutMs: 60 });
    expect(await stalls()).toMatchObject({ body: "abc", over: "idle" });
  });

  it("stops reading while paused, and loses nothing", async () => {
    const size = 4 * 1024 * 1024;
    let written = 0;
    const part = Buffer.alloc(64 * 1024, "x");
    await open((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${16 * size}\r\n\r\n`);
      const pump = (): void => {
        while (written < 16 * size) {
          written += part.length;
          if (!socket.write(part)) return void socket.once("drain", pump);
        }
      };
      pump();
    });
    const placed = placedAt(server?.url ?? "");
    let got = 0;
    let over = "";
    let attempt: UpstreamAttempt | null = null;
    attempt =
      upstream?.send(
        placed,
        MESSAGE,
        {},
        {
          head: () => undefined,
          data(piece) {
            if (got === 0) attempt?.pause();
            got += piece.length;
            return true;
          },
          end: () => (over = "end"),
          fault: ({ kind }) => (over = kind),
          bug: (error) => (over = String(error)),
        },
      ) ?? null;
    await expect.poll(() => got).toBeGreaterThan(0);
    const held = got;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(got).toBe(held);
    expect(written).toBeLessThan(16 * size);
    attempt?.resume();
    await expect.poll(() => over, { timeout: 20_000 }).toBe("end");
    expect(got).toBe(16 * size);
  });

  it.each(["head", "data", "end", "fault"] as const)("tells %s that throws from a server's fault", async (where) => {
    const raw = new RawServer(where === "fault" ? thenEnds("HTTP/1.1 200") : says(OK));
    server = raw;
    const placed = placedAt(await raw.start());
    const wire = createWireUpstream(LIMITS, () => null, systemClock);
    upstream = wire;
    const broken = new Error(where);
    const step = (name: string) => (): true => {
      if (name === where) throw broken;
      return true;
    };
    const heard = await new Promise((resolve) => {
      const listener = { head: step("head"), data: step("data"), end: step("end"), fault: step("fault"), bug: resolve };
      wire.send(placed, MESSAGE, {}, listener);
    });
    expect(heard).toBe(broken);
  });
});
