import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { InferenceScene, KEY } from "../../../../test/builders/inference-scene.js";
import type { SceneOptions } from "../../../../test/builders/inference-scene.js";
import { answering, DONE, streaming, tokenEvent, usageEvent } from "../../../../test/fakes/model-server.js";
import type { Script } from "../../../../test/fakes/model-server.js";

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});
const open = async (options: SceneOptions = {}): Promise<InferenceScene> =>
  (scene = await InferenceScene.start(options));

const STREAM = { model: "model", stream: true, messages: [{ role: "user", content: "hi" }] };
const WHOLE = { ...STREAM, stream: false };
const ANSWER = '{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}';
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

/** Some of a stream, then the connection breaks. */
const cut: Script = ({ response }) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(tokenEvent("one") + tokenEvent("two"));
  setTimeout(() => response.destroy(), 20);
};
const hangUp: Script = ({ response }) => void response.destroy();
const stall: Script = () => undefined;
const stallInside: Script = ({ response }) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(tokenEvent("one"));
};
/** Takes connections, and dies before the handshake of any: no request was sent to it. */
class DyingServer {
  readonly callers: Socket[] = [];
  private readonly server = createServer((socket) => void this.callers.push(socket.on("error", () => undefined)));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `https://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async die(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.callers) socket.destroy();
    await closed;
  }
}
/** Room for all at once; the first endpoint is elsewhere. */
const wide =
  (first: string): SceneOptions["snapshot"] =>
  (base) => ({
    ...base,
    deployments: base.deployments.map((each) => ({
      ...each,
      profile: { ...each.profile, maxSequences: 256 },
      endpoints: each.endpoints.map((endpoint, at) => (at === 0 ? { ...endpoint, url: first } : endpoint)),
    })),
  });
const oneRecord = async (opened: InferenceScene) => {
  await expect.poll(async () => (await opened.records()).length).toBe(1);
  return (await opened.records())[0];
};

describe("a faulty model server", () => {
  it("cut in mid-stream: an error event, then the end, metered as estimated", async () => {
    const opened = await open();
    opened.model().play(cut);
    const text = await (await opened.chat(STREAM)).text();
    expect(text.startsWith(tokenEvent("one") + tokenEvent("two"))).toBe(true);
    expect(text).toMatch(/event: error\ndata: \{"error":\{.*"code":"endpoint.cut".*\}\}\n\n$/);
    expect(text).not.toContain("[DONE]");
    expect(await oneRecord(opened)).toMatchObject({
      decision: { outcome: "failed", code: "endpoint.cut" },
      usage: { estimated: true, quantities: { outputTokens: 2 } },
    });
  });

  it("a stream that ends without its end mark is a cut", async () => {
    const opened = await open();
    opened.model().play(streaming(tokenEvent("one")));
    expect(await (await opened.chat(STREAM)).text()).toContain("endpoint.cut");
  });

  it("cut in a whole answer: 502, never a part of it", async () => {
    const opened = await open();
    opened.model().play(({ response }) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": 100 });
      response.write('{"choices":');
      setTimeout(() => response.destroy(), 20);
    });
    const response = await opened.chat(WHOLE);
    expect([response.status, await codeOf(response)]).toEqual([502, "endpoint.cut"]);
  });

  it.each<[string, Script]>([
    ["hangs up", hangUp],
    ["answers 500", answering(500, "{}")],
    ["answers 503", answering(503, "{}")],
    ["answers 429", answering(429, "{}")],
  ])("%s before the first byte: another endpoint serves", async (_, fault) => {
    const opened = await open({ servers: 2 });
    opened.model(0).play(fault);
    opened.model(1).play(answering(200, ANSWER));
    const response = await opened.chat(WHOLE);
    expect(response.status).toBe(200);
    expect((await oneRecord(opened))?.decision.endpoint).toMatchObject({ endpointId: "endpoint-1", attempts: 2 });
  });

  it("goes to another endpoint when one is dead, and says 503 with a delay when all are", async () => {
    const opened = await open({ servers: 2 });
    await opened.model(0).stop();
    opened.model(1).play(answering(200, ANSWER));
    for (let turn = 0; turn < 4; turn += 1) expect((await opened.chat(WHOLE)).status).toBe(200);
    await opened.model(1).stop();
    const response = await opened.chat(WHOLE);
    expect([response.status, await codeOf(response)]).toEqual([503, "endpoint.unavailable"]);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("serves a burst of 200 of which half was on its way to an endpoint that died, whatever the retries left", async () => {
    const dying = new DyingServer();
    const opened = await open({ servers: 2, snapshot: wide(await dying.start()) });
    const held: (() => void)[] = [];
    opened.model(1).play((call) => void held.push(() => answering(200, ANSWER)(call)));
    const burst = Promise.all(Array.from({ length: 200 }, () => opened.chat(WHOLE)));
    await expect.poll(() => dying.callers.length + held.length).toBe(200);
    const onTheirWay = dying.callers.length;
    opened.model(1).play(answering(200, ANSWER));
    await dying.die();
    for (const answer of held) answer();
    expect((await burst).filter(({ status }) => status !== 200)).toEqual([]);
    // More than the retries that a burst of 200 may spend.
    expect(onTheirWay).toBeGreaterThan(20 + 200 / 5);
  });

  it("ejects after failures in a row, and takes back after a probe", async () => {
    const opened = await open({ servers: 1 });
    const [server] = opened.servers;
    const port = Number(new URL(server?.url ?? "").port);
    await server?.stop();
    for (let turn = 0; turn < 3; turn += 1) await opened.chat(WHOLE);
    expect(opened.fleet.ejected()).toHaveLength(1);
    expect((await (await opened.chat(WHOLE)).json()) as object).toMatchObject({
      error: { code: "endpoint.unavailable" },
    });
    await server?.start(port);
    server?.play(answering(200, ANSWER));
    await expect.poll(() => opened.fleet.ejected().length).toBe(0);
    expect((await opened.chat(WHOLE)).status).toBe(200);
  });

  it("goes on trying servers that are all ejected, and takes back the one that answers", async () => {
    const opened = await open({ servers: 2 });
    for (const server of opened.servers) {
      server.healthy = false;
      server.play(answering(500, "{}"));
    }
    while (opened.fleet.ejected().length < 2) await opened.chat(WHOLE);
    const before = opened.servers.reduce((sum, { calls }) => sum + calls.length, 0);
    const failed = await opened.chat(WHOLE);
    expect([failed.status, await codeOf(failed)]).toEqual([502, "endpoint.failed"]);
    for (const server of opened.servers) server.play(answering(200, ANSWER));
    for (let turn = 0; turn < 5; turn += 1) expect((await opened.chat(WHOLE)).status).toBe(200);
    expect(opened.servers.reduce((sum, { calls }) => sum + calls.length, 0)).toBeGreaterThanOrEqual(before + 6);
    expect(opened.fleet.ejected()).toHaveLength(1);
  });

  it("is not ejected for whole answers that are larger than one may be", async () => {
    const opened = await open({ limits: { maxAnswerBytes: 1_000 } });
    opened.model().healthy = false;
    opened.model().play(answering(200, JSON.stringify({ choices: [], text: "x".repeat(2_000) })));
    for (let turn = 0; turn < 4; turn += 1) {
      const response = await opened.chat(WHOLE);
      expect([response.status, await codeOf(response)]).toEqual([502, "answer.too_large"]);
    }
    expect(opened.fleet.ejected()).toEqual([]);
    const [record] = await opened.records();
    expect(record?.decision).toMatchObject({ outcome: "failed", code: "answer.too_large" });
    expect(record?.usage).toMatchObject({ estimated: true });
  });

  it("gives up on one that never answers, and on one that stops in the middle", async () => {
    const opened = await open({ limits: { firstByteTimeoutMs: 1_500, idleTimeoutMs: 100 } });
    opened.model().play(stall);
    const response = await opened.chat(STREAM);
    expect([response.status, await codeOf(response)]).toEqual([504, "endpoint.timeout"]);
    opened.model().play(stallInside);
    expect(await (await opened.chat(STREAM)).text()).toContain("endpoint.cut");
  });

  it("says the same in GraphQL of one that never answers", async () => {
    const opened = await open({ limits: { firstByteTimeoutMs: 100 } });
    opened.model().play(stall);
    const query = `mutation { chat(input: { model: "model", messages: [{ role: USER, content: "hi" }] }) {
      __typename ... on EngineFailure { code usage { outputTokens } } } }`;
    const response = await fetch(`${opened.base}/graphql`, {
      method: "POST",
      headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const chat = { __typename: "EngineFailure", code: "endpoint.timeout", usage: null };
    expect(await response.json()).toEqual({ data: { chat } });
  });

  it("never shows its own refusal of the platform's key as the caller's", async () => {
    const opened = await open();
    opened.model().play(answering(401, '{"error":"bad key"}'));
    const response = await opened.chat(WHOLE);
    expect([response.status, await codeOf(response)]).toEqual([502, "endpoint.failed"]);
  });

  it("is not believed beyond what the request could use", async () => {
    const opened = await open();
    opened
      .model()
      .play(answering(200, '{"choices":[],"usage":{"prompt_tokens":999999999,"completion_tokens":999999999}}'));
    await (await opened.chat({ ...WHOLE, max_tokens: 10 })).text();
    const usage = (await oneRecord(opened))?.usage;
    expect(usage).toMatchObject({ estimated: true, quantities: { outputTokens: 10 } });
    expect(usage?.quantities.inputTokens).toBeLessThan(1000);
  });

  it("errors inside a stream are failures, and are passed on", async () => {
    const opened = await open();
    opened.model().play(streaming(tokenEvent("a"), 'data: {"error":{"message":"oom"}}\n\n', DONE));
    expect(await (await opened.chat(STREAM)).text()).toContain("oom");
    expect((await oneRecord(opened))?.decision).toMatchObject({ outcome: "failed", code: "endpoint.failed" });
  });
});

const onePlace: SceneOptions["snapshot"] = (base) => ({
  ...base,
  deployments: base.deployments.map((deployment) => ({
    ...deployment,
    profile: { ...deployment.profile, maxSequences: 1 },
  })),
});

describe("saturation", () => {
  it("serves who waits, in order, as places become free", async () => {
    const opened = await open({ snapshot: onePlace });
    const served: string[] = [];
    opened.model().play(({ response, body }) => {
      served.push((JSON.parse(body.toString()) as { user: string }).user);
      setTimeout(() => response.writeHead(200, { "content-type": "application/json" }).end(ANSWER), 5);
    });
    const statuses = [];
    for (const user of ["a", "b", "c", "d"]) {
      statuses.push(opened.chat({ ...WHOLE, user }).then(({ status }) => status));
      // Each has arrived: it waits, or the server has it.
      const waiting = (): number => opened.activity.report(1)[0]?.waiting ?? 0;
      await expect.poll(() => waiting() + served.length).toBe(statuses.length);
    }
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200]);
    expect(served).toEqual(["a", "b", "c", "d"]);
  });

  it("refuses at once when the line is full", async () => {
    const opened = await open({ snapshot: onePlace, limits: { maxWaitingRequests: 0 } });
    opened.model().play(stall);
    void opened.chat(WHOLE).catch(() => undefined);
    await expect.poll(() => opened.model().calls.length).toBe(1);
    const response = await opened.chat(WHOLE);
    expect([response.status, await codeOf(response)]).toEqual([503, "pool.saturated"]);
    expect(response.headers.get("retry-after")).not.toBeNull();
  });
});

describe("a registry that changes", () => {
  it("lets running answers of a server that left finish, and sends nothing new there", async () => {
    const opened = await open({ servers: 2 });
    let finish = (): void => undefined;
    opened.model(0).play(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(tokenEvent("one"));
      finish = () => response.end(usageEvent(1, 1) + DONE);
    });
    opened.model(1).play(answering(200, ANSWER));
    const running = await opened.chat(STREAM);
    const { source } = opened.holder.current() ?? { source: null };
    if (source === null) throw new Error("unexpected");
    const deployments = source.deployments.map((each) => ({ ...each, endpoints: each.endpoints.slice(1) }));
    opened.publish({ ...source, number: source.number + 1, deployments });
    expect((await opened.chat(WHOLE)).status).toBe(200);
    expect((await opened.chat(WHOLE)).status).toBe(200);
    finish();
    expect(await running.text()).toBe(tokenEvent("one") + DONE);
    expect(opened.model(0).calls).toHaveLength(1);
  });

  it("refuses who waits when its use case is suspended meanwhile", async () => {
    const opened = await open({ snapshot: onePlace });
    const answers: (() => void)[] = [];
    opened.model().play((call) => void answers.push(() => answering(200, ANSWER)(call)));
    const first = opened.chat(WHOLE);
    await expect.poll(() => answers.length).toBe(1);
    const second = opened.chat(WHOLE);
    await expect.poll(() => opened.activity.report(1)[0]?.waiting).toBe(1);
    const { source } = opened.holder.current() ?? { source: null };
    if (source === null) throw new Error("unexpected");
    const useCases = source.useCases.map((useCase) => ({ ...useCase, state: "suspended" as const }));
    opened.publish({ ...source, number: source.number + 1, useCases });
    answers[0]?.();
    expect((await first).status).toBe(200);
    const refused = await second;
    expect([refused.status, await codeOf(refused)]).toEqual([403, "use_case.suspended"]);
    expect(answers).toHaveLength(1);
  });
});
