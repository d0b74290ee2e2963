import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LEASE_PATH } from "@socle/contracts";
import type { LeaseRequestV1 } from "@socle/contracts";
import { eventually } from "../../../../test/fakes/eventually.js";
import { FakeControlPlane } from "../../../../test/fakes/fake-control-plane.js";
import { MemorySpool } from "../../../../test/fakes/memory-spool.js";
import { RecordingSyncObserver } from "../../../../test/fakes/recording-sync-observer.js";
import { createActivityMeter } from "../../kernel/activity-meter.js";
import { systemClock } from "../../kernel/clock.js";
import { createLeaseBook } from "../../kernel/lease/lease-book.js";
import { silentLogger } from "../../kernel/logger.port.js";
import { ControlPlaneClient } from "../control-plane-client.js";
import { InternalToken } from "../internal-token.js";
import { LeaseClient } from "./lease-client.js";
import type { LeaseClientPorts } from "./lease-client.js";

const { privateKey } = generateKeyPairSync("ed25519");
const BUDGET = "budget";
const DAY = 86_400_000;
let fake = new FakeControlPlane();
const ends: (() => Promise<void>)[] = [];

beforeEach(async () => {
  fake = new FakeControlPlane();
  fake.grants = grantWanted;
  await fake.start();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await fake.kill();
});

const grantWanted = (request: LeaseRequestV1) =>
  request.wants.map(({ budgetId, wanted }) => ({
    budgetId,
    periodStart: 0,
    periodEnd: Date.now() + DAY,
    granted: wanted,
    left: 1_000_000,
    expiresInMs: 60_000,
  }));

const noExchange = { report: () => undefined, farewell: () => [], take: () => {}, hurry: () => {} };

function replica(spool = new MemorySpool(7), exchange: LeaseClientPorts["exchange"] = noExchange) {
  const book = createLeaseBook();
  const activity = createActivityMeter(systemClock.monotonic());
  const observer = new RecordingSyncObserver();
  const token = new InternalToken("replica-1", privateKey, systemClock);
  const client = new ControlPlaneClient(fake.url, token, [fake.publicKey]);
  const leases = new LeaseClient({
    replica: "replica-1",
    client,
    book,
    activity,
    exchange,
    spool,
    clock: systemClock,
    logger: silentLogger,
    observer,
    random: () => 0,
  });
  leases.start();
  ends.push(() => leases.stop().then(() => client.close()));
  const reserve = (amount: number) => book.tryReserve([{ budgetId: BUDGET, amount }], systemClock.monotonic());
  const granted = (): number => book.holdings().reduce((sum, holding) => sum + holding.granted, 0);
  return { leases, book, observer, activity, spool, reserve, granted };
}
const callNumbers = (): number[] => fake.leaseCalls.map((call) => call.call);

