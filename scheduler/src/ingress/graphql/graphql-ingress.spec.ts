import { createServer, request as httpRequest } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { compileBundle } from "@socle/policies";
import { decision, usage } from "../../../../test/builders/records.builder.js";
import { hashOfKey, snapshot } from "../../../../test/builders/snapshot.builder.js";
import { eventually } from "../../../../test/fakes/eventually.js";
import {
  completion,
  delta,
  jsonHead,
  records,
  ScriptedInference,
  streamHead,
} from "../../../../test/fakes/scripted-inference.js";
import { systemClock } from "../../kernel/clock.js";
import { compileSnapshot } from "../../kernel/snapshot/compile-snapshot.js";
import { silentLogger } from "../../kernel/logger.port.js";
import { refusal } from "../../kernel/refusal.js";
import { graphqlIngress } from "./graphql-ingress.js";
import type { GraphqlPorts } from "./ports.js";

const KEY = "Bearer sk-test";
const CHAT = `mutation ($input: ChatInput!) { chat(input: $input) { __typename
  ... on ChatCompletion { choices { index message { role content } finishReason } usage { outputTokens cost impacts { kWh } }
    decisionId requestId pool }
  ... on Refusal { code message decisionId details }
  ... on NoEligiblePool { pools { pool reasons { rule code } } } } }`;
const STREAM = `subscription ($input: ChatInput!) { chat(input: $input) { __typename
  ... on ChatDelta { index content finishReason } ... on ChatEnd { usage { outputTokens } decisionId pool }
  ... on Refusal { code } ... on EngineFailure { usage { outputTokens } } } }`;
const INPUT = { model: "model", messages: [{ role: "USER", content: "Bonjour" }] };

let inference = new ScriptedInference();
let server: Server;
let base = "";
let close: () => Promise<void>;
let upgraded: Duplex | null = null;
const remembered = new Map<string, { decision: ReturnType<typeof decision>; usage: ReturnType<typeof usage> | null }>();

function portsOf(): GraphqlPorts {
  const source = snapshot();
  const bundle = compileBundle(source.policies.files);
  if (!bundle.ok) throw new Error("rules refused");
  const caller = compileSnapshot(source, bundle.bundle).callers.get(hashOfKey("sk-test"));
  const unknown = refusal("key.unknown", "No application holds this key.");
  return {
    submit: inference.submit,
    identify: (authorization) =>
      authorization === KEY && caller ? { ok: true, caller } : { ok: false, refusal: unknown },
    listModels: (authorization) =>
      authorization === KEY
        ? { ok: true, models: [{ name: "model", publisher: "p", contextWindow: 8 }] }
        : { ok: false, refusal: unknown },
    findDecision: (id) => remembered.get(id) ?? null,
    clock: systemClock,
  };
}

