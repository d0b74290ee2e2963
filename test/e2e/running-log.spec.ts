import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, startTestServer, type TestServer } from "../fakes/postgres.ts";
import { faultsOf, LogStage, recordedIn } from "./running-log-stage.ts";

let server: TestServer;
let stage: LogStage;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  stage = await LogStage.on(await createTestDatabase(server.port));
});
afterEach(() => stage.stop());
afterAll(() => server.stop());

const UNWITNESSED = { SOCLE_WITNESS_URL: "" };
const DIVERGED = "log governance: log.diverged";
const published = (size: number) => expect.poll(() => stage.size()).toBe(size);
const sound = async (): Promise<void> => expect(await stage.verify()).toMatchObject({ ok: true });
/** A process whose clock shows another time; everything else of it is as it is shipped. */
const clockOff = (seconds: number): Record<string, string> => {
  const shim = join(stage.home, "clock.mjs");
  const shift = String(seconds * 1000);
  writeFileSync(
    shim,
    `const Real = Date; globalThis.Date = class extends Real {
       constructor(...args) { super(...(args.length === 0 ? [Real.now() + ${shift}] : args)); }
       static now() { return Real.now() + ${shift}; } };`,
  );
  return { NODE_OPTIONS: `--import=${shim}` };
};

describe("a backup of a running installation", () => {
  it("that is put back is no fork: the log stands still and says so, and goes on once the newest is back", async () => {
    await stage.startWitness();
    const before = await stage.controlPlane();
    await stage.act(3);
    await published(3);
    const writing = stage.act(20);
    const [database] = await Promise.all([server.backup(), expect.poll(() => stage.size()).toBeGreaterThan(3)]);
    const folder = stage.copy();
    await writing;
    await published(23);
    await sound();
    await stage.kill(before);
    await server.kill();
    const newestDatabase = await server.restore(database);
    const newestFolder = stage.putBack(folder);
    const old = stage.checkpoint();

    const restored = await stage.controlPlane();
    await expect.poll(() => faultsOf(restored)).toContain(DIVERGED);
    await stage.act(1);
    await expect.poll(async () => (await recordedIn(stage.database.appUrl)).length).toBeGreaterThan(0);
    expect(stage.checkpoint()).toBe(old);
    await stage.kill(restored);

    await server.kill();
    await server.restore(newestDatabase);
    stage.putBack(newestFolder);
    const again = await stage.controlPlane();
    await stage.act(2);
    await published(25);
    expect(await faultsOf(again)).toEqual([]);
    expect(stage.entries()).toEqual(await recordedIn(stage.database.appUrl));
    await sound();
  });

  it("of the folder alone is refused, whoever witnesses, and any newer copy mends it", async () => {
    const before = await stage.controlPlane(UNWITNESSED);
    await stage.act(2);
    await published(2);
    const older = stage.copy();
    await stage.act(2);
    await published(4);
    await stage.kill(before);
    const newest = stage.putBack(older);
    const old = stage.checkpoint();
    const restored = await stage.controlPlane(UNWITNESSED);
    await expect.poll(() => faultsOf(restored)).toContain(DIVERGED);
    await stage.act(1);
    expect(stage.checkpoint()).toBe(old);
    stage.putBack(newest);
    await published(5);
    await expect.poll(() => faultsOf(restored)).toEqual([]);
    await sound();
  });
});

describe("a witness", () => {
  it("that refuses leaves checkpoints without its signature; where it is required nothing is published until it cosigns", async () => {
    await stage.startWitness({ knows: stage.newKey("stranger") });
    const free = await stage.controlPlane();
    await stage.act(2);
    await published(2);
    expect([stage.cosignedAt(), await faultsOf(free)]).toEqual([null, []]);
    await stage.kill(free);
    const strict = await stage.controlPlane({ SOCLE_WITNESS_REQUIRED: "true" });
    await stage.act(2);
    await expect.poll(() => faultsOf(strict)).toContain("log governance: log.unwitnessed");
    expect(stage.size()).toBe(2);
    await stage.stopWitness();
    await stage.startWitness();
    await published(4);
    expect(stage.cosignedAt()).not.toBeNull();
    await expect.poll(() => faultsOf(strict)).toEqual([]);
    expect(stage.entries()).toEqual(await recordedIn(stage.database.appUrl));
  });

  it("that is away delays a log that starts, whatever the setting, and not one that runs", async () => {
    const process = await stage.controlPlane();
    await stage.act(2);
    await expect.poll(() => faultsOf(process)).toContain("log governance: log.unwitnessed");
    expect(stage.size()).toBe(-1);
    await stage.startWitness();
    await published(2);
    await stage.stopWitness();
    await stage.act(1);
    await published(3);
    expect(stage.cosignedAt()).toBeNull();
  });
});

describe("a clock that is set back by an hour", () => {
  it("of the control plane changes no order and takes nothing back", async () => {
    await stage.startWitness();
    const before = await stage.controlPlane();
    await stage.act(3);
    await published(3);
    const first = stage.entries();
    const cosigned = stage.cosignedAt();
    await sound();
    await stage.kill(before);
    await stage.controlPlane(clockOff(-3600));
    await stage.act(2);
    await published(5);
    expect(stage.entries().slice(0, 3)).toEqual(first);
    expect(Number(stage.cosignedAt())).toBeGreaterThanOrEqual(Number(cosigned));
    await sound();
  });

  it("of the witness gives no cosignature of an earlier time, and the log goes on without", async () => {
    await stage.startWitness();
    await stage.controlPlane();
    await stage.act(1);
    await published(1);
    const cosigned = Number(stage.cosignedAt());
    await stage.stopWitness();
    await stage.startWitness({ env: clockOff(-3600) });
    await stage.act(1);
    await published(2);
    expect(stage.cosignedAt()).toBeNull();
    await stage.stopWitness();
    await stage.startWitness();
    await stage.act(1);
    await published(3);
    expect(Number(stage.cosignedAt())).toBeGreaterThanOrEqual(cosigned);
    await sound();
  });
});

describe("two sequencers", () => {
  it("on one database: one writes, the other takes over when it dies, and each entry is there once", async () => {
    await stage.startWitness();
    const both = [await stage.controlPlane(), await stage.controlPlane()];
    await stage.act(4);
    await published(4);
    for (const each of both) {
      expect(await faultsOf(each)).toEqual([]);
      await stage.kill(each);
      if (each === both[0]) {
        await stage.act(3);
        await published(7);
      }
    }
    expect(stage.entries()).toEqual(await recordedIn(stage.database.appUrl));
    await sound();
  });

  it("of two databases on one folder, nobody witnessing: one goes on, the other signs nothing more", async () => {
    const alone = UNWITNESSED;
    const first = await stage.controlPlane(alone);
    await stage.act(2);
    await published(2);
    await stage.kill(first);
    const copy = await createTestDatabase(server.port, stage.database);
    const [one, two] = [await stage.controlPlane(alone), await stage.controlPlane(alone, copy.appUrl)];
    await stage.act(1);
    await published(3);
    await stage.act(1, copy.appUrl);
    await expect.poll(() => faultsOf(two)).toContain(DIVERGED);
    await stage.act(1);
    await published(4);
    expect([stage.entries(), await faultsOf(one)]).toEqual([await recordedIn(stage.database.appUrl), []]);
    await sound();
  });
});