describe("the lease client", () => {
  it("fetches at once what a request waits for", async () => {
    const { leases, reserve } = replica();
    expect(reserve(100).ok).toBe(false);
    expect(await leases.refill(5_000)).toBe(true);
    expect(reserve(100).ok).toBe(true);
  });

  it("answers a wait only with a call drafted after it began", async () => {
    const { leases, reserve } = replica();
    await eventually(() => expect(fake.leaseCalls).toHaveLength(1));
    fake.delayMs = 50;
    const first = leases.refill(5_000);
    await eventually(() => expect(fake.calls).toHaveLength(2));
    expect(reserve(100).ok).toBe(false);
    const second = leases.refill(5_000);
    await first;
    expect(reserve(100).ok).toBe(false);
    await second;
    expect(reserve(100).ok).toBe(true);
  });

  it("never has two calls in flight, and numbers them 1, 2, 3", async () => {
    const { leases } = replica();
    fake.delayMs = 10;
    await Promise.all(Array.from({ length: 20 }, () => leases.refill(5_000)));
    await leases.refill(5_000);
    expect(callNumbers()).toEqual(callNumbers().map((_, index) => index + 1));
  });

  it.each(["unanswered", "half", "status-500", "garbage"] as const)(
    "sends a call that met %s again unchanged, and counts its grant once",
    async (fault) => {
      fake.failNext(LEASE_PATH, fault, fault);
      const { leases, reserve, granted, book } = replica();
      await eventually(() => expect(fake.calls.length).toBeGreaterThanOrEqual(3));
      const [first, second, third] = fake.calls.map((call) => call.body);
      expect([second, third]).toEqual([first, first]);
      reserve(100);
      fake.failNext(LEASE_PATH, fault, fault);
      await leases.refill(5_000);
      const distinct = new Map(fake.leaseCalls.map((call) => [call.call, call]));
      const asked = [...distinct.values()].flatMap((call) => call.wants).reduce((sum, want) => sum + want.wanted, 0);
      expect(granted()).toBe(asked);
      expect(book.holdings()[0]?.free).toBe(asked);
    },
  );

  it("says so when no answer comes in time, and recovers", async () => {
    const { leases, reserve } = replica();
    await leases.refill(5_000);
    await fake.kill();
    reserve(100);
    expect(await leases.refill(50)).toBe(false);
    await fake.start();
    expect(await leases.refill(5_000)).toBe(true);
    expect(reserve(100).ok).toBe(true);
  });

  it("counts expiry from the first sending of a call, however late its answer", async () => {
    fake.grants = (request) => grantWanted(request).map((grant) => ({ ...grant, expiresInMs: 520 }));
    const { leases, reserve } = replica();
    await leases.refill(5_000);
    reserve(100);
    fake.failNext(LEASE_PATH, "unanswered", "unanswered", "unanswered");
    await leases.refill(5_000);
    // 20 ms are left of 520 once the margin is taken; the retries alone lasted longer.
    expect(reserve(100)).toMatchObject({ ok: false, shortfall: { kind: "expired" } });
  });

  it("tells which older epochs are drained, until that was heard", async () => {
    const spool = new MemorySpool(7);
    spool.add(5, 1);
    await spool.acknowledge(5, 1);
    fake.failNext(LEASE_PATH, "status-500");
    const { leases } = replica(spool);
    await leases.refill(5_000);
    expect(fake.leaseCalls[0]?.closedEpochs).toEqual([5]);
    expect(spool.forgotten).toEqual([5]);
    await leases.refill(5_000);
    expect(fake.leaseCalls.at(-1)?.closedEpochs).toEqual([]);
  });

  it("reports activity, and GPU-seconds once", async () => {
    const { leases, activity } = replica();
    activity.running("pool", "ministry", 1);
    activity.charge("pool", "ministry", 2.5);
    fake.failNext(LEASE_PATH, "unanswered");
    await leases.refill(5_000);
    await leases.refill(5_000);
    const byCall = new Map(fake.leaseCalls.map((call) => [call.call, call.activity]));
    const seconds = [...byCall.values()].flat().reduce((sum, cell) => sum + cell.gpuSeconds, 0);
    expect(seconds).toBe(2.5);
    expect([...byCall.values()].at(-1)).toMatchObject([{ running: 1, gpuSeconds: 0 }]);
  });

  it("gives up a call that a later one has overtaken, and goes on after that one", async () => {
    const { leases, reserve } = replica();
    await leases.refill(5_000);
    reserve(100);
    fake.refuseNext(LEASE_PATH, 409, { code: "lease.stale_call", lastCall: 40 });
    expect(await leases.refill(5_000)).toBe(true);
    expect(callNumbers().at(-1)).toBe(41);
    expect(reserve(100).ok).toBe(true);
  });

  it("gives back what is free when it stops, and keeps what a request still holds", async () => {
    const { leases, reserve, granted } = replica();
    reserve(100);
    await leases.refill(5_000);
    reserve(100);
    const free = granted() - 100;
    await leases.stop();
    expect(fake.leaseCalls.at(-1)).toMatchObject({ wants: [], returns: [{ budgetId: BUDGET, amount: free }] });
  });

  it("stops while the control plane is away", async () => {
    const { leases } = replica();
    await leases.refill(5_000);
    await fake.kill();
    await leases.stop();
    expect(await leases.refill(10)).toBe(false);
  });
});
