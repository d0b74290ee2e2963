import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import type { BudgetV1, SnapshotV1 } from "@socle/contracts";
import { afterEach, describe, expect, it } from "vitest";
import { aScene, InferenceScene } from "../builders/inference-scene.ts";
import type { SceneOptions } from "../builders/inference-scene.ts";
import { useCase } from "../builders/snapshot.builder.ts";
import { answering, DONE, streaming, tokenEvent, usageEvent } from "../fakes/model-server.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function open(options: SceneOptions = {}): Promise<InferenceScene> {
  const scene = await InferenceScene.start(options);
  ends.push(() => scene.stop());
  return scene;
}

const WHOLE = { model: "model", max_tokens: 10, messages: [{ role: "user", content: "hi" }] };
const ANSWER = '{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}';
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

/** Takes connections and never says anything, on health checks neither. */
class SilentServer {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => {
    this.sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => this.sockets.delete(socket));
  });

  static async start(): Promise<SilentServer> {
    const silent = new SilentServer();
    await new Promise<void>((resolve) => silent.server.listen(0, "127.0.0.1", resolve));
    ends.push(() => silent.stop());
    return silent;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const servedBy =
  (...urls: readonly string[]) =>
  (base: SnapshotV1): SnapshotV1 => ({ ...base, deployments: aScene(urls.map((url) => ({ url }))).deployments });

describe("an endpoint that accepts and never answers", () => {
  it("is left for another, which serves; only what was served is metered", async () => {
    const silent = await SilentServer.start();
    const scene = await open({
      limits: { firstByteTimeoutMs: 1_000 },
      snapshot: (base) => servedBy(silent.url, base.deployments[0]?.endpoints[0]?.url ?? "")(base),
    });
    scene.model().play(answering(200, ANSWER));
    const answers = [];
    for (let turn = 0; turn < 4; turn += 1) answers.push((await scene.chat(WHOLE)).status);
    expect(answers).toEqual([200, 200, 200, 200]);
    const records = await scene.records();
    expect(records.some(({ decision }) => decision.endpoint?.attempts === 2)).toBe(true);
    for (const { decision, usage } of records) {
      expect(decision.endpoint?.endpointId).toBe("endpoint-1");
      expect(usage).toMatchObject({ endpointId: "endpoint-1", quantities: { inputTokens: 3, outputTokens: 2 } });
    }
  });

  it("alone is an explicit failure, metered as nothing, and its reservation is free again", async () => {
    const silent = await SilentServer.start();
    const scene = await open({
      limits: { firstByteTimeoutMs: 200 },
      snapshot: (base) => ({ ...servedBy(silent.url)(base), budgets: [BUDGET] }),
    });
    hold(scene, 1_000);
    const response = await scene.chat(WHOLE);
    expect([response.status, await codeOf(response)]).toEqual([504, "endpoint.timeout"]);
    const [record] = await scene.records();
    expect(record?.decision).toMatchObject({ outcome: "failed", code: "endpoint.timeout", status: 504 });
    expect(record?.usage).toBeNull();
    expect(scene.book.holdings()).toMatchObject([{ free: 1_000, reserved: 0, consumed: 0 }]);
  });

  it("is asked no more after failures in a row, while another serves", async () => {
    const silent = await SilentServer.start();
    const scene = await open({
      limits: { firstByteTimeoutMs: 100 },
      snapshot: (base) => servedBy(silent.url, base.deployments[0]?.endpoints[0]?.url ?? "")(base),
    });
    scene.model().play(answering(200, ANSWER));
    for (let turn = 0; turn < 20 && scene.fleet.ejected().length === 0; turn += 1) await scene.chat(WHOLE);
    expect(scene.fleet.ejected()).toHaveLength(1);
    const before = (await scene.records()).length;
    for (let turn = 0; turn < 3; turn += 1) await scene.chat(WHOLE);
    const after = (await scene.records()).slice(before);
    expect(after.map(({ decision }) => decision.endpoint?.attempts)).toEqual([1, 1, 1]);
  });

  it("alone is tried on after failures in a row: every caller would be refused otherwise", async () => {
    const silent = await SilentServer.start();
    const scene = await open({ limits: { firstByteTimeoutMs: 100 }, snapshot: servedBy(silent.url) });
    for (let turn = 0; turn < 3; turn += 1) await scene.chat(WHOLE);
    expect(scene.fleet.ejected()).toHaveLength(1);
    const response = await scene.chat(WHOLE);
    expect([response.status, await codeOf(response)]).toEqual([504, "endpoint.timeout"]);
  });
});

const PERIOD = { periodStart: Date.now() - 1_000, periodEnd: Date.now() + 3_600_000 };
const BUDGET: BudgetV1 = { id: "budget", nodeId: "ministry", unit: "token", amount: 1e6, period: "month", ...PERIOD };

function hold(scene: InferenceScene, granted: number): void {
  const now = performance.now();
  const lease = { budgetId: "budget", ...PERIOD, granted, left: 0, expiresInMs: 60_000 };
  scene.book.apply([lease], { sentAt: now, monotonicNow: now, wallNow: Date.now() });
}

const usageLine = (usage: string) => `data: {"choices":[],"usage":${usage}}\n\n`;

describe("an endpoint that lies about usage", () => {
  it.each([
    ["far too much", '{"prompt_tokens":900000000,"completion_tokens":900000000,"total_tokens":1800000000}'],
    ["more than any number", '{"prompt_tokens":1e400,"completion_tokens":1e400}'],
    ["less than nothing", '{"prompt_tokens":-5,"completion_tokens":-7,"total_tokens":-12}'],
    ["fractions", '{"prompt_tokens":2.5,"completion_tokens":1.5}'],
    ["words", '{"prompt_tokens":"many","completion_tokens":null}'],
    ["nothing", "{}"],
  ])("%s: no more than was reserved is charged, and it is marked estimated", async (_, usage) => {
    const scene = await open({ snapshot: (base) => ({ ...base, budgets: [BUDGET] }) });
    hold(scene, 10_000);
    scene.model().play(streaming(tokenEvent("a"), tokenEvent("b"), usageLine(usage), DONE));
    const text = await (await scene.chat({ ...WHOLE, stream: true })).text();
    expect(text.endsWith(DONE)).toBe(true);
    const [record] = await scene.records();
    const asked = record?.decision.levels.find(({ ceilingId }) => ceilingId === "budget")?.asked ?? 0;
    expect(record?.usage?.estimated).toBe(true);
    const { inputTokens = -1, outputTokens = -1, costMicroEuro = -1 } = record?.usage?.quantities ?? {};
    for (const figure of [inputTokens, outputTokens, costMicroEuro]) {
      expect(Number.isFinite(figure)).toBe(true);
      expect(figure).toBeGreaterThanOrEqual(0);
    }
    expect(outputTokens).toBeLessThanOrEqual(WHOLE.max_tokens);
    expect(inputTokens + outputTokens).toBeLessThanOrEqual(asked);
    const [held] = scene.book.holdings();
    expect(held).toMatchObject({ reserved: 0, consumed: inputTokens + outputTokens });
  });
});

describe("two replicas with different snapshots", () => {
  const suspended = (base: SnapshotV1): SnapshotV1 => ({
    ...base,
    number: base.number + 1,
    useCases: [useCase({ state: "suspended" })],
  });

  it("each decide by their own and say which; the suspension holds everywhere once it arrived", async () => {
    const late = await open();
    const early = await open({ snapshot: suspended });
    late.model().play(answering(200, ANSWER));
    const [served, refused] = [await late.chat(WHOLE), await early.chat(WHOLE)];
    expect([served.status, refused.status, await codeOf(refused)]).toEqual([200, 403, "use_case.suspended"]);
    const numbers = [await late.records(), await early.records()].map(([record]) => record?.decision.snapshotNumber);
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
    late.publish(suspended(aScene(late.servers)));
    expect(await codeOf(await late.chat(WHOLE))).toBe("use_case.suspended");
    expect(late.model().calls).toHaveLength(1);
    expect(early.model().calls).toHaveLength(0);
  });

  it("never spend more together than the blocks that each was given", async () => {
    const replicas = [
      await open({ snapshot: (base) => ({ ...base, budgets: [BUDGET] }), limits: { leaseWaitMs: 50 } }),
      // The later snapshot has a larger budget: a block is a block, whatever the replica believes of the ceiling.
      await open({
        snapshot: (base) => ({ ...base, number: base.number + 1, budgets: [{ ...BUDGET, amount: 1e9 }] }),
        limits: { leaseWaitMs: 50 },
      }),
    ];
    for (const scene of replicas) {
      hold(scene, 1_000);
      scene.model().play(streaming(tokenEvent("a"), usageEvent(300, 10), DONE));
      const statuses = await Promise.all(Array.from({ length: 12 }, () => scene.chat(WHOLE).then((r) => r.status)));
      expect(statuses).toContain(200);
      expect(statuses.some((status) => status !== 200)).toBe(true);
      const [held] = scene.book.holdings();
      expect(held?.consumed).toBeLessThanOrEqual(1_000);
      expect(held?.reserved).toBe(0);
    }
  });
});
