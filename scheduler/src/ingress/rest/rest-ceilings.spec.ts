import { open as openFile } from "node:fs/promises";
import type { BudgetV1, LimitV1 } from "@socle/contracts";
import { afterEach, describe, expect, it } from "vitest";
import { InferenceScene } from "../../../../test/builders/inference-scene.js";
import type { SceneOptions } from "../../../../test/builders/inference-scene.js";
import { answering, DONE, tokenEvent, usageEvent } from "../../../../test/fakes/model-server.js";
import type { Script } from "../../../../test/fakes/model-server.js";

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});
const open = async (options: SceneOptions = {}): Promise<InferenceScene> =>
  (scene = await InferenceScene.start(options));

const WHOLE = { model: "model", max_tokens: 10, messages: [{ role: "user", content: "hi" }] };
const ANSWER = answering(200, '{"choices":[],"usage":{"prompt_tokens":30,"completion_tokens":10}}');
const PERIOD = { period: "month" as const, periodStart: Date.now() - 1000, periodEnd: Date.now() + 3_600_000 };
const BUDGET: BudgetV1 = { id: "budget", nodeId: "ministry", unit: "token", amount: 100_000, ...PERIOD };
const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;
const { period: _, ...TIMES } = PERIOD;
const grant = (granted: number, left: number) => ({ budgetId: "budget", ...TIMES, granted, left, expiresInMs: 60_000 });
const applyTo = (opened: InferenceScene, granted: number, left: number): void => {
  const now = performance.now();
  opened.book.apply([grant(granted, left)], { sentAt: now, monotonicNow: now, wallNow: Date.now() });
};
const budgeted: SceneOptions["snapshot"] = (base) => ({ ...base, budgets: [BUDGET] });

/** Holds its answers until the test lets them go. */
const held = (): { readonly script: Script; readonly letGo: () => void } => {
  const waiting: Parameters<Script>[0][] = [];
  return { script: (call) => void waiting.push(call), letGo: () => waiting.splice(0).forEach(ANSWER) };
};

describe("budgets", () => {
  it("waits for a lease that is on its way, then charges what the engine used", async () => {
    const opened = await open({
      snapshot: budgeted,
      refill: (book) => {
        const now = performance.now();
        book.apply([grant(5_000, 95_000)], { sentAt: now, monotonicNow: now, wallNow: Date.now() });
        return true;
      },
    });
    opened.model().play(ANSWER);
    expect((await opened.chat(WHOLE)).status).toBe(200);
    expect(opened.book.holdings()).toMatchObject([{ granted: 5_000, free: 4_960, reserved: 0, consumed: 40 }]);
  });

  it("never admits more at once than it holds, however many ask", async () => {
    const opened = await open({ snapshot: budgeted, limits: { leaseWaitMs: 50 } });
    applyTo(opened, 1_000, 0);
    const { script, letGo } = held();
    opened.model().play(script);
    const answers = Array.from({ length: 20 }, () => opened.chat(WHOLE));
    // About 350 tokens may be needed by each: two fit into 1000.
    await expect.poll(() => opened.model().calls.length).toBe(2);
    await expect.poll(() => opened.core.running()).toBe(2);
    letGo();
    const responses = await Promise.all(answers);
    const statuses = responses.map(({ status }) => status);
    const refused = responses.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(3_000);
    expect(refused?.headers.get("x-should-retry")).toBe("false");
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    expect(statuses.filter((status) => status === 429)).toHaveLength(18);
    expect(opened.book.holdings()).toMatchObject([{ reserved: 0, consumed: 80, free: 920 }]);
  });

  it("says that no lease came when the control plane is silent", async () => {
    const opened = await open({ snapshot: budgeted, limits: { leaseWaitMs: 50 } });
    const response = await opened.chat(WHOLE);
    expect([response.status, await codeOf(response)]).toEqual([503, "budget.lease_expired"]);
    expect((await opened.records())[0]?.decision.levels).toMatchObject([{ ceilingId: "budget", ok: false, held: 0 }]);
  });

  it("frees the reservation of a request that failed or whose caller left", async () => {
    const opened = await open({ snapshot: budgeted });
    applyTo(opened, 1_000, 0);
    opened.model().play(answering(500, "{}"));
    expect((await opened.chat(WHOLE)).status).toBe(502);
    expect(opened.book.holdings()).toMatchObject([{ free: 1_000, reserved: 0, consumed: 0 }]);
  });
});

