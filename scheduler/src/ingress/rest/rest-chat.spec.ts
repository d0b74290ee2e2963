import { afterEach, describe, expect, it } from "vitest";
import fc from "fast-check";
import { aDeployment, InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import type { SceneOptions } from "../../../../test/builders/inference-scene.js";
import { answering, DONE, streaming, tokenEvent, usageEvent } from "../../../../test/fakes/model-server.js";

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});
const open = async (options: SceneOptions = {}): Promise<InferenceScene> =>
  (scene = await InferenceScene.start(options));

const MESSAGES = [{ role: "user", content: "Bonjour, ça va ?" }];
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe("POST /v1/chat/completions", () => {
  it("passes a stream on byte for byte however the engine cuts it, and keeps the usage it was not asked for", async () => {
    const { model, chat } = await openParts();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", maxLength: 20 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat({ max: 500 }), { maxLength: 5 }),
        async (words, cuts) => {
          const text = words.map(tokenEvent).join("");
          const bytes = Buffer.from(text + usageEvent(5, words.length) + DONE);
          const at = [...new Set(cuts.filter((cut) => cut < bytes.length))].sort((a, b) => a - b);
          model.play(streaming(...[0, ...at].map((from, index) => bytes.subarray(from, at[index]))));
          const response = await chat({ model: "model", messages: MESSAGES, stream: true });
          expect(await response.text()).toBe(text + DONE);
        },
      ),
      { numRuns: 25 },
    );
  });

  const openParts = async (options: SceneOptions = {}) => {
    const opened = await open(options);
    return { scene: opened, model: opened.model(), chat: opened.chat.bind(opened) };
  };

  it("forwards unknown fields, tools, JSON schema and n as they are", async () => {
    const { model, chat } = await openParts();
    const body = `{ "model":"model", "max_tokens":9, "n":2, "tools":[{"type":"function","function":{"name":"f","parameters":{}}}],
      "response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"a":1.0}}}, "messages":[], "x_unknown":{"é":[1e2]} }`;
    model.play(answering(200, '{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}'));
    await (await chat(body)).text();
    expect(model.calls[0]?.body.toString()).toBe(body);
  });

  it("gives the caller the usage event it asked for, with cost and impacts", async () => {
    const { model, chat } = await openParts();
    model.play(streaming(tokenEvent("a"), usageEvent(10, 4), DONE));
    const asked = { model: "model", messages: MESSAGES, stream: true, stream_options: { include_usage: true } };
    const text = await (await chat(asked)).text();
    const usage = text.split("\n\n").find((event) => event.includes('"usage"'));
    expect(JSON.parse(usage?.slice(6) ?? "{}")).toEqual({
      choices: [],
      usage: {
        prompt_tokens: 10,
        completion_tokens: 4,
        total_tokens: 14,
        cost: 0.000022,
        impacts: { kWh: 0.000028, kgCO2eq: expect.closeTo(0.0000014, 10) as number },
      },
    });
  });

  it("answers without streaming, with every header, and one record of what was used", async () => {
    const { model, chat, scene: opened } = await openParts();
    model.play(
      answering(200, '{"id":"x","choices":[{}],"usage":{"prompt_tokens":100,"completion_tokens":20},"z":1.50}'),
    );
    const response = await chat({ model: "model", messages: MESSAGES }, { headers: { "x-request-id": "mine-1" } });
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/^\{"id":"x".*"cost":0\.00016,"impacts":\{.*\}\},"z":1\.50\}$/);
    expect(response.headers.get("x-request-id")).toBe("mine-1");
    expect(response.headers.get("x-socle-pool")).toBe("pool");
    expect(response.headers.get("x-socle-overhead-ms")).toMatch(/^[0-9.]+; ingress=/);
    const [record] = await opened.records();
    expect(record?.decision).toMatchObject({
      id: response.headers.get("x-socle-decision"),
      outcome: "served",
      status: 200,
      useCaseId: "use-case",
      endpoint: { endpointId: "endpoint-0", attempts: 1 },
      pools: [{ poolId: "pool", eligible: true }],
    });
    expect(record?.usage).toMatchObject({
      estimated: false,
      quantities: {
        inputTokens: 100,
        outputTokens: 20,
        costMicroEuro: 160,
        gpuMicroSeconds: (100 * 100 + 20 * 3_000) * 2,
      },
    });
  });

  it("renames the model for the server, and bounds an answer that the caller left unbounded", async () => {
    const { model, chat } = await openParts({
      snapshot: (base) => ({
        ...base,
        aliases: [{ name: "petit", modelId: "model" }],
        deployments: base.deployments.map(({ endpoints }) => aDeployment({ endpoints, servedName: "org/real-7b" })),
      }),
    });
    await (await chat({ model: "petit", stream: true, messages: MESSAGES })).text();
    expect(JSON.parse(model.calls[0]?.body.toString() ?? "{}")).toEqual({
      model: "org/real-7b",
      stream: true,
      messages: MESSAGES,
      max_tokens: 1024,
      stream_options: { include_usage: true },
    });
  });

  it("passes on what the server says about the request, uncharged", async () => {
    const { model, chat, scene: opened } = await openParts();
    model.play(answering(400, '{"error":{"message":"bad tool"}}'));
    const response = await chat({ model: "model", messages: MESSAGES });
    expect([response.status, await response.text()]).toEqual([400, '{"error":{"message":"bad tool"}}']);
    expect((await opened.records())[0]).toMatchObject({ usage: null, decision: { outcome: "failed", status: 400 } });
  });
});

