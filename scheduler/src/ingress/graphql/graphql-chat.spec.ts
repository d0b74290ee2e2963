import { createClient as createSseClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { aScene, InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import type { SceneOptions } from "../../../../test/builders/inference-scene.js";
import { useCase } from "../../../../test/builders/snapshot.builder.js";
import { eventually } from "../../../../test/fakes/eventually.js";
import { answering, DONE, streaming, tokenEvent, usageEvent } from "../../../../test/fakes/model-server.js";

const INPUT = { model: "model", messages: [{ role: "USER", content: "Bonjour" }] };
const MUTATION = `mutation ($input: ChatInput!) { chat(input: $input) { __typename
  ... on ChatCompletion { choices { message { content } } usage { inputTokens outputTokens costMicroEuro } decisionId pool }
  ... on Refusal { code decisionId } } }`;
const SUBSCRIPTION = `subscription ($input: ChatInput!) { chat(input: $input) { __typename
  ... on ChatDelta { content } ... on ChatEnd { usage { inputTokens outputTokens } decisionId }
  ... on Refusal { code } } }`;

let scene: InferenceScene | null = null;
const ends: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await scene?.stop();
  scene = null;
});
const open = async (options: SceneOptions = {}) => (scene = await InferenceScene.start(options));

async function post(at: InferenceScene, query: string, variables: unknown = {}): Promise<unknown> {
  const response = await fetch(`${at.base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: unknown }).data;
}

const authorization = `Bearer ${KEY}`;
const CLIENTS = [
  [
    "graphql-sse",
    (at: InferenceScene) =>
      createSseClient({ url: `${at.base}/graphql/stream`, headers: { authorization }, retryAttempts: 0 }),
  ],
  [
    "graphql-ws",
    (at: InferenceScene) =>
      createSocketClient({
        url: `${at.base.replace("http", "ws")}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization },
        retryAttempts: 0,
      }),
  ],
] as const;

describe("a chat by GraphQL lives as one by REST", () => {
  it("is served, charged, recorded before it ends, and explained afterwards", async () => {
    const at = await open();
    at.model().play(
      answering(
        200,
        '{"id":"c","model":"model","choices":[{"index":0,"message":{"role":"assistant","content":"Salut"}}],' +
          '"usage":{"prompt_tokens":10,"completion_tokens":4,"total_tokens":14}}',
      ),
    );
    const answer = (await post(at, MUTATION, { input: INPUT })) as { chat: { decisionId: string } };
    const [record] = await at.records();
    expect(answer.chat).toEqual({
      __typename: "ChatCompletion",
      choices: [{ message: { content: "Salut" } }],
      usage: { inputTokens: 10, outputTokens: 4, costMicroEuro: 22 },
      decisionId: record?.decision.id,
      pool: "pool",
    });
    expect(record?.usage).toMatchObject({ quantities: { inputTokens: 10, outputTokens: 4, costMicroEuro: 22 } });
    const asked = `{ decision(id: "${answer.chat.decisionId}") { ... on Decision { outcome usage { outputTokens } } } }`;
    expect(await post(at, asked)).toEqual({ decision: { outcome: "served", usage: { outputTokens: 4 } } });
  });

  it("is refused by the same rules, with a record", async () => {
    const at = await open({ snapshot: (base) => ({ ...base, useCases: [useCase({ state: "suspended" })] }) });
    expect(await post(at, MUTATION, { input: INPUT })).toMatchObject({
      chat: { __typename: "PolicyRefusal", code: "use_case.suspended" },
    });
    const [record] = await at.records();
    expect(record?.decision).toMatchObject({ outcome: "refused", code: "use_case.suspended" });
    expect(at.model().calls).toEqual([]);
  });

  it("carries labels up to the rules", async () => {
    const at = await open();
    const input = { ...INPUT, labels: ["PERSONAL"] };
    await post(at, MUTATION, { input });
    expect((await at.records())[0]?.decision.labels).toEqual(["public", "personal"]);
  });

  it("says which models there are when the name is unknown", async () => {
    const at = await open();
    expect(await post(at, MUTATION, { input: { ...INPUT, model: "other" } })).toMatchObject({
      chat: { __typename: "RequestRefusal", code: "model.unknown" },
    });
    expect(await post(at, "{ models { ... on ModelList { models { name } } } }")).toEqual({
      models: { models: [{ name: "model" }] },
    });
  });
});

describe.each(CLIENTS)("a stream by %s", (_, connect) => {
  it("gives each piece and the usage as recorded", async () => {
    const at = await open();
    at.model().play(streaming(tokenEvent("Bon"), tokenEvent("jour"), usageEvent(7, 2), DONE));
    const client = connect(at);
    ends.push(() => client.dispose());
    const events: unknown[] = [];
    for await (const event of client.iterate<{ chat: unknown }>({ query: SUBSCRIPTION, variables: { input: INPUT } }))
      events.push(event.data?.chat);
    const [record] = await at.records();
    expect(events).toEqual([
      { __typename: "ChatDelta", content: "Bon" },
      { __typename: "ChatDelta", content: "jour" },
      { __typename: "ChatEnd", usage: { inputTokens: 7, outputTokens: 2 }, decisionId: record?.decision.id },
    ]);
    expect(record?.usage).toMatchObject({ quantities: { inputTokens: 7, outputTokens: 2 }, estimated: false });
  });

  it("stops the model server when the subscriber leaves, and meters what was used", async () => {
    const at = await open();
    at.model().play(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(tokenEvent("Bon") + tokenEvent("jour"));
    });
    const client = connect(at);
    ends.push(() => client.dispose());
    const events = client.iterate({ query: SUBSCRIPTION, variables: { input: INPUT } });
    await events.next();
    await events.return?.(undefined);
    await at.model().calls[0]?.abandoned;
    await eventually(async () => expect(await at.records()).toHaveLength(1));
    const [record] = await at.records();
    expect(record?.decision.outcome).toBe("cancelled");
    expect(record?.usage).toMatchObject({ quantities: { outputTokens: 2 }, estimated: true });
  });

  it("ends with the failure when the model server breaks off", async () => {
    const at = await open();
    at.model().play(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(tokenEvent("Bon"), () => response.destroy());
    });
    const client = connect(at);
    ends.push(() => client.dispose());
    const events: unknown[] = [];
    for await (const event of client.iterate<{ chat: unknown }>({ query: SUBSCRIPTION, variables: { input: INPUT } }))
      events.push(event.data?.chat);
    expect(events).toEqual([
      { __typename: "ChatDelta", content: "Bon" },
      { __typename: "EngineFailure", code: "endpoint.cut" },
    ]);
  });
});

describe("a snapshot that changes", () => {
  it("stops the next operation of an open socket", async () => {
    const at = await open();
    const client = createSocketClient({
      url: `${at.base.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization },
      lazy: false,
      retryAttempts: 0,
    });
    ends.push(() => client.dispose());
    const first = client.iterate({ query: "{ me { __typename } }" });
    expect((await first.next()).value).toMatchObject({ data: { me: { __typename: "Caller" } } });
    at.publish({ ...aScene(at.servers), number: 2, useCases: [useCase({ state: "suspended" })] });
    const second = client.iterate({ query: "{ me { __typename ... on Refusal { code } } }" });
    expect((await second.next()).value).toMatchObject({
      data: { me: { __typename: "PolicyRefusal", code: "use_case.suspended" } },
    });
  });
});
