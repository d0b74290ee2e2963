import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  allEvents,
  CHAT_INPUT,
  GRAPHQL_KEY,
  GraphqlScene,
  socketClient,
  sseClient,
  STREAM,
  subscribe,
} from "../../../../test/builders/graphql-scene.js";
import { eventually } from "../../../../test/fakes/eventually.js";
import { completion, delta, jsonHead, records, streamHead } from "../../../../test/fakes/scripted-inference.js";
import { refusal } from "../../kernel/refusal.js";

let scene: GraphqlScene;
beforeEach(async () => {
  scene = await GraphqlScene.start();
});
afterEach(() => scene.stop());

const CLIENTS = [
  ["graphql-sse", sseClient],
  ["graphql-ws", socketClient],
] as const;

describe.each(CLIENTS)("chat as a subscription, with %s", (_, connect) => {
  it("streams deltas as they come, then the usage", async () => {
    const events = subscribe(connect(scene));
    const first = events.next();
    await eventually(() => expect(scene.inference.sinks).toHaveLength(1));
    const [sink] = scene.inference.sinks;
    sink?.begin(streamHead, scene.inference.meta());
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
      { __typename: "ChatEnd", usage: { outputTokens: 20 }, decisionId: "decision-1", pool: "pool-north" },
    ]);
    expect(scene.inference.body()).toMatchObject({ stream: true, stream_options: { include_usage: true } });
    expect(scene.inference.cancelled).toBe(0);
  });

  it("ends on a refusal, on a cut and on the model server's own error", async () => {
    scene.inference.onSubmit = (sink, meta) => sink.refuse(refusal("budget.exceeded", "Spent."), meta);
    expect(await allEvents(connect(scene))).toEqual([{ __typename: "QuotaRefusal", code: "budget.exceeded" }]);
    scene.inference.onSubmit = (sink, meta) => {
      sink.begin(streamHead, meta);
      sink.data(delta("Bon"));
      sink.cut(refusal("endpoint.cut", "Cut."), records({ quantities: { outputTokens: 1 }, estimated: true }));
    };
    expect((await allEvents(connect(scene))).at(-1)).toEqual({
      __typename: "EngineFailure",
      code: "endpoint.cut",
      usage: { outputTokens: 1 },
    });
    scene.inference.onSubmit = (sink, meta) => {
      sink.begin(streamHead, meta);
      sink.data(Buffer.from('data: {"error":{"message":"Out of memory"}}\n\n'));
      sink.end(records());
    };
    expect(await allEvents(connect(scene))).toMatchObject([{ __typename: "EngineFailure", code: "endpoint.failed" }]);
  });

  it("gives a whole answer as one piece when the model server does not stream", async () => {
    scene.inference.onSubmit = (sink, meta) => {
      sink.begin(jsonHead, meta);
      sink.data(completion("Salut"));
      sink.end(records());
    };
    expect(await allEvents(connect(scene))).toMatchObject([
      { content: "Salut", finishReason: "stop" },
      { __typename: "ChatEnd" },
    ]);
  });

  it("cancels the model server at once when the subscriber leaves, even between two pieces", async () => {
    const client = connect(scene);
    const events = subscribe(client);
    const first = events.next();
    await eventually(() => expect(scene.inference.sinks).toHaveLength(1));
    scene.inference.sinks[0]?.begin(streamHead, scene.inference.meta());
    scene.inference.sinks[0]?.data(delta("Bon"));
    await first;
    await events.return(undefined);
    await eventually(() => expect(scene.inference.cancelled).toBe(1));
    await client.dispose();
  });

  it("cancels when the connection is lost", async () => {
    const events = subscribe(connect(scene));
    const first = events.next().catch(() => null);
    await eventually(() => expect(scene.inference.sinks).toHaveLength(1));
    scene.disconnect();
    await eventually(() => expect(scene.inference.cancelled).toBe(1));
    await first;
  });

  it("runs the same with directives, which take the long way", async () => {
    scene.inference.onSubmit = (sink, meta) => {
      sink.begin(streamHead, meta);
      sink.data(delta("Bon"));
      sink.end(records());
    };
    const query = STREAM.replace("index content", "index @include(if: true) content @skip(if: true)");
    expect(await allEvents(connect(scene), query)).toEqual([
      { __typename: "ChatDelta", index: 0, finishReason: null },
      { __typename: "ChatEnd", usage: { outputTokens: 20 }, decisionId: "decision-1", pool: "pool-north" },
    ]);
  });

  it("tells what is wrong with a query or its variables", async () => {
    const failure = async (query: string, input: unknown): Promise<string> =>
      JSON.stringify(await allEvents(connect(scene), query, input).catch((error: unknown) => error));
    expect(await failure("subscription ($input: ChatInput!) { chat(input: $input) { nothing } }", CHAT_INPUT)).toMatch(
      "Cannot query field",
    );
    expect(await failure(STREAM, { model: "model" })).toMatch("messages");
    expect(scene.inference.asked).toEqual([]);
  });
});

describe("back-pressure", () => {
  it("asks the model server to wait when nobody reads, and to go on when somebody does", async () => {
    const events = subscribe(sseClient(scene));
    const first = events.next();
    await eventually(() => expect(scene.inference.sinks).toHaveLength(1));
    const [sink] = scene.inference.sinks;
    sink?.begin(streamHead, scene.inference.meta());
    const burst = Buffer.concat(Array.from({ length: 200 }, (_, index) => delta(`${index}`)));
    expect(sink?.data(burst)).toBe(false);
    await first;
    let read = 1;
    while (read < 200) {
      await events.next();
      read += 1;
    }
    await eventually(() => expect(scene.inference.resumed).toBe(1));
    await events.return(undefined);
  });
});

describe("a stream over server-sent events", () => {
  const open = () =>
    fetch(`http://${scene.address}/graphql/stream`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream", authorization: GRAPHQL_KEY },
      body: JSON.stringify({ query: STREAM, variables: { input: CHAT_INPUT } }),
    });

  it("has its head before its first event, which may wait in a queue", async () => {
    const response = await open();
    expect(response.status).toBe(200);
    expect(scene.inference.sinks).toHaveLength(1);
    await response.body?.cancel();
  });

  it("says its last event and its end together, and ends after both", async () => {
    scene.inference.onSubmit = (sink, meta) => {
      sink.begin(streamHead, meta);
      sink.data(delta("Bon"));
      sink.end(records());
    };
    const text = await (await open()).text();
    expect(text.match(/^event: next$/gm)).toHaveLength(2);
    expect(text).toMatch(/"ChatEnd".*\n\nevent: complete\ndata:\n\n$/);
  });
});
