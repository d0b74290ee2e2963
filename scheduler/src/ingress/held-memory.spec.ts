import { afterEach, describe, expect, it } from "vitest";
import { InferenceScene, KEY } from "../../../test/builders/inference-scene.js";
import { answering } from "../../../test/fakes/model-server.js";
import { RawCaller } from "../../../test/fakes/raw-caller.js";

const MOST = 200_000;
const callers: RawCaller[] = [];
let scene: InferenceScene | null = null;
afterEach(async () => {
  for (const { socket } of callers.splice(0)) socket.destroy();
  await scene?.stop();
  scene = null;
});

const open = async (): Promise<InferenceScene> =>
  (scene = await InferenceScene.start({ limits: { maxHeldBytes: MOST } }));
/** Says a head that promises so many bytes, and none of them; `expect` leads it to the full parser. */
const promising = (path: string, bytes: number, field = ""): RawCaller => {
  const caller = new RawCaller(scene?.port ?? 0);
  callers.push(caller);
  const head =
    `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${KEY}\r\n` +
    `content-type: application/json\r\ncontent-length: ${bytes}\r\n${field}\r\n`;
  return caller.say(head);
};
const CHAT = "/v1/chat/completions";
const FULL = "te: trailers\r\n";
const body = (bytes: number) => JSON.stringify({ model: "model", messages: [], pad: "x".repeat(bytes) });

describe("bodies and answers together", () => {
  it.each([
    ["a plain body", CHAT, ""],
    ["one of the full parser", CHAT, FULL],
  ])("hold so much: beyond that, %s is refused before it is read, and served again after", async (_, path, field) => {
    const opened = await open();
    const first = promising(path, 150_000, field);
    await expect.poll(() => opened.held.bytes).toBe(150_000);
    const second = promising(path, 100_000, field);
    await expect.poll(() => second.statuses).toEqual(["503"]);
    expect(second.text).toContain('"code":"memory.full"');
    expect(second.text.toLowerCase()).toContain("retry-after: 2");
    first.socket.destroy();
    await expect.poll(() => opened.held.bytes).toBe(0);
    expect((await opened.chat(body(100_000))).status).toBe(200);
    await expect.poll(() => opened.held.bytes).toBe(0);
    const codes = (await opened.records()).map(({ decision }) => decision.code);
    expect(codes).toContain("memory.full");
  });

  it("refuse a GraphQL body as well", async () => {
    const opened = await open();
    promising(CHAT, 150_000);
    await expect.poll(() => opened.held.bytes).toBe(150_000);
    const query = JSON.stringify({ query: `{ __typename } #${"x".repeat(100_000)}` });
    const headers = { "content-type": "application/json", authorization: `Bearer ${KEY}` };
    const response = await fetch(`${opened.base}/graphql`, { method: "POST", headers, body: query });
    expect(response.status).toBe(503);
    await expect.poll(() => opened.held.bytes).toBe(150_000);
  });

  it("hold a body as long as its request runs", async () => {
    const opened = await open();
    opened.model().play(() => undefined);
    const gone = new AbortController();
    const waiting = opened.chat(body(1_000), { signal: gone.signal });
    await expect.poll(() => opened.model().calls.length).toBe(1);
    expect(opened.held.bytes).toBeGreaterThan(1_000);
    gone.abort();
    await expect(waiting).rejects.toThrow();
    await expect.poll(() => opened.held.bytes).toBe(0);
  });

  it("gather no whole answer beyond it, without blame for the server", async () => {
    const opened = await open();
    opened.model().healthy = false;
    opened.model().play(answering(200, JSON.stringify({ choices: [], pad: "x".repeat(MOST) })));
    for (let turn = 0; turn < 4; turn += 1) {
      const response = await opened.chat(body(0));
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ error: { code: "memory.full" } });
    }
    expect(opened.fleet.ejected()).toEqual([]);
    await expect.poll(() => opened.held.bytes).toBe(0);
  });
});
