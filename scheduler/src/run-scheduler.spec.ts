import { generateKeyPairSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BudgetV1, LeaseRequestV1 } from "@socle/contracts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aScene, KEY } from "../../test/builders/inference-scene.js";
import { FakeControlPlane } from "../../test/fakes/fake-control-plane.js";
import { FakeModelServer } from "../../test/fakes/model-server.js";
import { readConfig } from "./config/read-config.js";
import { runScheduler } from "./run-scheduler.js";
import type { RunningScheduler } from "./run-scheduler.js";

const PERIOD = { periodStart: Date.now() - 1000, periodEnd: Date.now() + 86_400_000 };
const tokenBudget = (amount: number): BudgetV1 => ({
  id: "budget",
  nodeId: "ministry",
  unit: "token",
  amount,
  period: "month",
  ...PERIOD,
});

let folder: string;
let controlPlane: FakeControlPlane;
let model: FakeModelServer;
const running: RunningScheduler[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "socle-run-"));
  controlPlane = new FakeControlPlane();
  model = new FakeModelServer();
  await controlPlane.start();
  await model.start();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((scheduler) => scheduler.stop()));
  await controlPlane.kill();
  await model.stop();
  await rm(folder, { recursive: true, force: true });
});

const pem = async (name: string, key: KeyObject): Promise<string> => {
  const path = join(folder, name);
  const text =
    key.type === "public" ? key.export({ type: "spki", format: "pem" }) : key.export({ type: "pkcs8", format: "pem" });
  await writeFile(path, text);
  return path;
};

const run = async (over: Record<string, string> = {}): Promise<RunningScheduler> => {
  const read = readConfig({
    SOCLE_INFERENCE_PORT: "0",
    SOCLE_CONTROL_PLANE_URL: controlPlane.url,
    SOCLE_STATE_DIR: join(folder, "state"),
    SOCLE_REPLICA: "paris-1",
    SOCLE_SNAPSHOT_PUBLIC_KEY_FILE: await pem("snapshot.pem", controlPlane.publicKey),
    SOCLE_SCHEDULER_PRIVATE_KEY_FILE: await pem("scheduler.pem", generateKeyPairSync("ed25519").privateKey),
    SOCLE_LOG_LEVEL: "silent",
    SOCLE_LEASE_WAIT_MS: "300",
    ...over,
  });
  if (!read.ok) throw new Error(read.problems.join());
  const scheduler = await runScheduler(read.config);
  running.push(scheduler);
  return scheduler;
};

const get = (scheduler: RunningScheduler, path: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${scheduler.port}${path}`);
const chat = (scheduler: RunningScheduler): Promise<Response> =>
  fetch(`http://127.0.0.1:${scheduler.port}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ model: "model", stream: true, max_tokens: 50, messages: [{ role: "user", content: "hi" }] }),
  });
const ready = (scheduler: RunningScheduler) =>
  expect.poll(async () => (await get(scheduler, "/readyz")).status).toBe(200);

/** Grants from one budget as the real control plane would: never more than what is left of it. */
const budgetOf = (amount: number): ((request: LeaseRequestV1) => ReturnType<FakeControlPlane["grants"]>) => {
  let left = amount;
  return (request) => {
    for (const back of request.returns) left += back.amount;
    return request.wants.map((want) => {
      const granted = Math.min(left, want.wanted);
      left -= granted;
      return { budgetId: want.budgetId, ...PERIOD, granted, left, expiresInMs: 60_000 };
    });
  };
};

describe("the scheduler as a whole", () => {
  it("serves under leases, and every request reaches the ledger once", async () => {
    controlPlane.grants = budgetOf(100_000);
    controlPlane.publish({ ...aScene([model]), budgets: [tokenBudget(100_000)] });
    const scheduler = await run();
    await ready(scheduler);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await chat(scheduler);
        await response.text();
        return response.status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    await running.pop()?.stop();
    const records = [...controlPlane.ledger.values()].flat();
    expect(records.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(
      records.every(({ usage }) => usage?.quantities.inputTokens === 7 && usage.quantities.outputTokens === 1),
    ).toBe(true);
  });

  it("refuses with figures when the budget is used up", async () => {
    controlPlane.grants = budgetOf(100);
    controlPlane.publish({ ...aScene([model]), budgets: [tokenBudget(100)] });
    const scheduler = await run();
    await ready(scheduler);
    const response = await chat(scheduler);
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({
      error: { code: "budget.exceeded", details: { budgetId: "budget", unit: "token", budget: 100 } },
    });
    expect(model.calls).toHaveLength(0);
  });

  it("starts from its snapshot on disk while the control plane is down; a hard ceiling then refuses", async () => {
    controlPlane.publish(aScene([model]));
    const first = await run();
    await ready(first);
    await running.pop()?.stop();
    await controlPlane.kill();
    const second = await run();
    await ready(second);
    expect((await chat(second)).status).toBe(200);
    await running.pop()?.stop();

    await controlPlane.start();
    controlPlane.publish({ ...aScene([model]), number: 2, budgets: [tokenBudget(9)] });
    const third = await run();
    await expect
      .poll(async () => ((await (await get(third, "/readyz")).json()) as { snapshot: number }).snapshot)
      .toBe(2);
    await controlPlane.kill();
    const response = await chat(third);
    expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([
      503,
      "budget.lease_expired",
    ]);
  });

  it("is alive and not ready before it has a snapshot", async () => {
    const scheduler = await run();
    expect((await get(scheduler, "/healthz")).status).toBe(200);
    expect((await get(scheduler, "/readyz")).status).toBe(503);
    const response = await chat(scheduler);
    expect(await response.json()).toMatchObject({ error: { code: "snapshot.missing" } });
    expect(await (await get(scheduler, "/metrics")).text()).toContain("socle_");
  });

  it("says in one line why it cannot start", async () => {
    const scheduler = await run();
    await expect(run()).rejects.toThrow(/another scheduler runs on this state folder/);
    const other = { SOCLE_STATE_DIR: join(folder, "other") };
    await expect(run({ ...other, SOCLE_INFERENCE_PORT: String(scheduler.port) })).rejects.toThrow(/the port is taken/);
    const notAKey = join(folder, "not-a-key.pem");
    await writeFile(notAKey, "nothing");
    await expect(run({ ...other, SOCLE_SNAPSHOT_PUBLIC_KEY_FILE: notAKey })).rejects.toThrow(/Ed25519/);
    await expect(run({ SOCLE_STATE_DIR: join(notAKey, "below") })).rejects.toThrow(/SOCLE_STATE_DIR cannot be used/);
  });
});
