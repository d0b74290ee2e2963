import { afterEach, describe, expect, it } from "vitest";
import { InferenceScene, KEY } from "../../../test/builders/inference-scene.js";
import type { AnswerSink } from "../kernel/inference.port.js";
import { chat } from "./operations/chat.js";
import { silentLogger } from "../kernel/logger.port.js";

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

const request = {
  requestId: "r-1",
  authorization: `Bearer ${KEY}`,
  labels: null,
  decisionRef: null,
  traceparent: null,
  operation: chat,
  contentType: "application/json",
  body: Buffer.from('{"model":"model","stream":true,"messages":[]}'),
};

/** Writes down what it is told; throws on `begin` when told to. */
const recordingSink = (log: string[], broken = false): AnswerSink => ({
  refuse: ({ code }) => log.push(`refuse ${code}`),
  begin(head) {
    log.push(`begin ${head.status}`);
    if (broken) throw new Error("the sink is broken");
  },
  data: (chunk) => log.push(`data ${chunk.length > 0}`) > 0,
  end: ({ usage }) => log.push(`end ${usage?.quantities.outputTokens}`),
  cut: ({ code }) => log.push(`cut ${code}`),
});

describe("a request's life, from any ingress", () => {
  it("tells the sink in order, the end after the record", async () => {
    scene = await InferenceScene.start();
    const log: string[] = [];
    scene.core.submit({ ...request, receivedAt: performance.now() }, recordingSink(log));
    await expect.poll(() => log.at(-1)).toBe("end 1");
    expect(log).toEqual(["begin 200", "data true", "data true", "end 1"]);
    expect(await scene.records()).toHaveLength(1);
    expect(scene.core.running()).toBe(0);
  });

  it("survives a sink that throws, and frees what the request held", async () => {
    scene = await InferenceScene.start();
    const log: string[] = [];
    scene.core.submit({ ...request, receivedAt: performance.now() }, recordingSink(log, true));
    await expect.poll(() => log.length).toBeGreaterThan(1);
    await expect.poll(() => scene?.fleet.view(["deployment"])[0]?.running).toBe(0);
    log.length = 0;
    scene.core.submit({ ...request, receivedAt: performance.now() }, recordingSink(log));
    await expect.poll(() => log.at(-1)).toBe("end 1");
  });

  it("takes a sink that throws for a bug of ours, not for a fault of the server", async () => {
    const logged: unknown[] = [];
    const error = (event: string, fields?: object) => void logged.push([event, fields]);
    scene = await InferenceScene.start({ logger: { ...silentLogger, error } });
    scene.model().healthy = false;
    const { core } = scene;
    for (let turn = 0; turn < 4; turn += 1) {
      const log: string[] = [];
      const data = (): never => {
        throw new Error("the sink is broken");
      };
      core.submit({ ...request, receivedAt: performance.now() }, { ...recordingSink(log), data });
      await expect.poll(() => log).toEqual(["begin 200", "cut internal"]);
    }
    expect(scene.fleet.ejected()).toEqual([]);
    expect(scene.fleet.view(["deployment"])[0]?.running).toBe(0);
    expect(logged).toHaveLength(4);
    expect(logged[0]).toMatchObject(["request.failed", { name: "Error" }]);
    const [record] = await scene.records();
    expect(record?.decision).toMatchObject({ outcome: "failed", code: "internal" });
  });

  it("answers a bug in the rules with an internal error", async () => {
    scene = await InferenceScene.start();
    const current = scene.holder.current();
    if (current === null) throw new Error("unexpected");
    const evaluateEach = (): never => {
      throw new Error("bug");
    };
    const source = { ...current.source, number: 2 };
    scene.holder.swap({ ...current, source, policies: { digest: "d", evaluateEach } });
    const log: string[] = [];
    scene.core.submit({ ...request, receivedAt: performance.now() }, recordingSink(log));
    await expect.poll(() => log).toEqual(["refuse internal"]);
    expect((await scene.records())[0]?.decision).toMatchObject({ code: "internal", status: 500 });
  });

  it("gives back what it reserved when its caller leaves at once", async () => {
    const period = { periodStart: Date.now() - 1_000, periodEnd: Date.now() + 3_600_000 };
    const budget = { id: "budget", nodeId: "ministry", unit: "token", amount: 9_000, period: "day" } as const;
    scene = await InferenceScene.start({
      snapshot: (base) => ({ ...base, budgets: [{ ...budget, ...period, onExhaust: "block" }] }),
    });
    const now = performance.now();
    const lease = { budgetId: "budget", ...period, granted: 9_000, left: 0, expiresInMs: 60_000 };
    scene.book.apply([lease], { sentAt: now, monotonicNow: now, wallNow: Date.now() });
    const log: string[] = [];
    scene.core.submit({ ...request, receivedAt: now }, recordingSink(log)).cancel();
    await expect.poll(() => scene?.core.running()).toBe(0);
    expect(scene.book.holdings()[0]).toMatchObject({ free: 9_000, reserved: 0 });
    expect(log).toEqual([]);
  });

  it("says nothing more to a sink whose caller left", async () => {
    scene = await InferenceScene.start();
    scene.model().play(() => undefined);
    const log: string[] = [];
    const submission = scene.core.submit({ ...request, receivedAt: performance.now() }, recordingSink(log));
    await expect.poll(() => scene?.model().calls.length).toBe(1);
    submission.cancel();
    submission.cancel();
    submission.resume();
    // Its record is not on disk yet: a stop has to wait for it.
    expect(scene.core.running()).toBe(1);
    await scene.core.drain(60_000);
    expect(await scene.records()).toHaveLength(1);
    await expect.poll(async () => (await scene?.records())?.length).toBe(1);
    expect(log).toEqual([]);
    expect(scene.core.running()).toBe(0);
  });
});
