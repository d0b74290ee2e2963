import { pino } from "pino";
import { Registry } from "prom-client";
import type { AllocationV1, SnapshotV1 } from "@socle/contracts";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PublishedSnapshot } from "../../domain/snapshot.js";
import { SnapshotFeed } from "../../domain/snapshot-feed.js";
import { PUBLISH_SNAPSHOT, type PublishPorts } from "../../use-cases/publish-snapshot.js";
import { MemoryFactArchive } from "../../../../../test/fakes/memory/serving/memory-fact-archive.js";
import { MemorySnapshotStore } from "../../../../../test/fakes/memory/serving/memory-snapshot.store.js";
import { SnapshotMetrics } from "./snapshot-metrics.js";
import { SnapshotPublisher } from "./snapshot-publisher.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { ok } from "../../../kernel/result.js";

/** A quarter's beginning in Paris, some hours after the runner's clock begins to stand still. */
const TURN = new Date("2026-09-30T22:00:00Z");
const RIGHT: AllocationV1 = {
  ...{ id: "a1", poolId: "p1", nodeId: "o1", nominal: 4, guarantee: 0, lendLimit: null, borrowLimit: null, weight: 1 },
};

let running: SnapshotPublisher | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await running?.stop();
});

function aPublisher() {
  const memory = memoryRunner();
  const world = { name: "État", down: false, compositions: 0 };
  const store = new MemorySnapshotStore();
  const ports: PublishPorts = {
    transactions: memory.transactions,
    policies: { bundle: () => Promise.resolve(ok({ digest: "d", files: [] })) },
    signer: { sign: () => "signature" },
    store,
    archive: new MemoryFactArchive(),
    sources: {
      organisations: () => {
        world.compositions += 1;
        if (world.down) return Promise.reject(new Error("the database is away"));
        return Promise.resolve([{ id: "o1", slug: "etat", name: world.name, parentId: null }]);
      },
      registry: () => Promise.resolve({ useCases: [], applications: [], models: [], aliases: [] }),
      serving: () => Promise.resolve({ pools: [], deployments: [] }),
      allocation: (ctx) =>
        Promise.resolve({ allocations: ctx.clock.now() < TURN ? [] : [RIGHT], budgets: [], limits: [] }),
      nextTurn: (ctx) => Promise.resolve(ctx.clock.now() < TURN ? TURN : null),
      derogations: () => Promise.resolve([]),
      lapses: () => Promise.resolve([]),
    },
  };
  const feed = new SnapshotFeed();
  const registry = new Registry();
  const publisher = new SnapshotPublisher(ports, feed, new SnapshotMetrics(registry), pino({ level: "silent" }));
  running = publisher;
  const next = (number: number) => feed.newerThan(number, new AbortController().signal);
  return { world, store, feed, registry, publisher, next, memory };
}

describe("snapshot publisher", () => {
  it("publishes at start and after a change, gathering a burst into few snapshots", async () => {
    const { world, publisher, next } = aPublisher();
    publisher.start();
    expect((await next(0))?.number).toBe(1);
    for (let change = 1; change <= 100; change += 1) {
      world.name = `État ${change}`;
      publisher.changed("registry.suspend-use-case");
    }
    const last = async (number: number): Promise<PublishedSnapshot | null> => {
      const snapshot = await next(number);
      return snapshot?.payload.includes("État 100") === true ? snapshot : last(snapshot?.number ?? number);
    };
    await last(1);
    expect(world.compositions).toBeLessThan(20);
  });

  it("offers what another replica published without composing", async () => {
    const { world, store, publisher, next, memory } = aPublisher();
    publisher.start();
    const first = await next(0);
    const composed = world.compositions;
    const ctx = memory.transactions.contextOf({ kind: "system", name: "other" });
    if (first !== null) await store.publish(ctx, { ...first, number: 2 });
    publisher.changed(PUBLISH_SNAPSHOT);
    expect((await next(1))?.number).toBe(2);
    expect(world.compositions).toBe(composed);
  });

  it("tries again by itself after a failure, and counts both", async () => {
    const { world, publisher, next, registry } = aPublisher();
    world.down = true;
    publisher.start();
    while (world.compositions === 0) await new Promise((resolve) => setImmediate(resolve));
    world.down = false;
    expect((await next(0))?.number).toBe(1);
    const text = await registry.metrics();
    expect(text).toContain('socle_snapshot_publications_total{outcome="failed"} 1');
    expect(text).toContain('socle_snapshot_publications_total{outcome="published"} 1');
    expect(text).toContain("socle_snapshot_number 1");
  });

  it("publishes at the instant at which a right begins, long before it would have looked again", async () => {
    vi.useFakeTimers();
    const { publisher, feed, memory } = aPublisher();
    const rights = (): number =>
      (JSON.parse(feed.latest?.payload ?? '{"allocations":[]}') as SnapshotV1).allocations.length;
    memory.clock.moveTo(new Date(TURN.getTime() - 2000));
    publisher.start();
    await vi.advanceTimersByTimeAsync(100);
    expect([feed.latest?.number, rights()]).toEqual([1, 0]);
    memory.clock.moveTo(new Date(TURN.getTime() - 100));
    await vi.advanceTimersByTimeAsync(1800);
    expect([feed.latest?.number, rights()]).toEqual([1, 0]);
    memory.clock.moveTo(new Date(TURN.getTime() + 20));
    await vi.advanceTimersByTimeAsync(200);
    expect([feed.latest?.number, rights()]).toEqual([2, 1]);
  });

  it("stops, though nothing rings", async () => {
    const { publisher, next } = aPublisher();
    publisher.start();
    await next(0);
    await publisher.stop();
    publisher.changed("registry.suspend-use-case");
    await expect(publisher.stop()).resolves.toBeUndefined();
  });
});