describe("refusals", () => {
  const body = { model: "model", messages: MESSAGES };

  it.each([
    ["key.missing", 401, { authorization: "" }],
    ["key.malformed", 401, { authorization: "Bearer nonsense" }],
    ["key.unknown", 401, { authorization: "Bearer socle_ABCDEFGHIJKLMNOPQRSTUVWXYZ" }],
    ["label.unknown", 400, { "x-socle-labels": "public, tres-secret" }],
    ["media_type.unsupported", 415, { "content-type": "text/plain" }],
    ["media_type.unsupported", 415, { "content-encoding": "gzip" }],
  ])("%s", async (code, status, headers) => {
    const opened = await open();
    const response = await opened.chat(body, { headers: headers as Record<string, string> });
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect((await opened.records())[0]?.decision).toMatchObject({ code, status, outcome: "refused" });
    expect(opened.model().calls).toHaveLength(0);
  });

  it("tells malformed JSON by position, and an unknown model with those that may be used", async () => {
    const opened = await open();
    const malformed = (await (await opened.chat('{"model":"model",}')).json()) as { error: { details: unknown } };
    expect(malformed.error.details).toEqual({ position: 17 });
    const unknown = await opened.chat({ ...body, model: "gpt" });
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({
      error: { code: "model.unknown", param: "model", type: "invalid_request_error", details: { models: ["model"] } },
    });
  });

  it("refuses a body over the limit, stated or not", async () => {
    const opened = await open({ limits: { maxBodyBytes: 1000 } });
    const large = { ...body, padding: "x".repeat(2000) };
    expect(await codeOf(await opened.chat(large))).toBe("body.too_large");
    const chunks = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(large)));
        controller.close();
      },
    });
    const streamed = await opened.chat("", { body: chunks, duplex: "half" } as RequestInit);
    expect([streamed.status, await codeOf(streamed)]).toEqual([413, "body.too_large"]);
  });

  it("answers unknown paths and methods in OpenAI's shape", async () => {
    const opened = await open();
    const unknown = await fetch(`${opened.base}/v1/nothing`);
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, "route.unknown"]);
    const method = await fetch(`${opened.base}/v1/chat/completions`);
    expect([method.status, method.headers.get("allow"), await codeOf(method)]).toEqual([
      405,
      "POST",
      "method.not_allowed",
    ]);
  });

  it("lists the models that the key may use", async () => {
    const opened = await open({ snapshot: (base) => ({ ...base, aliases: [{ name: "petit", modelId: "model" }] }) });
    const listed = await fetch(`${opened.base}/v1/models`, { headers: { authorization: `Bearer ${KEY}` } });
    expect(await listed.json()).toMatchObject({ object: "list", data: [{ id: "model" }, { id: "petit" }] });
    const refused = await fetch(`${opened.base}/v1/models`);
    expect([refused.status, await codeOf(refused)]).toEqual([401, "key.missing"]);
  });

  it("stops a suspended use case with the next snapshot", async () => {
    const opened = await open();
    await (await opened.chat(body)).text();
    const { source } = opened.holder.current() ?? { source: null };
    if (source === null) throw new Error("unexpected");
    opened.publish({
      ...source,
      number: source.number + 1,
      useCases: source.useCases.map((useCase) => ({ ...useCase, state: "suspended" })),
    });
    const response = await opened.chat(body);
    expect([response.status, await codeOf(response)]).toEqual([403, "use_case.suspended"]);
  });
});
