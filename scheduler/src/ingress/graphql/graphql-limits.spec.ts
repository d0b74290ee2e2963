import { createClient as createSocketClient } from "graphql-ws";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import {
  allEvents,
  CHAT,
  CHAT_INPUT,
  GRAPHQL_KEY,
  GraphqlScene,
  socketClient,
  STREAM,
  subscribe,
} from "../../../../test/builders/graphql-scene.js";
import { eventually } from "../../../../test/fakes/eventually.js";
import { refusal } from "../../kernel/refusal.js";

let scene: GraphqlScene;
beforeEach(async () => {
  scene = await GraphqlScene.start();
});
afterEach(() => scene.stop());

describe("limits", () => {
  it("refuse a body that is too long, a query too deep, too long or not JSON", async () => {
    const long = await scene.post(CHAT, {
      input: { ...CHAT_INPUT, messages: [{ role: "USER", content: "x".repeat(60_000) }] },
    });
    expect(long.status).toBe(413);
    const deep = "... on ChatCompletion { usage ".repeat(1) + "{ impacts { kWh } } }";
    const nest = (levels: number): string => (levels === 0 ? "kWh" : `a${levels}: impacts { ${nest(levels - 1)} }`);
    const query = `mutation ($input: ChatInput!) { chat(input: $input) { ${deep} ... on ChatCompletion { usage { ${nest(12)} } } } }`;
    expect(JSON.stringify((await scene.post(query, { input: CHAT_INPUT })).body)).toMatch("levels deep");
    const wide = `{ ${Array.from({ length: 400 }, (_, index) => `a${index}: me { __typename }`).join(" ")} }`;
    expect(JSON.stringify((await scene.post(wide)).body)).toMatch("tokens");
    const broken = await fetch(`http://${scene.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{",
    });
    expect(broken.status).toBe(400);
    expect(scene.inference.asked).toEqual([]);
  });

  it("answer a query whose fragments double forty times as fast as any other", async () => {
    const links = Array.from({ length: 40 }, (_, at) => `fragment F${at} on ChatDelta { ...F${at + 1} ...F${at + 1} }`);
    const query = `subscription ($input: ChatInput!) { chat(input: $input) { ...F0 } } ${links.join(" ")}
      fragment F40 on ChatDelta { content }`;
    scene.inference.onSubmit = (sink, meta) => sink.refuse(refusal("budget.exceeded", "Spent."), meta);
    expect(await allEvents(socketClient(scene), query)).toEqual([{}]);
  });

  it("keep streams to their path, method and media type", async () => {
    const stream = (init: RequestInit) =>
      fetch(`http://${scene.address}/graphql/stream`, init).then((answer) => answer.status);
    const accept = { accept: "text/event-stream" };
    expect(await stream({ method: "POST", body: "{}" })).toBe(406);
    expect(await stream({ headers: accept })).toBe(405);
    expect(await stream({ method: "POST", headers: { ...accept, "content-type": "text/plain" }, body: "{}" })).toBe(
      415,
    );
    expect((await scene.post(STREAM, { input: CHAT_INPUT })).body).toMatchObject({
      errors: [{ message: "Subscriptions are not supported" }],
    });
  });

  it("close a socket without a valid key, with its code", async () => {
    const opened = new WebSocket(`ws://${scene.address}/graphql`, "graphql-transport-ws");
    opened.on("open", () => opened.send(JSON.stringify({ type: "connection_init" })));
    const closed = new Promise((resolve) => opened.on("close", (code, reason) => resolve([code, reason.toString()])));
    expect(await closed).toEqual([4401, "key.unknown"]);
  });

  it("take the key of a socket from its header too, and run queries and mutations on it", async () => {
    scene.inference.onSubmit = (sink, meta) => sink.refuse(refusal("budget.exceeded", "Spent."), meta);
    class WithHeader extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol, { headers: { authorization: GRAPHQL_KEY } });
      }
    }
    const client = createSocketClient({
      url: `ws://${scene.address}/graphql`,
      webSocketImpl: WithHeader,
      retryAttempts: 0,
    });
    for await (const result of client.iterate({ query: CHAT, variables: { input: CHAT_INPUT } }))
      expect(result).toMatchObject({ data: { chat: { __typename: "QuotaRefusal" } } });
    await client.dispose();
    expect(scene.inference.asked[0]?.authorization).toBe(GRAPHQL_KEY);
  });

  it("cut a socket that sends too much or nonsense", async () => {
    for (const message of ["x".repeat(60_000), "nonsense"]) {
      const opened = new WebSocket(`ws://${scene.address}/graphql`, "graphql-transport-ws");
      opened.on("open", () => opened.send(message));
      opened.on("error", () => {});
      expect(await new Promise((resolve) => opened.on("close", resolve))).toBe(message === "nonsense" ? 4400 : 1009);
    }
  });

  it("keep a socket open after a query that cannot be read, and bound what runs on it", async () => {
    const client = socketClient(scene);
    const running = Array.from({ length: 100 }, () => subscribe(client).next());
    await eventually(() => expect(scene.inference.sinks).toHaveLength(100));
    const refused = (query: string) => allEvents(client, query).catch((error: unknown) => JSON.stringify(error));
    expect(await refused(STREAM)).toMatch("More than 100 operations");
    for (const [index, sink] of scene.inference.sinks.entries())
      sink.refuse(refusal("budget.exceeded", `${index}`), scene.inference.meta());
    await Promise.all(running);
    const again = socketClient(scene);
    const first = subscribe(again).next();
    await eventually(() => expect(scene.inference.sinks).toHaveLength(101));
    await expect(subscribe(again, "subscription {").next()).rejects.toMatchObject([
      { message: expect.stringContaining("Syntax Error") as string },
    ]);
    scene.inference.sinks[100]?.refuse(refusal("budget.exceeded", "Spent."), scene.inference.meta());
    expect((await first).value).toMatchObject({ data: { chat: { code: "budget.exceeded" } } });
    await again.dispose();
  });

  it("show nothing of a bug but that there is one", async () => {
    scene.inference.onSubmit = () => {
      throw new Error("secret detail");
    };
    const { body } = await scene.post(CHAT, { input: CHAT_INPUT });
    expect(JSON.stringify(body)).toMatch("Internal error");
    const overSocket: unknown[] = [];
    const client = socketClient(scene);
    for await (const result of client.iterate({ query: CHAT, variables: { input: CHAT_INPUT } }))
      overSocket.push(result);
    await client.dispose();
    expect(JSON.stringify([body, overSocket])).not.toMatch("secret");
  });
});
