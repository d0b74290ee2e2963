import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import type { SceneOptions } from "../../../../test/builders/inference-scene.js";
import { hostileRequests } from "../../../../test/builders/hostile-requests.js";
import { RawCaller } from "../../../../test/fakes/raw-caller.js";
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

/** Its connection is ended after the test. */
class Caller extends RawCaller {
  constructor(port: number) {
    super(port);
    sockets.push(this.socket);
  }
}

describe("requests that two parsers could read differently", () => {
  it.each(hostileRequests(LINE, FIELDS).map(({ name, text }) => [name, text] as const))(
    "%s: 400 with an id, the connection ends, nothing reaches a model server",
    async (_, text) => {
      const opened = await open();
      // A request hidden behind the first one must not be served.
      const caller = new Caller(opened.port).say(text + chat());
      await expect.poll(() => caller.closed).toBe(true);
      expect(caller.statuses).toEqual(["400"]);
      expect(caller.text).toMatch(/\r\nx-request-id: [0-9a-f-]{36}\r\n/);
      expect(opened.model().calls).toHaveLength(0);
    },
  );
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