describe("concurrency", () => {
  it("refuses above the limit and lets in again after", async () => {
    const limit: LimitV1 = { id: "limit", nodeId: "application", kind: "concurrency", value: 1 };
    const opened = await open({ snapshot: (base) => ({ ...base, limits: [limit] }) });
    const now = performance.now();
    const place = { ...grant(1, 0), budgetId: "limit" };
    opened.book.apply([place], { sentAt: now, monotonicNow: now, wallNow: Date.now() });
    const { script, letGo } = held();
    opened.model().play(script);
    const first = opened.chat(WHOLE);
    await expect.poll(() => opened.model().calls.length).toBe(1);
    const second = await opened.chat(WHOLE);
    expect([second.status, await codeOf(second)]).toEqual([429, "concurrency.exceeded"]);
    letGo();
    expect((await first).status).toBe(200);
    opened.model().play(ANSWER);
    expect((await opened.chat(WHOLE)).status).toBe(200);
  });
});

describe("rate limits", () => {
  const tpm: LimitV1 = { id: "tpm", nodeId: "ministry", kind: "tpm", value: 900 };
  const rpm: LimitV1 = { id: "rpm", nodeId: "application", kind: "rpm", value: 3 };
  const lease = (opened: InferenceScene): void => {
    const now = performance.now();
    const window = { left: 0, expiresInMs: 60_000, periodStart: 60_000, periodEnd: 120_000, periodEndsInMs: 30_000 };
    const grants = [
      { budgetId: "tpm", granted: 900, ...window },
      { budgetId: "rpm", granted: 3, ...window },
    ];
    opened.book.apply(grants, { sentAt: now, monotonicNow: now, wallNow: Date.now() });
  };
  const started = async (limits: readonly LimitV1[]): Promise<InferenceScene> => {
    const opened = await open({ snapshot: (base) => ({ ...base, limits }), limits: { leaseWaitMs: 50 } });
    lease(opened);
    opened.model().play(ANSWER);
    return opened;
  };

  it("are told in OpenAI's headers, refuse with the window that is full, and count what was used", async () => {
    const opened = await started([rpm, tpm]);
    const first = await opened.chat(WHOLE);
    expect(first.status).toBe(200);
    expect(first.headers.get("x-ratelimit-limit-requests")).toBe("3");
    expect(first.headers.get("x-ratelimit-remaining-requests")).toBe("2");
    expect(first.headers.get("x-ratelimit-reset-tokens")).toMatch(/^(30|29)s$/);
    await opened.chat(WHOLE);
    await opened.chat(WHOLE);
    const refused = await opened.chat(WHOLE);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(30);
    const { error } = (await refused.json()) as { error: { code: string; details: Record<string, unknown> } };
    expect(error).toMatchObject({
      code: "rate.exceeded",
      details: { kind: "rpm", nodeId: "application", limitId: "rpm", limit: 3, asked: 1, held: 0, left: 0 },
    });
    expect(error.details["node"]).toEqual(expect.any(String));
    const [record] = await opened.records();
    expect(record?.usage?.charges).toEqual([
      { ceilingId: "rpm", periodStart: 60_000, amount: 1 },
      { ceilingId: "tpm", periodStart: 60_000, amount: 40 },
    ]);
  });

  it("cost nothing when the model server fails", async () => {
    const opened = await started([rpm]);
    opened.model().play(answering(500, "{}"));
    for (let call = 0; call < 5; call += 1) expect((await opened.chat(WHOLE)).status).not.toBe(429);
  });
});

describe("a disk that is full", () => {
  it("refuses new requests, and serves again when it takes records", async () => {
    let full = false;
    const opened = await open({
      openFile: (path) =>
        full ? Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" })) : openFile(path, "a"),
    });
    opened.model().play(ANSWER);
    full = true;
    const waiting = opened.chat(WHOLE);
    await expect.poll(() => opened.spool.writable()).toBe(false);
    const refused = await opened.chat(WHOLE);
    expect([refused.status, await codeOf(refused)]).toEqual([503, "spool.full"]);
    full = false;
    expect((await waiting).status).toBe(200);
    expect((await opened.chat(WHOLE)).status).toBe(200);
  });
});

describe("an orderly stop", () => {
  it("finishes what runs, and refuses what comes", async () => {
    const opened = await open();
    let finish = (): void => undefined;
    opened.model().play(({ response }) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(tokenEvent("one"));
      finish = () => response.end(tokenEvent("two") + usageEvent(1, 2) + DONE);
    });
    const running = await opened.chat({ ...WHOLE, stream: true });
    const drained = opened.core.drain(10_000);
    const refused = await opened.chat(WHOLE);
    expect([refused.status, await codeOf(refused)]).toEqual([503, "scheduler.stopping"]);
    finish();
    expect(await running.text()).toBe(tokenEvent("one") + tokenEvent("two") + DONE);
    await drained;
    expect((await opened.records()).map(({ decision }) => decision.outcome).sort()).toEqual(["refused", "served"]);
  });
});
