import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aDecision, aUsage } from "../../../../test/builders/decision.builder.js";
import { systemClock } from "../../kernel/clock.js";
import { silentLogger } from "../../kernel/logger.port.js";
import type { Spool } from "../../kernel/spool.port.js";
import { silentTelemetry } from "../../kernel/telemetry.port.js";
import { openFileSpool } from "./file-spool.js";
import type { SpoolSettings } from "./file-spool.js";

let stateDir: string;
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "socle-spool-"));
});
afterEach(async () => {
  await rm(stateDir, { recursive: true, force: true });
});

const openSpool = (over: Partial<SpoolSettings> = {}): Promise<Spool> =>
  openFileSpool({
    stateDir,
    replica: "paris-1",
    clock: systemClock,
    logger: silentLogger,
    telemetry: silentTelemetry,
    retryMs: 5,
    ...over,
  });

const record = (id: string) => ({ decision: aDecision({ id, requestedModel: "modèle-é" }), usage: aUsage() });
const fill = (spool: Spool, ids: readonly string[]) => Promise.all(ids.map((id) => spool.append(record(id))));
const idsOf = (records: readonly { readonly decision: { readonly id: string } }[] | undefined) =>
  (records ?? []).map(({ decision }) => decision.id);
const segmentFile = async (spool: Spool): Promise<string> => {
  const folder = join(stateDir, "spool", String(spool.epoch));
  const name = (await readdir(folder)).find((entry) => entry.endsWith(".spool"));
  return join(folder, name ?? "");
};

