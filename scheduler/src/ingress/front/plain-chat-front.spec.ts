import { connect } from "node:net";
import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import type { SceneOptions } from "../../../../test/builders/inference-scene.js";
import { answering, DONE, streaming, tokenEvent, usageEvent } from "../../../../test/fakes/model-server.js";

let scene: InferenceScene | null = null;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await scene?.stop();
  scene = null;
});
const open = async (options: SceneOptions = {}): Promise<InferenceScene> =>
  (scene = await InferenceScene.start(options));

const BODY = JSON.stringify({ model: "model", messages: [{ role: "user", content: "hi" }] });
const STREAM = JSON.stringify({ model: "model", stream: true, messages: [] });
const ANSWER = '{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}';
const LINE = "POST /v1/chat/completions HTTP/1.1\r\n";
const FIELDS = `host: x\r\nauthorization: Bearer ${KEY}\r\ncontent-type: application/json\r\n`;
const chat = (body = BODY, more = ""): string =>
  `${LINE}${FIELDS}${more}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

class Caller {
  text = "";
  closed = false;
  readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    sockets.push(this.socket);
    this.socket.on("data", (bytes) => (this.text += bytes.toString("latin1")));
    this.socket.on("close", () => (this.closed = true));
    this.socket.on("error", () => undefined);
  }

  say(text: string | Buffer): this {
    this.socket.write(text);
    return this;
  }

  get statuses(): string[] {
    return [...this.text.matchAll(/HTTP\/1\.1 ([0-9]{3})/g)].map((match) => match[1] ?? "");
  }
}

describe("requests that two parsers could read differently", () => {
  it.each([
    ["a length and chunks", `${LINE}${FIELDS}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ["chunks and a length", `${LINE}${FIELDS}transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n`],
    ["two lengths", `${LINE}${FIELDS}content-length: 2\r\ncontent-length: 3\r\n\r\n{}x`],
    ["a length twice", `${LINE}${FIELDS}content-length: 2\r\ncontent-length: 2\r\n\r\n{}`],
    ["a list of lengths", `${LINE}${FIELDS}content-length: 2, 2\r\n\r\n{}`],
    ["a signed length", `${LINE}${FIELDS}content-length: +2\r\n\r\n{}`],
    ["a hexadecimal length", `${LINE}${FIELDS}content-length: 0x2\r\n\r\n{}`],
    ["a negative length", `${LINE}${FIELDS}content-length: -2\r\n\r\n{}`],
    ["a folded field", `${LINE}${FIELDS}x-a: b\r\n c\r\ncontent-length: 2\r\n\r\n{}`],
    ["a space before the colon", `${LINE}${FIELDS}content-length : 2\r\n\r\n{}`],
    ["a NUL in a value", `${LINE}${FIELDS}x-a: \0\r\ncontent-length: 2\r\n\r\n{}`],
    ["a NUL in a name", `${LINE}${FIELDS}x\0a: b\r\ncontent-length: 2\r\n\r\n{}`],
    ["bare line feeds", `${LINE}${FIELDS}content-length: 2\r\n\r\n{}`.replaceAll("\r\n", "\n")],
    ["a bare line feed in the middle", `${LINE}host: x\nx-a: b\r\ncontent-length: 2\r\n\r\n{}`],
    ["a bare carriage return in a value", `${LINE}${FIELDS}x-a: b\rc\r\ncontent-length: 2\r\n\r\n{}`],
    ["an encoding that ends in something else", `${LINE}${FIELDS}transfer-encoding: chunked, gzip\r\n\r\n0\r\n\r\n`],
    ["a chunk size that is none", `${LINE}${FIELDS}transfer-encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n`],
    ["no host", `${LINE}content-type: application/json\r\ncontent-length: 2\r\n\r\n{}`],
    ["another version", `POST /v1/chat/completions HTTP/3.0\r\n${FIELDS}content-length: 2\r\n\r\n{}`],
    ["no version", `POST /v1/chat/completions\r\n${FIELDS}content-length: 2\r\n\r\n{}`],
    ["a method that is none", chat().replace("POST", "P OST")],
  ])("%s: 400 with an id, the connection ends, nothing reaches a model server", async (_, text) => {
    const opened = await open();
    // A request hidden behind the first one must not be served.
    const caller = new Caller(opened.port).say(text + chat());
    await expect.poll(() => caller.closed).toBe(true);
    expect(caller.statuses).toEqual(["400"]);
    expect(caller.text).toMatch(/\r\nx-request-id: [0-9a-f-]{36}\r\n/);
    expect(opened.model().calls).toHaveLength(0);
  });
});

