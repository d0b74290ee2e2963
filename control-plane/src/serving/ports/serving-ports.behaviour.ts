import { beforeEach, describe, expect, it } from "vitest";
import { aDeployment, aPool } from "../../../../test/builders/pool.builder.js";
import type { Context } from "../../kernel/use-case.js";
import type { PublishedSnapshot } from "../domain/snapshot.js";
import type { PoolRepository } from "./pool-repository.port.js";
import { KEPT_SNAPSHOTS, type SnapshotStore } from "./snapshot-store.port.js";

/** Empty stores, with one model that can be deployed. */
export interface ServingWorld {
  readonly pools: PoolRepository;
  readonly snapshots: SnapshotStore;
  readonly modelId: string;
  newId(): string;
  /** Work in a committed transaction of the platform. */
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

/** What every store of pools and of snapshots must do. */
export function servingPortsBehaviour(adapter: string, makeWorld: () => Promise<ServingWorld>): void {
  describe(`serving on ${adapter}`, () => {
    let world: ServingWorld;
    beforeEach(async () => {
      world = await makeWorld();
    });
    const endpoint = (port: number) => ({
      id: world.newId(),
      url: `http://127.0.0.1:${port}`,
      apiKeyVariable: port === 1 ? "SERVER_KEY" : null,
      simulated: port !== 1,
    });

    it("gives a pool back as it was saved last", async () => {
      const pool = aPool({ id: world.newId() });
      const changed = { ...pool, active: false, gpuCount: 16 };
      const [byId, bySlug, all, none] = await world.run(async (ctx) => {
        await world.pools.save(ctx, pool);
        await world.pools.save(ctx, changed);
        return [
          await world.pools.find(ctx, pool.id),
          await world.pools.findBySlug(ctx, pool.slug),
          await world.pools.all(ctx),
          await world.pools.find(ctx, "no-such-id"),
        ] as const;
      });
      expect([byId, bySlug, all, none]).toEqual([changed, changed, [changed], null]);
    });

    it("replaces a deployment with its endpoints, in their order", async () => {
      const pool = aPool({ id: world.newId() });
      const [first, second, third] = [endpoint(1), endpoint(2), endpoint(3)];
      const before = aDeployment({
        id: world.newId(),
        poolId: pool.id,
        modelId: world.modelId,
        endpoints: [first, second],
      });
      const after = { ...before, servedName: "other", endpoints: [third, first] };
      const [found, listed, elsewhere] = await world.run(async (ctx) => {
        await world.pools.save(ctx, pool);
        await world.pools.saveDeployment(ctx, before);
        await world.pools.saveDeployment(ctx, after);
        return [
          await world.pools.findDeployment(ctx, pool.id, world.modelId),
          await world.pools.deployments(ctx, null),
          await world.pools.deployments(ctx, [world.newId()]),
        ] as const;
      });
      expect([found, listed, elsewhere]).toEqual([after, [after], []]);
    });

    const snapshot = (number: number): PublishedSnapshot => ({
      number,
      issuedAt: new Date("2026-09-01T08:00:00Z"),
      contentDigest: `digest-${number}`,
      payload: `{"number":${number}}`,
      signature: "signature",
    });
    const publish = (number: number) => world.run((ctx) => world.snapshots.publish(ctx, snapshot(number)));

    it("takes each number once, upwards only, and gives the latest", async () => {
      expect(await world.run((ctx) => world.snapshots.latest(ctx))).toBeNull();
      expect([await publish(1), await publish(2), await publish(2), await publish(1)]).toEqual([
        true,
        true,
        false,
        false,
      ]);
      expect(await world.run((ctx) => world.snapshots.latest(ctx))).toEqual(snapshot(2));
    });

    it("forgets the oldest snapshots without giving their numbers out again", async () => {
      for (let number = 1; number <= KEPT_SNAPSHOTS + 2; number += 1) expect(await publish(number)).toBe(true);
      expect(await publish(1)).toBe(false);
      expect(await world.run((ctx) => world.snapshots.latest(ctx))).toEqual(snapshot(KEPT_SNAPSHOTS + 2));
    });
  });
}
