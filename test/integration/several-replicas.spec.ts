import "reflect-metadata";
import type { KeyObject } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import { openPlatformRooms } from "../../control-plane/src/seed/adapters/rooms/platform-rooms.js";
import { readSeed } from "../../control-plane/src/seed/adapters/yaml/read-seed.js";
import { applySeed } from "../../control-plane/src/seed/use-cases/apply-seed.js";
import { readConfig } from "../../scheduler/src/config/read-config.js";
import { runScheduler } from "../../scheduler/src/run-scheduler.js";
import type { RunningScheduler } from "../../scheduler/src/run-scheduler.js";
import { keyOf, MINISTRIES, MODEL, threeMinistries } from "../builders/three-ministries.js";
import type { Ministry } from "../builders/three-ministries.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { eventually } from "../fakes/eventually.js";
import { FakeModelServer } from "../fakes/model-server.js";
import { createTestDatabase, type TestDatabase } from "../fakes/postgres.js";

const SLOTS = 6;
const ANSWER_MS = 100;
const ANSWER = '{"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":20,"total_tokens":30}}';
const CALLERS = 16;

/** A model server that takes its time and counts what it holds at once. */
class CountingServer {
  readonly server = new FakeModelServer();
  now = 0;
  most = 0;
  served = 0;

  async start(): Promise<void> {
    this.server.play(({ response }) => {
      this.now += 1;
      this.most = Math.max(this.most, this.now);
      response.once("close", () => void (this.now -= 1));
      setTimeout(() => {
        this.served += 1;
        response.writeHead(200, { "content-type": "application/json" }).end(ANSWER);
      }, ANSWER_MS);
    });
    await this.server.start();
  }
}

let folder: string;
let database: TestDatabase;
let controlPlane: TestControlPlane;
const engines = [new CountingServer(), new CountingServer()];
const replicas: RunningScheduler[] = [];
const answers = new Map<string, number>();
let stopping = false;
let traffic: Promise<void>[] = [];

const pem = async (name: string, key: KeyObject): Promise<string> => {
  const path = join(folder, name);
  const text =
    key.type === "public" ? key.export({ type: "spki", format: "pem" }) : key.export({ type: "pkcs8", format: "pem" });
  await writeFile(path, text, { mode: 0o600 });
  return path;
};

const startReplica = async (name: string): Promise<RunningScheduler> => {
  const read = readConfig({
    SOCLE_INFERENCE_PORT: "0",
    SOCLE_CONTROL_PLANE_URL: controlPlane.origin,
    SOCLE_STATE_DIR: join(folder, name),
    SOCLE_REPLICA: name,
    SOCLE_SNAPSHOT_PUBLIC_KEY_FILE: await pem("snapshot.pem", controlPlane.snapshotPublicKey),
    SOCLE_SCHEDULER_PRIVATE_KEY_FILE: await pem("scheduler.pem", controlPlane.schedulerKey),
    SOCLE_LOG_LEVEL: "silent",
    SOCLE_SCRAPE_INTERVAL_MS: "0",
  });
  if (!read.ok) throw new Error(read.problems.join());
  const replica = await runScheduler(read.config);
  const isReady = async () => expect((await fetch(`http://127.0.0.1:${replica.port}/readyz`)).status).toBe(200);
  await eventually(isReady);
  return replica;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "socle-replicas-"));
  database = await createTestDatabase(inject("postgresPort"));
  for (const engine of engines) await engine.start();
  const seed = readSeed(
    JSON.stringify(
      threeMinistries(
        engines.map(({ server }) => server.url),
        SLOTS,
      ),
    ),
  );
  if (!seed.ok) throw new Error(JSON.stringify(seed.mistakes));
  const platform = await openPlatformRooms(database.appUrl);
  await applySeed(platform.rooms, seed.document, {});
  await platform.close();
  controlPlane = await startControlPlane({ databaseUrl: database.appUrl });
  replicas.push(await startReplica("one"), await startReplica("two"));
});

afterEach(async () => {
  stopping = true;
  await Promise.all(traffic);
  traffic = [];
  stopping = false;
});

afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await controlPlane.stop();
  for (const { server } of engines) await server.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const replica = (index: number): RunningScheduler => {
  const found = replicas[index];
  if (found === undefined) throw new Error("no such replica");
  return found;
};

const call = async (ministry: Ministry, at: RunningScheduler): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${at.port}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${keyOf(ministry)}`, "content-type": "application/json" },
    body: JSON.stringify({ model: MODEL, max_tokens: 20, messages: [{ role: "user", content: "bonjour" }] }),
  });
  await response.arrayBuffer();
  const name = response.ok ? ministry : `refused ${String(response.status)}`;
  answers.set(name, (answers.get(name) ?? 0) + 1);
};

/** Callers that ask again as soon as they are answered, until the test ends. */
const callers = (ministry: Ministry, at: RunningScheduler, count = CALLERS): void => {
  for (let caller = 0; caller < count; caller += 1) {
    traffic.push(
      (async () => {
        while (!stopping) await call(ministry, at);
      })(),
    );
  }
};

const answered = (): number => MINISTRIES.reduce((sum, name) => sum + (answers.get(name) ?? 0), 0);

const answeredMore = async (count: number): Promise<void> => {
  const goal = answered() + count;
  await expect.poll(answered, { timeout: 40_000 }).toBeGreaterThanOrEqual(goal);
};

/** Parts of the answers of each ministry, after a while in which shares follow the new traffic. */
const partsOf = async (count: number): Promise<number[]> => {
  await answeredMore(240);
  const before = MINISTRIES.map((name) => answers.get(name) ?? 0);
  await answeredMore(count);
  const given = MINISTRIES.map((name, index) => (answers.get(name) ?? 0) - (before[index] ?? 0));
  const all = given.reduce((sum, each) => sum + each, 0);
  return given.map((each) => each / all);
};

const near = (parts: readonly number[], expected: readonly number[]): void => {
  for (const [index, part] of parts.entries()) expect(Math.abs(part - (expected[index] ?? 0))).toBeLessThan(0.06);
};

const refusals = (): string[] => [...answers.keys()].filter((name) => name.startsWith("refused"));

it("share 3 : 2 : 1 over both replicas together, and never overfill an endpoint", async () => {
  for (const ministry of MINISTRIES) for (const at of replicas) callers(ministry, at);
  near(await partsOf(600), [3 / 6, 2 / 6, 1 / 6]);
  for (const { most } of engines) expect(most).toBe(SLOTS);
  expect(refusals()).toEqual([]);
});

it("share 3 : 2 : 1 when a ministry comes through one replica and another floods the other", async () => {
  callers("a", replica(0));
  for (const at of replicas) callers("b", at);
  callers("c", replica(1), 3 * CALLERS);
  near(await partsOf(600), [3 / 6, 2 / 6, 1 / 6]);
  for (const { most } of engines) expect(most).toBe(SLOTS);
});

it("keep their last shares when the control plane is gone: nobody refused, no endpoint overfilled", async () => {
  for (const ministry of MINISTRIES) for (const at of replicas) callers(ministry, at);
  await answeredMore(400);
  await controlPlane.stop();
  near(await partsOf(600), [3 / 6, 2 / 6, 1 / 6]);
  for (const { most } of engines) expect(most).toBe(SLOTS);
  expect(refusals()).toEqual([]);
});
