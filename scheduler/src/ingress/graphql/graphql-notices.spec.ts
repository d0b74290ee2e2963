import { createClient } from "graphql-sse";
import { afterEach, describe, expect, it } from "vitest";
import { InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import { policyBundle } from "../../../../test/builders/snapshot.builder.js";
import { ruleFile } from "../../../../test/builders/rule-file.builder.js";
import { answering, DONE, streaming, tokenEvent, usageEvent } from "../../../../test/fakes/model-server.js";

const NOTICES = "notices sunset { announcedAt endsAt replacement }";
const INPUT = { model: "model", messages: [{ role: "USER", content: "Bonjour" }], labels: ["INTERNAL"] };
const MUTATION = `mutation ($input: ChatInput!) { chat(input: $input) { ... on ChatCompletion { ${NOTICES} } } }`;
const SUBSCRIPTION = `subscription ($input: ChatInput!) { chat(input: $input) { __typename ... on ChatEnd { ${NOTICES} } } }`;
const ANNOUNCED = { announcedAt: Date.UTC(2026, 8, 1), endsAt: Date.UTC(2026, 11, 31), replacement: "mistral-large" };
const TOLD = {
  announcedAt: "2026-09-01T00:00:00.000Z",
  endsAt: "2026-12-31T00:00:00.000Z",
  replacement: "mistral-large",
};
const ANSWER =
  '{"id":"c","model":"model","choices":[{"index":0,"message":{"role":"assistant","content":"Salut"}}],' +
  '"usage":{"prompt_tokens":10,"completion_tokens":4,"total_tokens":14}}';

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

/** A model whose end is announced, and a rule that warns. */
const open = async (): Promise<InferenceScene> =>
  (scene = await InferenceScene.start({
    snapshot: (base) => ({
      ...base,
      models: base.models.map((model) => ({ ...model, sunset: ANNOUNCED })),
      policies: policyBundle(
        ruleFile({
          effect: "warn",
          when: `'"internal" in request.labels'`,
          facts: "{ request: { labels: [internal] } }",
        }),
      ),
    }),
  }));

async function post(at: InferenceScene, query: string, variables: unknown = {}): Promise<unknown> {
  const response = await fetch(`${at.base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: unknown }).data;
}

describe("what an answer by REST says in its headers, by GraphQL", () => {
  it("is with a whole answer", async () => {
    const at = await open();
    at.model().play(answering(200, ANSWER));
    const byRest = await fetch(`${at.base}/v1/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${KEY}`, "x-socle-labels": "internal" },
      body: JSON.stringify({ model: "model", messages: [{ role: "user", content: "Bonjour" }] }),
    });
    const notices = byRest.headers.get("x-socle-notices")?.split(", ");
    expect([notices?.length, byRest.headers.get("sunset")]).toEqual([1, "Thu, 31 Dec 2026 00:00:00 GMT"]);
    at.model().play(answering(200, ANSWER));
    expect(await post(at, MUTATION, { input: INPUT })).toEqual({ chat: { notices, sunset: TOLD } });
  });

  it("is at the end of a stream, and null or empty where there is nothing to tell", async () => {
    for (const [at, end] of [
      [await open(), { sunset: TOLD, notices: [expect.any(String)] }],
      [await InferenceScene.start({}), { sunset: null, notices: [] }],
    ] as const) {
      at.model().play(streaming(tokenEvent("Bon"), usageEvent(7, 2), DONE));
      const headers = { authorization: `Bearer ${KEY}` };
      const client = createClient({ url: `${at.base}/graphql/stream`, headers, retryAttempts: 0 });
      const events: unknown[] = [];
      for await (const event of client.iterate<{ chat: unknown }>({ query: SUBSCRIPTION, variables: { input: INPUT } }))
        events.push(event.data?.chat);
      expect(events.at(-1)).toEqual({ __typename: "ChatEnd", ...end });
      client.dispose();
      if (at !== scene) await at.stop();
    }
  });

  it("is in the list of models", async () => {
    const at = await open();
    const models = "{ models { ... on ModelList { models { name sunset { announcedAt endsAt replacement } } } } }";
    expect(await post(at, models)).toEqual({ models: { models: [{ name: "model", sunset: TOLD }] } });
  });
});
