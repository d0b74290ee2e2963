import { afterEach, describe, expect, it } from "vitest";
import { aDeployment, InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import { answering } from "../../../../test/fakes/model-server.js";
import type { Ask, Operation } from "./operation.js";

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
        prompt: { bytes, span: { start: body.length, end: bytes.length }, tokenBytes: TEXT.length },
        forwarded: ({ servedName }) => ({ path: `/score/${servedName}`, contentType, parts: [body] }),
        follow: () => null,
        usageOf: () => null,
        priced: (answer) => answer,
      },
    };
  },
};

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

const open = async (servedName: string): Promise<InferenceScene> =>
  (scene = await InferenceScene.start({
    operations: [score],
    snapshot: (base) => ({
      ...base,
      deployments: base.deployments.map(({ endpoints }) => aDeployment({ endpoints, servedName })),
    }),
  }));
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
