import { request as httpRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHAT, CHAT_INPUT, GRAPHQL_KEY, GraphqlScene } from "../../../../test/builders/graphql-scene.js";
import { decision, usage } from "../../../../test/builders/records.builder.js";
import { eventually } from "../../../../test/fakes/eventually.js";
import { completion, jsonHead, records } from "../../../../test/fakes/scripted-inference.js";
import { refusal } from "../../kernel/refusal.js";

let scene: GraphqlScene;
beforeEach(async () => {
  scene = await GraphqlScene.start();
});
afterEach(() => scene.stop());

describe("chat as a mutation", () => {
  it("answers with the completion, its figures and its decision", async () => {
    scene.inference.onSubmit = (sink, meta) => {
      sink.begin(jsonHead, meta);
      for (const half of [completion("Salut").subarray(0, 30), completion("Salut").subarray(30)]) sink.data(half);
      sink.end(records());
    };
    const { body, headers } = await scene.post(CHAT, { input: CHAT_INPUT }, { "x-request-id": "mine-1" });
    expect(body).toEqual({
      data: {
        chat: {
          __typename: "ChatCompletion",
          choices: [{ index: 0, message: { role: "assistant", content: "Salut" }, finishReason: "stop" }],
          usage: { outputTokens: 20, cost: 0.000042, impacts: { kWh: 0.001 } },
          decisionId: "decision-1",
          requestId: "mine-1",
          pool: "pool-north",
        },
      },
    });
    expect(headers.get("x-request-id")).toBe("mine-1");
  });

  it("asks the same entry as REST, in OpenAI's words and with the caller's key and labels", async () => {
    scene.inference.onSubmit = (sink, meta) => sink.refuse(refusal("internal", "no"), meta);
    const input = {
      model: "alias",
      messages: [
        { role: "SYSTEM", content: "Sois bref" },
        { role: "USER", content: "Regarde", parts: [{ imageUrl: "data:image/png;base64,AA==" }, { text: "ici" }] },
        { role: "TOOL", content: "4", toolCallId: "call-1" },
      ],
      maxTokens: 64,
      temperature: 0.5,
      topP: 0.9,
      stop: ["\n"],
      n: 2,
      seed: 7,
      tools: [{ type: "function", function: { name: "f" } }],
      toolChoice: "auto",
      responseFormat: { type: "json_object" },
      labels: ["PERSONAL", "SECRET_PRO"],
    };
    await scene.post(CHAT, { input }, { "x-socle-labels": "internal", traceparent: "00-a-b-01" });
    expect(scene.inference.body()).toEqual({
      model: "alias",
      messages: [
        { role: "system", content: "Sois bref" },
        {
          role: "user",
          content: [
            { type: "text", text: "Regarde" },
            { type: "image_url", image_url: { url: "data:image/png;base64,AA==" } },
            { type: "text", text: "ici" },
          ],
        },
        { role: "tool", content: "4", tool_call_id: "call-1" },
      ],
      max_tokens: 64,
      temperature: 0.5,
      top_p: 0.9,
      stop: ["\n"],
      n: 2,
      seed: 7,
      tools: [{ type: "function", function: { name: "f" } }],
      tool_choice: "auto",
      response_format: { type: "json_object" },
    });
    expect(scene.inference.asked[0]).toMatchObject({
      authorization: GRAPHQL_KEY,
      labels: "internal,personal,secret_pro",
      traceparent: "00-a-b-01",
    });
  });

  it.each([
    ["key.revoked", "AuthenticationRefusal"],
    ["use_case.suspended", "PolicyRefusal"],
    ["budget.exceeded", "QuotaRefusal"],
    ["model.unknown", "RequestRefusal"],
    ["endpoint.unavailable", "EngineFailure"],
  ] as const)("shows %s as %s", async (code, member) => {
    scene.inference.onSubmit = (sink, meta) => sink.refuse(refusal(code, "Because.", { details: { figure: 1 } }), meta);
    const { body } = await scene.post(CHAT, { input: CHAT_INPUT });
    expect(body).toEqual({
      data: {
        chat: { __typename: member, code, message: "Because.", decisionId: "decision-1", details: { figure: 1 } },
      },
    });
  });

  it("lists each pool's reasons when none is eligible", async () => {
    const pools = [{ pool: "pool-north", reasons: [{ rule: "family/rule", version: 1, code: "label.not_accepted" }] }];
    scene.inference.onSubmit = (sink, meta) =>
      sink.refuse(refusal("pool.none_eligible", "None.", { details: { pools } }), meta);
    const { body } = await scene.post(CHAT, { input: CHAT_INPUT });
    expect(body).toMatchObject({
      data: {
        chat: { pools: [{ pool: "pool-north", reasons: [{ rule: "family/rule", code: "label.not_accepted" }] }] },
      },
    });
  });

  it("shows what the model server refused, and what it garbled", async () => {
    const error = Buffer.from(JSON.stringify({ error: { message: "Too long for the model." } }));
    scene.inference.onSubmit = (sink, meta) => {
      sink.begin({ ...jsonHead, status: 400 }, meta);
      sink.data(error);
      sink.end(records());
    };
    expect(await scene.post(CHAT, { input: CHAT_INPUT })).toMatchObject({
      body: { data: { chat: { __typename: "RequestRefusal", message: "Too long for the model." } } },
    });
    scene.inference.onSubmit = (sink, meta) => {
      sink.begin(jsonHead, meta);
      sink.data(Buffer.from("<html>"));
      sink.end(records());
    };
    expect(await scene.post(CHAT, { input: CHAT_INPUT })).toMatchObject({
      body: { data: { chat: { __typename: "EngineFailure", code: "endpoint.failed" } } },
    });
  });

  it("cancels the model server when the caller hangs up", async () => {
    const hung = httpRequest(`http://${scene.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: GRAPHQL_KEY },
    });
    hung.on("error", () => {});
    hung.end(JSON.stringify({ query: CHAT, variables: { input: CHAT_INPUT } }));
    await eventually(() => expect(scene.inference.asked).toHaveLength(1));
    hung.destroy();
    await eventually(() => expect(scene.inference.cancelled).toBe(1));
  });
});

describe("queries", () => {
  it("say who the key speaks for and what it may call", async () => {
    const { body } = await scene.post(
      `{ me { ... on Caller { application { slug } useCase { slug state labels } organisations } }
         models { ... on ModelList { models { name } } } }`,
    );
    expect(body).toEqual({
      data: {
        me: {
          application: { slug: "application" },
          useCase: { slug: "use-case", state: "deployed", labels: ["PUBLIC"] },
          organisations: ["etat", "ministere"],
        },
        models: { models: [{ name: "model" }] },
      },
    });
  });

  it("refuse without a key, as members of their results", async () => {
    const query = "{ me { __typename ... on Refusal { code } } models { __typename } decision(id: 1) { __typename } }";
    expect((await scene.post(query, {}, { authorization: "Bearer nobody" })).body).toEqual({
      data: {
        me: { __typename: "AuthenticationRefusal", code: "key.unknown" },
        models: { __typename: "AuthenticationRefusal" },
        decision: { __typename: "AuthenticationRefusal" },
      },
    });
  });

  it("show a decision to its application only", async () => {
    const reasons = [{ rule: "family/rule", version: 1, effect: "warn", code: "rule.fired" } as const];
    const pools = [{ poolId: "pool", eligible: true, reasons }];
    scene.remembered.set("mine", { decision: decision({ id: "mine", pools }), usage: usage() });
    scene.remembered.set("other", { decision: decision({ id: "other", applicationId: "another" }), usage: null });
    const shown = `... on Decision { outcome labels pools { eligible reasons { rule } } usage { inputTokens } at }`;
    const { body } =
      await scene.post(`{ mine: decision(id: "mine") { ${shown} } other: decision(id: "other") { __typename }
      none: decision(id: "none") { __typename } }`);
    expect(body).toEqual({
      data: {
        mine: {
          outcome: "served",
          labels: ["PUBLIC"],
          pools: [{ eligible: true, reasons: [{ rule: "family/rule" }] }],
          usage: { inputTokens: 100 },
          at: new Date(1_764_000_000_000).toISOString(),
        },
        other: null,
        none: null,
      },
    });
  });
});
