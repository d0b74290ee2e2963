import { createClient as createSseClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { aDeployment, aScene, InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import { hashOfKey, useCase } from "../../../../test/builders/snapshot.builder.js";
import { eventually } from "../../../../test/fakes/eventually.js";
import { answering } from "../../../../test/fakes/model-server.js";

const OTHER_KEY = "socle_zzzzzzzzzzzzzzzzzzzzzzzzzz";
const LINES = `__typename ... on Queue { waiting lines { deploymentId poolId waiting length
  requests { decisionId application serviceClass position predictedWaitMs waitedMs } } } ... on Refusal { code }`;
const ANSWER = answering(
  200,
  '{"id":"c","model":"model","choices":[],"usage":{"prompt_tokens":10,"completion_tokens":4,"total_tokens":14}}',
);

interface Queue {
  readonly __typename: string;
  readonly code?: string;
  readonly waiting: number;
  readonly lines: readonly {
    readonly waiting: number;
    readonly length: number;
    readonly requests: readonly {
      readonly decisionId: string;
      readonly application: string;
      readonly position: number;
      readonly predictedWaitMs: number;
    }[];
  }[];
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** One model server with one place, which is taken until `release`; two use cases may call it. */
async function fullScene() {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const at = await InferenceScene.start({
    snapshot: (base) => {
      const [first] = base.applications;
      const [deployment] = base.deployments;
      if (first === undefined || deployment === undefined) throw new Error("the scene has an application");
      const { profile } = aDeployment();
      const key = { id: "key-2", hash: hashOfKey(OTHER_KEY), expiresAt: Date.now() + 86_400_000, revokedAt: null };
      return {
        ...base,
        useCases: [useCase(), useCase({ id: "use-case-2", slug: "two" })],
        applications: [first, { ...first, id: "application-2", slug: "two", useCaseId: "use-case-2", keys: [key] }],
        deployments: [{ ...deployment, profile: { ...profile, maxSequences: 1 } }],
      };
    },
  });
  ends.push(() => at.stop());
  at.model().play((call) => void released.then(() => ANSWER(call)));
  const chat = (key = KEY) => {
    const gone = new AbortController();
    const headers = { authorization: `Bearer ${key}` };
    const answer = at
      .chat(
        { model: "model", messages: [{ role: "user", content: "Bonjour" }], max_tokens: 50 },
        { headers, signal: gone.signal },
      )
      .then((response) => response.text())
      .catch(() => "left");
    return { answer, leave: () => gone.abort() };
  };
  const first = chat();
  await eventually(() => expect(at.model().calls).toHaveLength(1));
  return { at, release, chat, first };
}

async function queueOf(at: InferenceScene, key = KEY): Promise<Queue> {
  const response = await fetch(`${at.base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: `{ queue { ${LINES} } }` }),
  });
  return ((await response.json()) as { data: { queue: Queue } }).data.queue;
}

const CLIENTS = [
  [
    "graphql-sse",
    (at: InferenceScene) =>
      createSseClient({
        url: `${at.base}/graphql/stream`,
        headers: { authorization: `Bearer ${KEY}` },
        retryAttempts: 0,
      }),
  ],
  [
    "graphql-ws",
    (at: InferenceScene) =>
      createSocketClient({
        url: `${at.base.replace("http", "ws")}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${KEY}` },
        retryAttempts: 0,
      }),
  ],
] as const;

describe("queue", () => {
  it("shows what waits of the caller's use case, with position and predicted wait, and nothing of others", async () => {
    const { at, release, chat, first } = await fullScene();
    expect(await queueOf(at)).toMatchObject({ __typename: "Queue", waiting: 0, lines: [] });
    const own = chat();
    await eventually(async () => expect((await queueOf(at)).waiting).toBe(1));
    const second = chat();
    const foreign = chat(OTHER_KEY);
    await eventually(async () => expect((await queueOf(at)).lines[0]?.length).toBe(3));
    const { waiting, lines } = await queueOf(at);
    expect(waiting).toBe(2);
    const [line] = lines;
    expect(line).toMatchObject({ deploymentId: "deployment", poolId: "pool", waiting: 2, length: 3 });
    expect(line?.requests.map(({ application, position }) => [application, position])).toEqual([
      ["application", 1],
      // The other's one goes before it.
      ["application", 3],
    ]);
    const waits = line?.requests.map(({ predictedWaitMs }) => predictedWaitMs) ?? [];
    expect(waits[0]).toBeGreaterThan(0);
    expect(waits[1]).toBeGreaterThan(2 * (waits[0] ?? NaN));
    expect((await queueOf(at, OTHER_KEY)).lines[0]?.requests.map(({ application }) => application)).toEqual(["two"]);
    own.leave();
    await eventually(async () => expect((await queueOf(at)).waiting).toBe(1));
    expect((await queueOf(at)).lines[0]?.requests).toMatchObject([
      { decisionId: line?.requests[1]?.decisionId, position: 1 },
    ]);
    release();
    await Promise.all([first.answer, second.answer, foreign.answer]);
    expect(await queueOf(at)).toMatchObject({ waiting: 0, lines: [] });
  });

  it("is refused without a key", async () => {
    const { at, release, first } = await fullScene();
    expect(await queueOf(at, "socle_nobody")).toMatchObject({ __typename: "AuthenticationRefusal" });
    release();
    await first.answer;
  });
});

describe.each(CLIENTS)("the queue as a subscription, with %s", (_, connect) => {
  it("tells each change and follows the wait", async () => {
    const { at, release, chat, first } = await fullScene();
    const client = connect(at);
    ends.push(() => client.dispose());
    const events = client.iterate<{ queue: Queue }>({ query: `subscription { queue { ${LINES} } }` });
    const next = async () => ((await events.next()).value as { data?: { queue: Queue } } | undefined)?.data?.queue;
    expect((await next())?.waiting).toBe(0);
    const change = next();
    const second = chat();
    expect((await change)?.waiting).toBe(1);
    expect((await next())?.lines[0]?.requests).toMatchObject([{ position: 1 }]);
    release();
    await Promise.all([first.answer, second.answer]);
    await eventually(async () => expect((await next())?.waiting).toBe(0));
    await events.return?.(undefined);
  });

  it("ends with the right of the key, even while nothing waits", async () => {
    const { at, release, first } = await fullScene();
    const client = connect(at);
    ends.push(() => client.dispose());
    const events = client.iterate<{ queue: Queue }>({ query: `subscription { queue { ${LINES} } }` });
    await events.next();
    const last = events.next();
    at.publish({ ...aScene(at.servers), number: 2, useCases: [useCase({ state: "suspended" })] });
    expect((await last).value).toMatchObject({ data: { queue: { code: "use_case.suspended" } } });
    expect((await events.next()).done).toBe(true);
    release();
    await first.answer;
  });
});
