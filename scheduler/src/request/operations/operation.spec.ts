import { afterEach, describe, expect, it } from "vitest";
import { aDeployment, InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import { answering } from "../../../../test/fakes/model-server.js";
import { edited, renamed } from "./json/body-edits.js";
import { usageIn, withCost } from "./json/json-answer.js";
import { readStrictly, StrictMembers } from "./json/strict-members.js";
import type { Ask, Forwarding, Operation } from "./operation.js";

const ANSWER = Buffer.from([0, 255, 13, 10]);
const TEXT = Buffer.from("the text to score");

/** Binary in, binary out, elsewhere on the server; no usage in the answer, and nothing generated. */
const score: Operation = {
  name: "score",
  method: "POST",
  path: "/v1/echo-score",
  mediaType: "multipart/form-data",
  outputParam: null,
  maxBodyBytes: () => 1_000,
  servedBy: ({ servedName }) => servedName === "scorer",
  read(body, contentType): { ok: true; ask: Ask } {
    const bytes = Buffer.concat([body, TEXT]);
    return {
      ok: true,
      ask: {
        model: "model",
        stream: false,
        sequences: 1,
        maxOutputTokens: 0,
        textBytes: TEXT.length,
        beyondText: false,
        toolCalls: 0,
        prompt: { bytes, span: { start: body.length, end: bytes.length }, tokenBytes: TEXT.length },
        forwarded: ({ servedName }) => ({ path: `/score/${servedName}`, contentType, parts: [body] }),
        follow: () => null,
        usageOf: () => null,
        priced: (answer) => answer,
      },
    };
  },
};

/** What OpenAI's embeddings ask: JSON in and out, nothing generated. */
const embed: Operation = {
  ...score,
  name: "embeddings",
  path: "/v1/embeddings",
  mediaType: "application/json",
  maxBodyBytes: ({ maxBodyBytes }) => maxBodyBytes,
  servedBy: null,
  read(body) {
    const read = readStrictly(() => {
      const members = new StrictMembers(body.toString("latin1"), ["model"]);
      return { ...members.model("model"), input: members.lastSpan("input") ?? { start: 0, end: 0 } };
    });
    if (!read.ok) return read;
    const { model, modelSpan, input } = read.read;
    const ask = {
      ...{ model, stream: false, sequences: 1, maxOutputTokens: 0, beyondText: false, toolCalls: 0 },
      textBytes: body.length,
      prompt: { bytes: body, span: input, tokenBytes: input.end - input.start },
      forwarded: ({ servedName }: Forwarding) => ({
        ...{ path: "/v1/embeddings", contentType: "application/json" },
        parts: edited(body, [renamed({ model, modelSpan }, servedName)]),
      }),
      follow: () => null,
      usageOf: usageIn,
      priced: withCost,
    };
    return { ok: true, ask };
  },
};

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

const open = async (servedName: string): Promise<InferenceScene> =>
  (scene = await InferenceScene.start({
    operations: [score, embed],
    snapshot: (base) => ({
      ...base,
      deployments: base.deployments.map(({ endpoints }) => aDeployment({ endpoints, servedName })),
    }),
  }));
const asJson = (body: object): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
});
const call = ({ base }: InferenceScene, body: Buffer, init: RequestInit = {}): Promise<Response> =>
  fetch(`${base}/v1/echo-score`, {
    method: "POST",
    body: new Uint8Array(body),
    ...init,
    headers: { authorization: `Bearer ${KEY}`, "content-type": "multipart/form-data; boundary=x", ...init.headers },
  });

describe("an operation that is not chat", () => {
  it("goes through the whole life of a request, and is metered", async () => {
    const opened = await open("scorer");
    opened.model().play(({ response }) => {
      response.writeHead(200, { "content-type": "application/octet-stream" });
      response.end(ANSWER);
    });
    const response = await call(opened, Buffer.from([1, 2, 3]));
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/octet-stream"]);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(ANSWER);
    const [sent] = opened.model().calls;
    expect(sent).toMatchObject({ path: "/score/scorer", body: Buffer.from([1, 2, 3]) });
    expect(sent?.headers["content-type"]).toBe("multipart/form-data; boundary=x");
    await expect.poll(async () => (await opened.records()).length).toBe(1);
    const [record] = await opened.records();
    expect(record?.decision).toMatchObject({ outcome: "served", requestedModel: "model", stream: false });
    expect(record?.usage).toMatchObject({ estimated: true });
  });

  it("is one file where it is JSON: read strictly, renamed, counted and priced", async () => {
    const opened = await open("embedder");
    opened.model().play(answering(200, '{"data":[],"usage":{"prompt_tokens":5,"total_tokens":5}}'));
    const url = `${opened.base}/v1/embeddings`;
    const response = await fetch(url, asJson({ input: "été", model: "model" }));
    expect(await response.json()).toMatchObject({ usage: { prompt_tokens: 5, cost: expect.any(Number) as number } });
    expect(opened.model().calls[0]?.body.toString()).toBe('{"input":"été","model":"embedder"}');
    await expect.poll(async () => (await opened.records()).length).toBe(1);
    const [record] = await opened.records();
    expect(record?.usage).toMatchObject({ estimated: false, quantities: { inputTokens: 5, outputTokens: 0 } });
    const malformed = await fetch(url, asJson({ input: "", model: 3 }));
    expect(await malformed.json()).toMatchObject({ error: { code: "body.malformed", param: "model" } });
  });

  it("goes to no deployment that does not take it", async () => {
    const opened = await open("chatter");
    opened.model().play(answering(200, "{}"));
    const response = await call(opened, Buffer.from([1]));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: "pool.none_eligible" } });
    expect(opened.model().calls).toEqual([]);
  });

  it("has its own bounds and media type, and other operations are unknown where it stands alone", async () => {
    const opened = await open("scorer");
    expect((await call(opened, Buffer.alloc(1_001))).status).toBe(413);
    expect((await call(opened, Buffer.from("{}"), { headers: { "content-type": "application/json" } })).status).toBe(
      415,
    );
    const unknown = await fetch(`${opened.base}/v1/rerank`, {
      method: "POST",
      headers: { authorization: `Bearer ${KEY}` },
    });
    expect(await unknown.json()).toMatchObject({ error: { code: "route.unknown" } });
  });
});