describe("requests that take the long way", () => {
  it.each([
    [
      "chunked",
      `${LINE}${FIELDS}transfer-encoding: chunked\r\n\r\n${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`,
    ],
    ["expecting to be asked for the body", chat(BODY, "expect: 100-continue\r\n")],
    ["with an empty line before", `\r\n${chat()}`],
    ["with a query", chat().replace("completions HTTP", "completions?x=1 HTTP")],
    ["with a field twice", chat(BODY, "x-a: b\r\nx-a: c\r\n")],
    ["with bytes beyond ASCII in a field", chat(BODY, "x-a: \u00e9\r\n")],
    ["by the absolute form", chat().replace("POST /", "POST http://x/")],
  ])("%s: served", async (_, text) => {
    const opened = await open();
    opened.model().play(answering(200, ANSWER));
    const caller = new Caller(opened.port).say(Buffer.from(text, "latin1"));
    await expect.poll(() => caller.statuses.at(-1)).toBe("200");
    expect(opened.model().calls).toHaveLength(1);
  });

  it("byte by byte: served", async () => {
    const opened = await open();
    opened.model().play(answering(200, ANSWER));
    const caller = new Caller(opened.port);
    for (const byte of chat()) {
      caller.say(byte);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(() => caller.statuses).toEqual(["200"]);
  });

  it("one after another on one connection, whichever way each takes", async () => {
    const opened = await open();
    opened.model().play(answering(200, ANSWER));
    const list = `GET /v1/models HTTP/1.1\r\n${FIELDS}\r\n`;
    const caller = new Caller(opened.port).say(chat() + chat() + list + chat() + list);
    await expect.poll(() => caller.statuses).toEqual(["200", "200", "200", "200", "200"]);
    expect(caller.text.match(/"object":"list"/g)).toHaveLength(2);
    expect(opened.model().calls).toHaveLength(3);
  });
});

describe("plain chat requests", () => {
  it("arrive in pieces, and larger than a read", async () => {
    const opened = await open();
    opened.model().play(answering(200, ANSWER));
    const body = JSON.stringify({ model: "model", max_tokens: 5, messages: [{ content: "é".repeat(100_000) }] });
    const caller = new Caller(opened.port).say(chat(body));
    await expect.poll(() => caller.statuses).toEqual(["200"]);
    expect(opened.model().calls[0]?.body.toString()).toBe(body);
    const text = chat();
    const at = text.length - 20;
    caller.say(text.slice(0, at));
    await new Promise((resolve) => setTimeout(resolve, 20));
    caller.say(text.slice(at));
    await expect.poll(() => caller.statuses).toEqual(["200", "200"]);
  });

  it("give each pipelined one its own answer, in order, however long the first takes", async () => {
    const opened = await open();
    const events = Array.from({ length: 3 }, (_, turn) => streaming(tokenEvent(`turn${turn}`), usageEvent(1, 1), DONE));
    opened.model().play(...events);
    const caller = new Caller(opened.port).say(chat(STREAM) + chat(STREAM) + chat(STREAM));
    await expect.poll(() => caller.text.match(/\[DONE\]/g)?.length).toBe(3);
    expect([...caller.text.matchAll(/turn([0-9])/g)].map((match) => match[1])).toEqual(["0", "1", "2"]);
  });

  it("keep the connection after a refusal of the body, and name it", async () => {
    const opened = await open();
    opened.model().play(answering(200, ANSWER));
    const caller = new Caller(opened.port).say(chat("{", "x-request-id: mine-1\r\n"));
    await expect.poll(() => caller.statuses).toEqual(["400"]);
    expect(caller.text).toContain("x-request-id: mine-1\r\n");
    caller.say(chat());
    await expect.poll(() => caller.statuses).toEqual(["400", "200"]);
  });

  it("end with the caller that closes its side", async () => {
    const opened = await open();
    opened.model().play(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(tokenEvent("one"));
    });
    const caller = new Caller(opened.port).say(chat(STREAM));
    await expect.poll(() => caller.text).toContain("one");
    caller.socket.end();
    await opened.model().calls[0]?.abandoned;
    await expect.poll(async () => (await opened.records()).length).toBe(1);
    expect((await opened.records())[0]?.decision.outcome).toBe("cancelled");
  });
});

describe("a stop", () => {
  it("serves what comes on kept connections, and says that they end", async () => {
    const opened = await open();
    opened.model().play(answering(200, ANSWER));
    const kept = new Caller(opened.port).say(chat());
    await expect.poll(() => kept.statuses).toEqual(["200"]);
    const full = new Caller(opened.port).say(`GET /v1/models HTTP/1.1\r\n${FIELDS}\r\n`);
    await expect.poll(() => full.statuses).toEqual(["200"]);
    const { port } = opened;
    opened.front.drain();
    kept.say(chat());
    full.say(`GET /v1/models HTTP/1.1\r\n${FIELDS}\r\n`);
    await expect
      .poll(() => [kept.statuses, full.statuses])
      .toEqual([
        ["200", "200"],
        ["200", "200"],
      ]);
    for (const caller of [kept, full]) {
      await expect.poll(() => caller.closed).toBe(true);
      expect(caller.text).toMatch(/connection: close\r\n/i);
    }
    const late = new Caller(port);
    await expect.poll(() => late.closed).toBe(true);
  });
});

describe("connections beyond the most there may be", () => {
  it("are closed as they come", async () => {
    const opened = await open({ limits: { maxConnections: 1 } });
    opened.model().play(answering(200, ANSWER));
    const first = new Caller(opened.port).say(chat());
    await expect.poll(() => first.statuses).toEqual(["200"]);
    const second = new Caller(opened.port).say(chat());
    await expect.poll(() => second.closed).toBe(true);
    expect(second.text).toBe("");
  });
});