beforeEach(async () => {
  inference = new ScriptedInference();
  const routes = graphqlIngress(portsOf(), { maxBodyBytes: 50_000, callerStallMs: 60_000, logger: silentLogger });
  server = createServer((request, response) =>
    routes.find((route) => route.path === request.url)?.handle(request, response),
  );
  server.on("upgrade", (request, socket: Duplex, head: Buffer) => {
    upgraded = socket;
    routes.find((route) => route.path === request.url)?.upgrade?.(request, socket, head);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    for (const route of routes) await route.close?.();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => close());

async function post(query: string, variables: unknown = {}, headers: Record<string, string> = {}) {
  const response = await fetch(`http://${base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: KEY, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

const sse = (authorization = KEY) =>
  createSseClient({ url: `http://${base}/graphql/stream`, headers: { authorization }, retryAttempts: 0 });
const socket = (authorization = KEY) =>
  createSocketClient({
    url: `ws://${base}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
  });
const CLIENTS = [
  ["graphql-sse", () => sse()],
  ["graphql-ws", () => socket()],
] as const;

type Client = ReturnType<typeof sse> | ReturnType<typeof socket>;
const subscribe = (client: Client, query = STREAM, input: unknown = INPUT) =>
  client.iterate<{ chat: Record<string, unknown> }>({ query, variables: { input } }) as AsyncGenerator<{
    data?: { chat: Record<string, unknown> } | null;
    errors?: readonly unknown[];
  }>;

async function all(client: Client, query?: string, input?: unknown): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const event of subscribe(client, query, input)) events.push(event.data?.chat ?? event);
  await client.dispose();
  return events;
}

describe("chat as a mutation", () => {
  it("answers with the completion, its figures and its decision", async () => {
    inference.onSubmit = (sink, meta) => {
      sink.begin(jsonHead, meta);
      for (const half of [completion("Salut").subarray(0, 30), completion("Salut").subarray(30)]) sink.data(half);
      sink.end(records());
    };
    const { body, headers } = await post(CHAT, { input: INPUT }, { "x-request-id": "mine-1" });
    expect(body).toEqual({
      data: {
        chat: {
          __typename: "ChatCompletion",
          choices: [{ index: 0, message: { role: "assistant", content: "Salut" }, finishReason: "stop" }],
          usage: { outputTokens: 20, cost: 0.000042, impacts: { kWh: 0.001 } },
          decisionId: "decision-1",
          requestId: "mine-1",
          pool: "grappe",
        },
      },
    });
    expect(headers.get("x-request-id")).toBe("mine-1");
  });

  it("asks the same entry as REST, in OpenAI's words and with the caller's key and labels", async () => {
    inference.onSubmit = (sink, meta) => sink.refuse(refusal("internal", "no"), meta);
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
    await post(CHAT, { input }, { "x-socle-labels": "internal", traceparent: "00-a-b-01" });
    expect(inference.body()).toEqual({
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
    expect(inference.asked[0]).toMatchObject({
      authorization: KEY,
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
    inference.onSubmit = (sink, meta) => sink.refuse(refusal(code, "Because.", { details: { figure: 1 } }), meta);
    const { body } = await post(CHAT, { input: INPUT });
    expect(body).toEqual({
      data: {
        chat: { __typename: member, code, message: "Because.", decisionId: "decision-1", details: { figure: 1 } },
      },
    });
  });

  it("lists each pool's reasons when none is eligible", async () => {
    const pools = [{ pool: "grappe", reasons: [{ rule: "family/rule", version: 1, code: "label.not_accepted" }] }];
    inference.onSubmit = (sink, meta) =>
      sink.refuse(refusal("pool.none_eligible", "None.", { details: { pools } }), meta);
    const { body } = await post(CHAT, { input: INPUT });
    expect(body).toMatchObject({
      data: { chat: { pools: [{ pool: "grappe", reasons: [{ rule: "family/rule", code: "label.not_accepted" }] }] } },
    });
  });

  it("shows what the model server refused, and what it garbled", async () => {
    const error = Buffer.from(JSON.stringify({ error: { message: "Too long for the model." } }));
    inference.onSubmit = (sink, meta) => {
      sink.begin({ ...jsonHead, status: 400 }, meta);
      sink.data(error);
      sink.end(records());
    };
    expect(await post(CHAT, { input: INPUT })).toMatchObject({
      body: { data: { chat: { __typename: "RequestRefusal", message: "Too long for the model." } } },
    });
    inference.onSubmit = (sink, meta) => {
      sink.begin(jsonHead, meta);
      sink.data(Buffer.from("<html>"));
      sink.end(records());
    };
    expect(await post(CHAT, { input: INPUT })).toMatchObject({
      body: { data: { chat: { __typename: "EngineFailure", code: "endpoint.failed" } } },
    });
  });

  it("cancels the model server when the caller hangs up", async () => {
    const hung = httpRequest(`http://${base}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: KEY },
    });
    hung.on("error", () => {});
    hung.end(JSON.stringify({ query: CHAT, variables: { input: INPUT } }));
    await eventually(() => expect(inference.asked).toHaveLength(1));
    hung.destroy();
    await eventually(() => expect(inference.cancelled).toBe(1));
  });
});

describe.each(CLIENTS)("chat as a subscription, with %s", (_, connect) => {
  it("streams deltas as they come, then the usage", async () => {
    const events = subscribe(connect());
    const first = events.next();
    await eventually(() => expect(inference.sinks).toHaveLength(1));
    const [sink] = inference.sinks;
    sink?.begin(streamHead, inference.meta());
    sink?.data(delta("Bon"));
    expect((await first).value).toEqual({
      data: { chat: { __typename: "ChatDelta", index: 0, content: "Bon", finishReason: null } },
    });
    sink?.data(Buffer.concat([delta("jour"), delta("", "stop"), Buffer.from("data: [DONE]\n\n")]));
    sink?.end(records());
    const rest: unknown[] = [];
    for await (const event of events) rest.push(event.data?.chat);
    expect(rest).toEqual([
      { __typename: "ChatDelta", index: 0, content: "jour", finishReason: null },
      { __typename: "ChatDelta", index: 0, content: "", finishReason: "stop" },
      { __typename: "ChatEnd", usage: { outputTokens: 20 }, decisionId: "decision-1", pool: "grappe" },
    ]);
    expect(inference.body()).toMatchObject({ stream: true, stream_options: { include_usage: true } });
    expect(inference.cancelled).toBe(0);
  });

  it("ends on a refusal, on a cut and on the model server's own error", async () => {
    inference.onSubmit = (sink, meta) => sink.refuse(refusal("budget.exceeded", "Spent."), meta);
    expect(await all(connect())).toEqual([{ __typename: "QuotaRefusal", code: "budget.exceeded" }]);
    inference.onSubmit = (sink, meta) => {
      sink.begin(streamHead, meta);
      sink.data(delta("Bon"));
      sink.cut(refusal("endpoint.cut", "Cut."), records({ outputTokens: 1, estimated: true }));
    };
    expect((await all(connect())).at(-1)).toEqual({
      __typename: "EngineFailure",
      code: "endpoint.cut",
      usage: { outputTokens: 1 },
    });
    inference.onSubmit = (sink, meta) => {
      sink.begin(streamHead, meta);
      sink.data(Buffer.from('data: {"error":{"message":"Out of memory"}}\n\n'));
      sink.end(records());
    };
    expect(await all(connect())).toMatchObject([{ __typename: "EngineFailure", code: "endpoint.failed" }]);
  });

  it("gives a whole answer as one piece when the model server does not stream", async () => {
    inference.onSubmit = (sink, meta) => {
      sink.begin(jsonHead, meta);
      sink.data(completion("Salut"));
      sink.end(records());
    };
    expect(await all(connect())).toMatchObject([{ content: "Salut", finishReason: "stop" }, { __typename: "ChatEnd" }]);
  });

  it("cancels the model server at once when the subscriber leaves, even between two pieces", async () => {
    const client = connect();
    const events = subscribe(client);
    const first = events.next();
    await eventually(() => expect(inference.sinks).toHaveLength(1));
    inference.sinks[0]?.begin(streamHead, inference.meta());
    inference.sinks[0]?.data(delta("Bon"));
    await first;
    await events.return(undefined);
    await eventually(() => expect(inference.cancelled).toBe(1));
    await client.dispose();
  });

  it("cancels when the connection is lost", async () => {
    const events = subscribe(connect());
    const first = events.next().catch(() => null);
    await eventually(() => expect(inference.sinks).toHaveLength(1));
    server.closeAllConnections();
    upgraded?.destroy();
    await eventually(() => expect(inference.cancelled).toBe(1));
    await first;
  });

  it("runs the same with directives, which take the long way", async () => {
    inference.onSubmit = (sink, meta) => {
      sink.begin(streamHead, meta);
      sink.data(delta("Bon"));
      sink.end(records());
    };
    const query = STREAM.replace("index content", "index @include(if: true) content @skip(if: true)");
    expect(await all(connect(), query)).toEqual([
      { __typename: "ChatDelta", index: 0, finishReason: null },
      { __typename: "ChatEnd", usage: { outputTokens: 20 }, decisionId: "decision-1", pool: "grappe" },
    ]);
  });

  it("tells what is wrong with a query or its variables", async () => {
    const failure = async (query: string, input: unknown): Promise<string> =>
      JSON.stringify(await all(connect(), query, input).catch((error: unknown) => error));
    expect(await failure("subscription ($input: ChatInput!) { chat(input: $input) { nothing } }", INPUT)).toMatch(
      "Cannot query field",
    );
    expect(await failure(STREAM, { model: "model" })).toMatch("messages");
    expect(inference.asked).toEqual([]);
  });
});

describe("back-pressure", () => {
  it("asks the model server to wait when nobody reads, and to go on when somebody does", async () => {
    const events = subscribe(sse());
    const first = events.next();
    await eventually(() => expect(inference.sinks).toHaveLength(1));
    const [sink] = inference.sinks;
    sink?.begin(streamHead, inference.meta());
    const burst = Buffer.concat(Array.from({ length: 200 }, (_, index) => delta(`${index}`)));
    expect(sink?.data(burst)).toBe(false);
    await first;
    let read = 1;
    while (read < 200) {
      await events.next();
      read += 1;
    }
    await eventually(() => expect(inference.resumed).toBe(1));
    await events.return(undefined);
  });
});

describe("queries", () => {
  it("say who the key speaks for and what it may call", async () => {
    const { body } = await post(
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
    expect((await post(query, {}, { authorization: "Bearer nobody" })).body).toEqual({
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
    remembered.set("mine", { decision: decision({ id: "mine", pools }), usage: usage() });
    remembered.set("other", { decision: decision({ id: "other", applicationId: "another" }), usage: null });
    const shown = `... on Decision { outcome labels pools { eligible reasons { rule } } usage { inputTokens } at }`;
    const { body } = await post(`{ mine: decision(id: "mine") { ${shown} } other: decision(id: "other") { __typename }
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

describe("limits", () => {
  it("refuse a body that is too long, a query too deep, too long or not JSON", async () => {
    const long = await post(CHAT, { input: { ...INPUT, messages: [{ role: "USER", content: "x".repeat(60_000) }] } });
    expect(long.status).toBe(413);
    const deep = "... on ChatCompletion { usage ".repeat(1) + "{ impacts { kWh } } }";
    const nest = (levels: number): string => (levels === 0 ? "kWh" : `a${levels}: impacts { ${nest(levels - 1)} }`);
    const query = `mutation ($input: ChatInput!) { chat(input: $input) { ${deep} ... on ChatCompletion { usage { ${nest(12)} } } } }`;
    expect(JSON.stringify((await post(query, { input: INPUT })).body)).toMatch("levels deep");
    const wide = `{ ${Array.from({ length: 400 }, (_, index) => `a${index}: me { __typename }`).join(" ")} }`;
    expect(JSON.stringify((await post(wide)).body)).toMatch("tokens");
    const broken = await fetch(`http://${base}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{",
    });
    expect(broken.status).toBe(400);
    expect(inference.asked).toEqual([]);
  });

  it("keep streams to their path, method and media type", async () => {
    const stream = (init: RequestInit) => fetch(`http://${base}/graphql/stream`, init).then((answer) => answer.status);
    const accept = { accept: "text/event-stream" };
    expect(await stream({ method: "POST", body: "{}" })).toBe(406);
    expect(await stream({ headers: accept })).toBe(405);
    expect(await stream({ method: "POST", headers: { ...accept, "content-type": "text/plain" }, body: "{}" })).toBe(
      415,
    );
    expect((await post(STREAM, { input: INPUT })).body).toMatchObject({
      errors: [{ message: "Subscriptions are not supported" }],
    });
  });

  it("close a socket without a valid key, with its code", async () => {
    const opened = new WebSocket(`ws://${base}/graphql`, "graphql-transport-ws");
    opened.on("open", () => opened.send(JSON.stringify({ type: "connection_init" })));
    const closed = new Promise((resolve) => opened.on("close", (code, reason) => resolve([code, reason.toString()])));
    expect(await closed).toEqual([4401, "key.unknown"]);
  });

  it("take the key of a socket from its header too, and run queries and mutations on it", async () => {
    inference.onSubmit = (sink, meta) => sink.refuse(refusal("budget.exceeded", "Spent."), meta);
    class WithHeader extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol, { headers: { authorization: KEY } });
      }
    }
    const client = createSocketClient({ url: `ws://${base}/graphql`, webSocketImpl: WithHeader, retryAttempts: 0 });
    for await (const result of client.iterate({ query: CHAT, variables: { input: INPUT } }))
      expect(result).toMatchObject({ data: { chat: { __typename: "QuotaRefusal" } } });
    await client.dispose();
    expect(inference.asked[0]?.authorization).toBe(KEY);
  });

  it("cut a socket that sends too much or nonsense", async () => {
    for (const message of ["x".repeat(60_000), "nonsense"]) {
      const opened = new WebSocket(`ws://${base}/graphql`, "graphql-transport-ws");
      opened.on("open", () => opened.send(message));
      opened.on("error", () => {});
      expect(await new Promise((resolve) => opened.on("close", resolve))).toBe(message === "nonsense" ? 4400 : 1009);
    }
  });

  it("keep a socket open after a query that cannot be read, and bound what runs on it", async () => {
    const client = socket();
    const running = Array.from({ length: 100 }, () => subscribe(client).next());
    await eventually(() => expect(inference.sinks).toHaveLength(100));
    const refused = (query: string) => all(client, query).catch((error: unknown) => JSON.stringify(error));
    expect(await refused(STREAM)).toMatch("More than 100 operations");
    for (const [index, sink] of inference.sinks.entries())
      sink.refuse(refusal("budget.exceeded", `${index}`), inference.meta());
    await Promise.all(running);
    const again = socket();
    const first = subscribe(again).next();
    await eventually(() => expect(inference.sinks).toHaveLength(101));
    await expect(subscribe(again, "subscription {").next()).rejects.toMatchObject([
      { message: expect.stringContaining("Syntax Error") as string },
    ]);
    inference.sinks[100]?.refuse(refusal("budget.exceeded", "Spent."), inference.meta());
    expect((await first).value).toMatchObject({ data: { chat: { code: "budget.exceeded" } } });
    await again.dispose();
  });

  it("show nothing of a bug but that there is one", async () => {
    inference.onSubmit = () => {
      throw new Error("secret detail");
    };
    const { body } = await post(CHAT, { input: INPUT });
    expect(JSON.stringify(body)).toMatch("Internal error");
    const overSocket: unknown[] = [];
    const client = socket();
    for await (const result of client.iterate({ query: CHAT, variables: { input: INPUT } })) overSocket.push(result);
    await client.dispose();
    expect(JSON.stringify([body, overSocket])).not.toMatch("secret");
  });
});
