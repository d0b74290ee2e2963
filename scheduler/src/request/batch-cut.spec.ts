import { afterEach, describe, expect, it, vi } from "vitest";
import { aDeployment, InferenceScene } from "../../../test/builders/inference-scene.js";
import { hashOfKey, useCase } from "../../../test/builders/snapshot.builder.js";
import { answering, DONE, streaming, tokenEvent, usageEvent } from "../../../test/fakes/model-server.js";
import type { ModelServerCall } from "../../../test/fakes/model-server.js";

const PLACES = 5;
/** Batch fills four of five places. */
const BATCHES = 4;
const LEAST_RUN_MS = 1_000;
const ANSWER = '{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}';
const NAMES = ["owner", "borrower"] as const;
type Name = (typeof NAMES)[number];
const keyOf = (name: Name) => `socle_key_of_the_one_called_${name}`;

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

/** All GPUs are the owner's right; the borrower's batch uses what is idle. */
const open = async (): Promise<InferenceScene> =>
  (scene = await InferenceScene.start({
    snapshot: (base) => ({
      ...base,
      organisations: [
        { id: "state", slug: "etat", name: "État", parentId: null },
        ...NAMES.map((id) => ({ id, slug: id, name: id, parentId: "state" })),
      ],
      useCases: NAMES.map((id) =>
        useCase({
          id: `use-${id}`,
          slug: id,
          organisationId: id,
          serviceClass: id === "owner" ? "interactive" : "batch",
        }),
      ),
      applications: NAMES.map((id) => ({
        id: `app-${id}`,
        slug: id,
        name: id,
        useCaseId: `use-${id}`,
        keys: [{ id: `key-${id}`, hash: hashOfKey(keyOf(id)), expiresAt: Date.now() + 86_400_000, revokedAt: null }],
        models: null,
      })),
      allocations: [
        {
          id: "right",
          poolId: "pool",
          nodeId: "owner",
          nominal: PLACES,
          guarantee: 0,
          lendLimit: null,
          borrowLimit: null,
          weight: 1,
        },
      ],
      deployments: base.deployments.map(({ endpoints, profile }) =>
        aDeployment({ endpoints, gpusPerReplica: PLACES, profile: { ...profile, maxSequences: PLACES } }),
      ),
    }),
  }));

const callers = (opened: InferenceScene) => {
  const model = opened.model();
  model.play(() => undefined);
  const bodyOf = ({ body }: ModelServerCall) => JSON.parse(body.toString()) as { user: string };
  return {
    ask(name: Name, user: string, over: object = {}, init: RequestInit = {}) {
      const body = { model: "model", user, messages: [{ role: "user", content: "Bonjour" }], ...over };
      const answer = opened.chat(body, { ...init, headers: { authorization: `Bearer ${keyOf(name)}` } });
      // Who still waits when the scene ends is cut off.
      answer.catch(() => undefined);
      return answer;
    },
    calls: (user: string) => model.calls.filter((call) => bodyOf(call).user === user),
    arrived: (count: number) => vi.waitFor(() => expect(model.calls).toHaveLength(count), { timeout: 5_000 }),
    answer: (call: ModelServerCall | undefined) => call !== undefined && answering(200, ANSWER)(call),
  };
};

/** Waits until the server sees a batch cut off; what became of who asked for its place says why when it is not. */
const gaveWay = async (batch: ModelServerCall | undefined, asker: Promise<Response>) => {
  const answered = asker.then(async (response) => `${response.status} ${await response.text()}`, String);
  expect(await Promise.race([batch?.abandoned.then(() => "cut"), answered])).toBe("cut");
};

/** By then all that runs may be cut: the newest goes first. */
const runForAWhile = () => new Promise((resolve) => setTimeout(resolve, LEAST_RUN_MS + 100));

/** Four batch requests and one of the owner's run: the server is full. */
const filled = async (over: object = {}, last: RequestInit = {}) => {
  const opened = await open();
  const by = callers(opened);
  const batches: Promise<Response>[] = [];
  for (let at = 1; at <= BATCHES; at += 1) {
    batches.push(by.ask("borrower", `b${at}`, over, at === BATCHES ? last : {}));
    await by.arrived(at);
  }
  const owner = by.ask("owner", "o1");
  await by.arrived(PLACES);
  return { opened, by, batches, owner };
};

