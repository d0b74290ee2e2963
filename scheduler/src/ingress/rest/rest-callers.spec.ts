import { connect } from "node:net";
import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import type { SceneOptions } from "../../../../test/builders/inference-scene.js";
import { answering, DONE, streaming, tokenEvent, usageEvent } from "../../../../test/fakes/model-server.js";
import type { Script } from "../../../../test/fakes/model-server.js";

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});
const open = async (options: SceneOptions = {}): Promise<InferenceScene> =>
  (scene = await InferenceScene.start(options));

const STREAM = { model: "model", stream: true, messages: [{ role: "user", content: "hi" }] };
const WHOLE = { ...STREAM, stream: false };

const stall: Script = () => undefined;
const stallInside: Script = ({ response }) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(tokenEvent("one"));
};
const oneRecord = async (opened: InferenceScene) => {
  await expect.poll(async () => (await opened.records()).length).toBe(1);
  return (await opened.records())[0];
};
const onePlace: SceneOptions["snapshot"] = (base) => ({
  ...base,
  deployments: base.deployments.map((deployment) => ({
    ...deployment,
    profile: { ...deployment.profile, maxSequences: 1 },
  })),
});

describe("a caller that leaves", () => {
  it("in mid-stream: the engine is stopped, what it got is metered", async () => {
    const opened = await open();
    opened.model().play(stallInside);
    const controller = new AbortController();
    const response = await opened.chat(STREAM, { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();
    await opened.model().calls[0]?.abandoned;
    expect(await oneRecord(opened)).toMatchObject({
      decision: { outcome: "cancelled", status: 200 },
      usage: { estimated: true, quantities: { outputTokens: 1 } },
    });
    expect(opened.fleet.view(["deployment"])[0]?.running).toBe(0);
  });

  it("before the first byte: the engine is stopped", async () => {
    const opened = await open();
    opened.model().play(stall);
    const controller = new AbortController();
    const request = opened.chat(WHOLE, { signal: controller.signal }).catch(() => "left");
    await expect.poll(() => opened.model().calls.length).toBe(1);
    controller.abort();
    await request;
    await opened.model().calls[0]?.abandoned;
    expect((await oneRecord(opened))?.decision).toMatchObject({ outcome: "cancelled", status: 499 });
  });

  it("while it waits for a place: it leaves the line", async () => {
    const opened = await open({ snapshot: onePlace });
    opened.model().play(stall);
    void opened.chat(WHOLE).catch(() => undefined);
    await expect.poll(() => opened.model().calls.length).toBe(1);
    const controller = new AbortController();
    const waiting = opened.chat(WHOLE, { signal: controller.signal }).catch(() => "left");
    await expect.poll(() => opened.activity.report(1)[0]?.waiting).toBe(1);
    controller.abort();
    await waiting;
    await expect.poll(() => opened.activity.report(1)[0]?.waiting).toBe(0);
    expect((await oneRecord(opened))?.decision).toMatchObject({ outcome: "cancelled", endpoint: null });
  });
});

describe("a slow caller", () => {
  const raw = (opened: InferenceScene): Socket => connect(opened.port, "127.0.0.1");
  const heard = (socket: Socket): Promise<string> =>
    new Promise((resolve) => {
      let text = "";
      socket.on("data", (chunk) => (text += chunk.toString()));
      socket.on("close", () => resolve(text));
      socket.on("error", () => undefined);
    });

  it("that does not send its head or its body in time gets 408", async () => {
    const opened = await open({ limits: { headersTimeoutMs: 100, requestTimeoutMs: 150 } });
    const head = raw(opened);
    head.write("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\n");
    const body = raw(opened);
    body.write(
      `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${KEY}\r\n` +
        'content-type: application/json\r\ncontent-length: 100\r\n\r\n{"model"',
    );
    expect(await heard(head)).toMatch(/^HTTP\/1\.1 408 .*body\.timeout/s);
    expect(await heard(body)).toMatch(/^HTTP\/1\.1 408 .*body\.timeout/s);
  });

  it("with oversized headers or a request that could be smuggled is turned away", async () => {
    const opened = await open();
    const large = raw(opened);
    large.write(`GET / HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(20_000)}\r\n\r\n`);
    expect(await heard(large)).toMatch(/^HTTP\/1\.1 431 /);
    const both = raw(opened);
    both.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n");
    expect(await heard(both)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("that does not read holds the engine back instead of filling memory, and is cut off", async () => {
    const opened = await open({ limits: { callerStallMs: 300 } });
    const piece = tokenEvent("x".repeat(64_000));
    let written = 0;
    opened.model().play(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const pump = (): void => {
        while (written < 64_000_000 && !response.destroyed) {
          written += piece.length;
          if (!response.write(piece)) return void response.once("drain", pump);
        }
      };
      pump();
    });
    const socket = raw(opened);
    const text = JSON.stringify(STREAM);
    socket.write(
      `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${KEY}\r\n` +
        `content-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
    );
    socket.pause();
    await expect.poll(() => opened.model().calls.length).toBe(1);
    await opened.model().calls[0]?.abandoned;
    expect(written).toBeLessThan(48_000_000);
    expect((await oneRecord(opened))?.decision.outcome).toBe("cancelled");
    socket.destroy();
  });

  it("gets all of a long answer when it reads slowly", async () => {
    const opened = await open();
    const events = Array.from({ length: 300 }, (_, index) => tokenEvent(`${index}${"y".repeat(20_000)}`));
    opened.model().play(streaming(...events, usageEvent(1, 300), DONE));
    const reader = (await opened.chat(STREAM)).body?.getReader();
    const chunks: Uint8Array[] = [];
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      chunks.push(part.value);
      if (chunks.length % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(Buffer.concat(chunks).toString()).toBe(events.join("") + DONE);
  });

  it("that pipelines gets every answer", async () => {
    const opened = await open();
    opened
      .model()
      .play(
        ...[1, 2, 3].map((turn) =>
          answering(200, `{"choices":[],"turn":${turn},"usage":{"prompt_tokens":1,"completion_tokens":1}}`),
        ),
      );
    const socket = raw(opened);
    const text = JSON.stringify(WHOLE);
    const one = (last: boolean): string =>
      `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${KEY}\r\nconnection: ${last ? "close" : "keep-alive"}\r\n` +
      `content-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
    socket.write(one(false) + one(false) + one(true));
    const turns = [...(await heard(socket)).matchAll(/"turn":([0-9])/g)].map((match) => match[1]);
    expect(turns).toHaveLength(3);
  });
});