describe("file spool", () => {
  it("numbers records without gap in the order of the calls", async () => {
    const spool = await openSpool();
    await Promise.all([fill(spool, ["a", "b"]), fill(spool, ["c"])]);
    await fill(spool, ["d"]);
    const batch = await spool.next(10);
    expect(idsOf(batch?.records)).toEqual(["a", "b", "c", "d"]);
    expect(batch?.records.map(({ sequence, epoch, replica }) => [replica, epoch, sequence])).toEqual(
      [1, 2, 3, 4].map((sequence) => ["paris-1", spool.epoch, sequence]),
    );
    await spool.close();
  });

  it("repeats a batch until it is acknowledged, then goes on", async () => {
    const spool = await openSpool();
    await fill(spool, ["a", "b", "c"]);
    expect(idsOf((await spool.next(2))?.records)).toEqual(["a", "b"]);
    expect(idsOf((await spool.next(2))?.records)).toEqual(["a", "b"]);
    await spool.acknowledge(spool.epoch, 1);
    expect(idsOf((await spool.next(2))?.records)).toEqual(["b", "c"]);
    await spool.acknowledge(spool.epoch, 3);
    expect(await spool.next(2)).toBeNull();
    expect(spool.backlog().records).toBe(0);
    await fill(spool, ["d"]);
    expect(idsOf((await spool.next(2))?.records)).toEqual(["d"]);
    await spool.close();
  });

  it("ships from the disk what it no longer holds in memory, each record once and in order", async () => {
    const spool = await openSpool();
    const ids = Array.from({ length: 60 }, (_, index) => `${index} ${"x".repeat(100_000)}`);
    await fill(spool, ids.slice(0, 50));
    await fill(spool, ids.slice(50));
    const shipped: string[] = [];
    for (let batch = await spool.next(7); batch !== null; batch = await spool.next(7)) {
      shipped.push(...idsOf(batch.records));
      await spool.acknowledge(batch.epoch, batch.records.at(-1)?.sequence ?? 0);
    }
    expect(shipped).toEqual(ids);
    await spool.close();
  });

  it("keeps apart what is set aside, over a restart, and its epoch open until it is dropped", async () => {
    const before = await openSpool();
    await fill(before, ["a", "b", "c"]);
    const name = { epoch: before.epoch, sequence: 2 };
    await before.setAside(name);
    const batch = await before.next(10);
    expect([idsOf(batch?.records), batch?.setAside]).toEqual([["a", "c"], [2]]);
    await before.acknowledge(before.epoch, 3);
    expect(before.backlog()).toMatchObject({ records: 0, setAside: 1 });
    await before.close();
    const after = await openSpool();
    expect(after.setAsideRecords()).toEqual([name]);
    expect(await after.next(10)).toBeNull();
    expect(after.closedEpochs()).toEqual([]);
    expect((await after.readSetAside(name)).records).toMatchObject([{ ...name, decision: { id: "b" } }]);
    await after.dropSetAside(name);
    expect([after.setAsideRecords(), after.closedEpochs()]).toEqual([[], [before.epoch]]);
    await after.close();
  });

  it("ships what an earlier process left, closes its epoch, and never numbers an epoch twice", async () => {
    const before = await openSpool();
    await fill(before, ["a", "b"]);
    await before.acknowledge(before.epoch, 1);
    await before.close();
    const after = await openSpool();
    expect(after.epoch).toBeGreaterThan(before.epoch);
    const batch = await after.next(10);
    expect([batch?.epoch, ...idsOf(batch?.records)]).toEqual([before.epoch, "b"]);
    expect(after.closedEpochs()).toEqual([]);
    await after.acknowledge(before.epoch, 2);
    expect(after.closedEpochs()).toEqual([before.epoch]);
    await after.close();
    const last = await openSpool();
    expect(last.closedEpochs()).toContain(before.epoch);
    await last.forget(last.closedEpochs());
    expect(last.closedEpochs()).toEqual([]);
    await last.close();
  });

  it("ships again rather than never when the mark of what was acknowledged is lost", async () => {
    const before = await openSpool();
    await fill(before, ["a", "b"]);
    await before.acknowledge(before.epoch, 1);
    await before.close();
    const folder = join(stateDir, "spool", String(before.epoch));
    await writeFile(join(folder, "acknowledged"), "");
    const after = await openSpool();
    expect(idsOf((await after.next(10))?.records)).toEqual(["a", "b"]);
    await after.close();
    await rename(join(folder, "000000000001.spool"), join(folder, "000000000007.spool"));
    const last = await openSpool();
    expect(last.backlog().records).toBe(2);
    await last.close();
  });

  it("recovers every whole record whatever byte a crash cut the file at", async () => {
    const spool = await openSpool();
    const ids = ["a", "b", "c", "d"];
    for (const id of ids) await fill(spool, [id]);
    await spool.close();
    const path = await segmentFile(spool);
    const whole = await readFile(path);
    const ends = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([index]) => index + 1);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), fc.uint8Array({ maxLength: 20 }), async (cut, garbage) => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, Buffer.concat([whole.subarray(0, cut), garbage]));
        const next = await openSpool();
        const batch = await next.next(10);
        expect(idsOf(batch?.records)).toEqual(ids.slice(0, ends.filter((end) => end <= cut).length));
        await next.close();
        await rm(join(stateDir, "spool", String(next.epoch)), { recursive: true });
      }),
      { numRuns: 60 },
    );
  });

  it("says that the disk refuses, keeps the record, and recovers", async () => {
    let full = true;
    const spool = await openSpool({
      openFile: (path) =>
        full ? Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" })) : open(path, "a"),
    });
    const waiting = spool.append(record("a"));
    await expect.poll(() => spool.writable()).toBe(false);
    full = false;
    await waiting;
    expect(spool.writable()).toBe(true);
    expect(idsOf((await spool.next(10))?.records)).toEqual(["a"]);
    await spool.close();
  });

  it("takes back a batch that was half written", async () => {
    let failures = 1;
    const spool = await openSpool({
      openFile: async (path) => {
        const file = await open(path, "a");
        const write = file.writeFile.bind(file);
        file.writeFile = async (bytes: Buffer) => {
          await write(bytes);
          if (failures-- > 0) throw new Error("lost");
        };
        return file;
      },
    });
    await fill(spool, ["a", "b"]);
    expect(idsOf((await spool.next(10))?.records)).toEqual(["a", "b"]);
    expect((await readFile(await segmentFile(spool), "utf8")).trim().split("\n")).toHaveLength(2);
    await spool.close();
  });
});