describe("batch that gives way", () => {
  it("is cut for a request within its right, runs again, and its service is counted once", async () => {
    const { opened, by, batches, owner } = await filled();
    await runForAWhile();
    const second = by.ask("owner", "o2");
    await by.arrived(PLACES + 1);
    await gaveWay(by.calls("b4")[0], second);
    expect(by.calls("o2")).toHaveLength(1);
    // Its reservation and its place stay: it runs again, before who came after it, as soon as batch may.
    for (const user of ["o1", "o2", "b1"]) by.answer(by.calls(user)[0]);
    await vi.waitFor(() => expect(by.calls("b4")).toHaveLength(2), { timeout: 5_000 });
    for (const user of ["b2", "b3"]) by.answer(by.calls(user)[0]);
    by.answer(by.calls("b4")[1]);
    const statuses = await Promise.all([...batches, owner, second].map(async (answer) => (await answer).status));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
    const records = await opened.records();
    expect(records).toHaveLength(6);
    const again = records.filter(({ decision }) => decision.cuts !== undefined);
    expect(
      again.map(({ decision, usage }) => [decision.cuts, decision.outcome, usage?.quantities.outputTokens]),
    ).toEqual([[1, "served", 2]]);
    const [usage, other] = [again[0]?.usage, records.find(({ decision }) => decision.cuts === undefined)?.usage];
    expect(usage?.estimated).toBe(true);
    // Tokens and price of the answer alone; GPU time and energy of a second of a sequence beside.
    expect(usage?.quantities.costMicroEuro).toBe(other?.quantities.costMicroEuro);
    expect(usage?.quantities.gpuMicroSeconds).toBeGreaterThan((other?.quantities.gpuMicroSeconds ?? 0) + 100_000);
    expect(usage?.quantities.nanoKWh).toBeGreaterThan(other?.quantities.nanoKWh ?? 0);
  }, 20_000);

  it("is cut twice over for a request that needs two places at once", async () => {
    const { by } = await filled();
    await runForAWhile();
    void by.ask("owner", "o2", { n: 2 });
    await by.arrived(PLACES + 1);
    for (const user of ["b3", "b4"]) await by.calls(user)[0]?.abandoned;
    expect(by.calls("o2")).toHaveLength(1);
  }, 20_000);

  it("is not cut before it has run for a while, and then without anything else happening", async () => {
    const { by } = await filled();
    const started = performance.now();
    void by.ask("owner", "o2");
    await by.arrived(PLACES + 1);
    expect(performance.now() - started).toBeGreaterThan(LEAST_RUN_MS / 2);
  }, 20_000);

  it("is left alone once its caller reads a stream of it", async () => {
    const { by } = await filled({ stream: true });
    for (const user of ["b1", "b2", "b3", "b4"]) {
      const response = by.calls(user)[0]?.response;
      if (user === "b2") continue;
      response?.writeHead(200, { "content-type": "text/event-stream" });
      response?.write(tokenEvent("one"));
    }
    await runForAWhile();
    await gaveWay(by.calls("b2")[0], by.ask("owner", "o2"));
    await by.arrived(PLACES + 1);
    void by.ask("owner", "o3");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(by.calls("o3")).toHaveLength(0);
  }, 20_000);

  it("is metered when its caller leaves before it runs again, and holds nothing", async () => {
    const leaves = new AbortController();
    const { opened, by } = await filled({}, { signal: leaves.signal });
    await runForAWhile();
    void by.ask("owner", "o2");
    await by.arrived(PLACES + 1);
    await by.calls("b4")[0]?.abandoned;
    leaves.abort();
    await vi.waitFor(async () => expect(await opened.records()).toHaveLength(1), { timeout: 5_000 });
    const cut = await opened.records();
    expect(
      cut.map(({ decision, usage }) => [decision.outcome, decision.cuts, usage?.quantities.outputTokens ?? 0]),
    ).toEqual([["cancelled", 1, 0]]);
    expect(cut[0]?.usage?.quantities.gpuMicroSeconds).toBeGreaterThan(100_000);
    expect(opened.fleet.view(["deployment"])[0]?.running).toBe(PLACES);
  }, 20_000);

  it("shows in GraphQL how often it was cut", async () => {
    const { opened, by, batches } = await filled();
    await runForAWhile();
    opened.model().play(streaming(tokenEvent("x"), usageEvent(3, 1), DONE));
    void by.ask("owner", "o2", { stream: true });
    await by.calls("b4")[0]?.abandoned;
    opened.model().play(answering(200, ANSWER));
    for (const user of ["o1", "b1", "b2", "b3"]) by.answer(by.calls(user)[0]);
    const decisionId = (await batches[3])?.headers.get("x-socle-decision");
    const query = `{ decision(id: "${decisionId}") { ... on Decision { outcome cuts } } }`;
    const answer = await fetch(`${opened.base}/graphql`, {
      method: "POST",
      headers: { authorization: `Bearer ${keyOf("borrower")}`, "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    expect(await answer.json()).toEqual({ data: { decision: { outcome: "served", cuts: 1 } } });
  }, 20_000);
});
