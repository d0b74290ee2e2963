import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { USAGE_PATH } from "@socle/contracts";
import type { UsageBatchV1 } from "@socle/contracts";
import { eventually } from "../../../../test/fakes/eventually.js";
import { FakeControlPlane } from "../../../../test/fakes/fake-control-plane.js";
import { MemorySpool } from "../../../../test/fakes/memory-spool.js";
import { RecordingSyncObserver } from "../../../../test/fakes/recording-sync-observer.js";
import { systemClock } from "../../kernel/clock.js";
import { silentLogger } from "../../kernel/logger.port.js";
import { ControlPlaneClient } from "../control-plane-client.js";
import { InternalToken } from "../internal-token.js";
import { UsageShipper } from "./usage-shipper.js";

const { privateKey } = generateKeyPairSync("ed25519");
let fake = new FakeControlPlane();
const ends: (() => Promise<void>)[] = [];

beforeEach(async () => {
  fake = new FakeControlPlane();
  await fake.start();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await fake.kill();
});

function shipping(spool: MemorySpool) {
  const observer = new RecordingSyncObserver();
  const token = new InternalToken("replica-1", privateKey, systemClock);
  const client = new ControlPlaneClient(fake.url, token, [fake.publicKey]);
  const ports = { replica: "replica-1", client, spool, clock: systemClock, logger: silentLogger, observer };
  const shipper = new UsageShipper({ ...ports, random: () => 0 });
  shipper.start();
  ends.push(() => shipper.drain(0).then(() => client.close()));
  return { shipper, observer };
}
const arrived = (epoch: number): number[] => (fake.ledger.get(epoch) ?? []).map((record) => record.sequence);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const batches = (): UsageBatchV1[] => fake.calls.map((call) => JSON.parse(call.body) as UsageBatchV1);
const all = (spool: MemorySpool): Promise<unknown> => eventually(() => expect(spool.backlog().records).toBe(0));

describe("the usage shipper", () => {
  it("ships the oldest epoch first, in batches of at most 500, and drops what was acknowledged", async () => {
    const spool = new MemorySpool(3);
    spool.add(2, 700);
    spool.add(3, 10);
    const { observer } = shipping(spool);
    await all(spool);
    expect([arrived(2), arrived(3)]).toEqual([upTo(700), upTo(10)]);
    expect(batches().map((batch) => [batch.epoch, batch.records.length])).toEqual([
      [2, 500],
      [2, 200],
      [3, 10],
    ]);
    expect(observer.shipped).toBe(710);
  });

  it("ships at once what is flushed later", async () => {
    const spool = new MemorySpool(1);
    shipping(spool);
    spool.add(1, 1);
    await all(spool);
    spool.add(1, 2);
    await all(spool);
    expect(arrived(1)).toEqual([1, 2, 3]);
  });

  it("keeps a batch under a megabyte, and sends a larger record alone", async () => {
    const spool = new MemorySpool(1);
    spool.add(1, 12, 150_000);
    spool.add(1, 1, 1_500_000);
    shipping(spool);
    await all(spool);
    expect(batches().map((batch) => batch.records.length)).toEqual([6, 6, 1]);
  });

  it.each(["unanswered", "half", "status-500", "garbage"] as const)(
    "meets %s and nothing is lost nor counted twice",
    async (fault) => {
      const spool = new MemorySpool(1);
      spool.add(1, 600);
      fake.failNext(USAGE_PATH, fault, fault);
      shipping(spool);
      await all(spool);
      expect(arrived(1)).toEqual(upTo(600));
    },
  );

  it("goes on from the high water when the ledger took only a part", async () => {
    const spool = new MemorySpool(1);
    spool.add(1, 10);
    fake.maxRecordsTaken = 4;
    shipping(spool);
    await all(spool);
    expect(batches().map((batch) => batch.records[0]?.sequence)).toEqual([1, 5, 9]);
  });

  it("never lets go of more than it sent, whatever the acknowledgement says", async () => {
    const spool = new MemorySpool(1);
    fake.ledger.set(1, [...(await withRecords(9))]);
    spool.add(1, 3);
    shipping(spool);
    await all(spool);
    expect(spool.acknowledged).toEqual([{ epoch: 1, highWater: 3 }]);
  });

  it("keeps everything when the ledger knows less than was acknowledged before", async () => {
    const spool = new MemorySpool(1);
    spool.add(1, 5);
    await spool.acknowledge(1, 3);
    const { observer } = shipping(spool);
    await eventually(() =>
      expect(observer.calls.filter((call) => call === "usage rejected").length).toBeGreaterThan(1),
    );
    expect(spool.backlog().records).toBe(2);
  });

  it("sets a record aside that the ledger cannot read; the rest flows, and it is counted once when it is read after all", async () => {
    const spool = new MemorySpool(1);
    fake.unreadable = ({ sequence }) => sequence === 3 || sequence === 4;
    spool.add(1, 600);
    const { shipper } = shipping(spool);
    await all(spool);
    expect(arrived(1)).toEqual(upTo(600).filter((sequence) => sequence !== 3 && sequence !== 4));
    expect(spool.setAsideRecords()).toEqual([3, 4].map((sequence) => ({ epoch: 1, sequence })));
    await shipper.drain(0);
    fake.unreadable = ({ sequence }) => sequence === 4;
    shipping(spool);
    await eventually(() => expect(spool.setAsideRecords()).toEqual([{ epoch: 1, sequence: 4 }]));
    expect(arrived(1).toSorted((a, b) => a - b)).toEqual(upTo(600).filter((sequence) => sequence !== 4));
    spool.add(1, 1);
    await eventually(() => expect(arrived(1)).toContain(601));
  });

  it.each([
    ["the ledger does not name", 400, { code: "usage.malformed", sequence: 0 }],
    ["is too large to be taken", 413, {}],
  ])("finds a record that %s", async (_, status, body) => {
    const spool = new MemorySpool(1);
    spool.add(1, 3);
    fake.refuses = ({ records }) => (records.some(({ sequence }) => sequence === 2) ? { status, body } : null);
    shipping(spool);
    await all(spool);
    expect([arrived(1), spool.setAsideRecords()]).toEqual([[1, 3], [{ epoch: 1, sequence: 2 }]]);
  });

  it("sets nothing aside on a 400 that is not the ledger's", async () => {
    const spool = new MemorySpool(1);
    spool.add(1, 1);
    fake.refuses = () => ({ status: 400, body: "<html>bad gateway</html>" });
    const { observer } = shipping(spool);
    await eventually(() => expect(observer.calls.length).toBeGreaterThan(2));
    expect(spool.setAsideRecords()).toEqual([]);
    fake.refuses = () => null;
    await all(spool);
  });

  it("drains through an outage that ends in time, and gives up without loss when it does not", async () => {
    const spool = new MemorySpool(1);
    await fake.kill();
    spool.add(1, 5);
    const first = shipping(spool);
    await first.shipper.drain(50);
    expect(spool.backlog().records).toBe(5);
    const second = shipping(spool);
    const drained = second.shipper.drain(10_000);
    await fake.start();
    await drained;
    expect(arrived(1)).toEqual(upTo(5));
  });

  it("gives up a call that hangs when its time to drain is over", async () => {
    const spool = new MemorySpool(1);
    fake.delayMs = 3_000;
    spool.add(1, 5);
    const { shipper } = shipping(spool);
    await shipper.drain(20);
    expect(spool.backlog().records).toBe(5);
    fake.delayMs = 0;
  });
});

async function withRecords(count: number) {
  const spool = new MemorySpool(1);
  spool.add(1, count);
  return (await spool.next(count))?.records ?? [];
}
